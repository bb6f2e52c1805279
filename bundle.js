// Joins the presenter's modules into the one script that presentations carry. `npm run bundle` writes it;
// a test holds the written one against the modules, so that Python needs no bundler.

import { writeFile } from "node:fs/promises";
import { build } from "esbuild";

const MODULES = "partnership/export/web/presenter";
export const BUNDLE = new URL("partnership/export/web/assets/presenter.js", import.meta.url);

/** @returns {Promise<string>} the script, as the modules give it */
export async function bundle() {
  const { outputFiles } = await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: [`${MODULES}/main.js`],
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    banner: { js: `// Written by \`make bundle\` from ${MODULES}/: change those.` },
    write: false,
  });
  return outputFiles[0].text;
}

if (process.argv[1] === import.meta.filename) await writeFile(BUNDLE, await bundle());
