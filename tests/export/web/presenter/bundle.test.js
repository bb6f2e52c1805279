import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { BUNDLE, bundle } from "../../../../bundle.js";

test("the script of presentations is what its modules give: `make bundle` writes it", async () => {
  assert.equal(await readFile(BUNDLE, "utf8"), await bundle());
});

test("every module goes in", async () => {
  const folder = new URL("../presenter/", BUNDLE);
  const files = await readdir(folder, { recursive: true });
  const modules = files.filter(file => file.endsWith(".js")).sort();
  const joined = [...(await bundle()).matchAll(/^ {2}\/\/ .+\/presenter\/(.+\.js)$/gm)];
  assert.deepEqual(joined.map(([, name]) => name).sort(), modules);
});
