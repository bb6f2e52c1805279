import assert from "node:assert/strict";
import { test } from "node:test";
import {
  SLIDES,
  SPEAKER,
  commandOf,
  typed, isSingle } from "../../../../partnership/export/web/presenter/controls/keys.js";

/**
 * @param {string} key
 * @param {Partial<import("../../../../partnership/export/web/presenter/controls/keys.js").Key>} [more]
 */
const press = (key, more = {}) => ({ key, code: "", shiftKey: false, ...more });

test("keys and clickers move", () => {
  const on = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"];
  const back = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];
  for (const key of on) assert.deepEqual(commandOf(press(key), SLIDES), { does: "move", by: 1 });
  for (const key of back) assert.deepEqual(commandOf(press(key), SLIDES), { does: "move", by: -1 });
  const shifted = press(" ", { shiftKey: true });
  assert.deepEqual(commandOf(shifted, SLIDES), { does: "move", by: -1 });
  assert.deepEqual(commandOf(press("Home"), SLIDES), { does: "go", to: 0 });
  assert.deepEqual(commandOf(press("End"), SLIDES), { does: "go", to: Infinity });
});

test("a number and Enter choose a slide; only its last digits count", () => {
  assert.deepEqual(commandOf(press("7"), SLIDES), { does: "digit", digit: "7" });
  assert.deepEqual(commandOf(press("Enter"), SLIDES, { digits: "7" }), { does: "chosen" });
  assert.equal(["1", "2", "3", "4"].reduce(typed, ""), "234");
});

test("a button that has the focus keeps Enter and the space bar, and no other key", () => {
  const onButton = { onButton: true };
  assert.equal(commandOf(press(" "), SLIDES, onButton), null);
  assert.equal(commandOf(press("Enter"), SLIDES, onButton), null);
  assert.deepEqual(commandOf(press("ArrowRight"), SLIDES, onButton), { does: "move", by: 1 });
});

test("letters do the same in capitals and on keyboards of other letters", () => {
  for (const key of ["s", "S"]) assert.deepEqual(commandOf(press(key), SLIDES), { does: "speaker" });
  const cyrillic = press("ы", { code: "KeyS" });
  assert.deepEqual(commandOf(cyrillic, SLIDES), { does: "speaker" });
  // A letter that means something where it is comes before its place.
  assert.deepEqual(commandOf(press("b", { code: "KeyN" }), SLIDES), { does: "blank" });
});

test("what means nothing is left to the browser", () => {
  for (const key of ["x", "F5", "Tab", "ё", "toString", "constructor"]) {
    assert.equal(commandOf(press(key), SLIDES), null, key);
  }
});

test("the speaker window has keys of its own, and none for notes on the screen", () => {
  assert.deepEqual(commandOf(press("t"), SPEAKER), { does: "clock" });
  assert.deepEqual(commandOf(press("+"), SPEAKER), { does: "larger" });
  assert.equal(commandOf(press("n"), SPEAKER), null);
  assert.equal(commandOf(press("t"), SLIDES), null);
  const down = press("ArrowDown", { shiftKey: true });
  assert.deepEqual(commandOf(down, SPEAKER), { does: "scroll", by: 1 });
  assert.deepEqual(commandOf(down, SLIDES), { does: "move", by: 1 });
});

test("letters, digits and signs can be switched off, the keys that move cannot", () => {
  for (const key of ["f", "7", "?", ".", "+"]) assert.ok(isSingle(key), key);
  for (const key of [" ", "Enter", "ArrowRight", "Escape", "PageDown"]) assert.ok(!isSingle(key), key);
});
