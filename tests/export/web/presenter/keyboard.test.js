import assert from "node:assert/strict";
import { before, beforeEach, test } from "node:test";

/** @type {(event: object) => void} */
let press;
/** @type {string[]} */
let done = [];
/** @type {typeof import("../../../../partnership/export/web/presenter/controls/keyboard.js").Keyboard} */
let Keyboard;

before(async () => {
  const window = { addEventListener: (/** @type {string} */ _kind, /** @type {any} */ heard) => (press = heard) };
  Object.assign(globalThis, window, { document: { activeElement: null } });
  ({ Keyboard } = await import("../../../../partnership/export/web/presenter/controls/keyboard.js"));
});

beforeEach(() => {
  done = [];
  new Keyboard({}, {
    move: by => done.push(`by ${by}`),
    go: n => done.push(`to ${n}`),
    typing: digits => done.push(`typing ${digits}`),
  }, []);
});

/** A key that the hand pressed `after` milliseconds from now. */
function key(/** @type {string} */ key, after = 0) {
  press({ key, code: "", timeStamp: performance.now() + after, preventDefault() {}, stopImmediatePropagation() {} });
}

test("a number and Enter go to a slide", () => {
  key("1");
  key("2");
  key("Enter");
  assert.deepEqual(done, ["typing 1", "typing 12", "typing ", "to 11"]);
});

test("a number counts by when the hand pressed, not by when a busy page heard of it", t => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  key("6");
  // The page was busy: its timers are over before it hears of the key.
  t.mock.timers.tick(10_000);
  key("Enter", 500);
  assert.deepEqual(done, ["typing 6", "typing ", "typing ", "to 5"]);
});

test("a number that nobody confirms is forgotten", t => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  key("6");
  t.mock.timers.tick(10_000);
  key("Enter", 10_000);
  assert.deepEqual(done, ["typing 6", "typing ", "by 1"]);
});
