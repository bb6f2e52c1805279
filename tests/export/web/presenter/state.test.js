import assert from "node:assert/strict";
import { test } from "node:test";
import {
  Store,
  beginning,
  blanked,
  isLater,
  moved,
  readState,
  recoloured,
} from "../../../../partnership/export/web/presenter/state.js";
import { ZERO } from "../../../../partnership/export/web/presenter/speaker/clock.js";

const first = beginning({ by: "a" });

test("a move beyond the ends leads to the ends", () => {
  assert.equal(moved(first, 99, 12, 0).index, 11);
  assert.equal(moved(first, -1, 12, 0).index, 0);
  assert.equal(moved(first, Infinity, 12, 0).index, 11);
});

test("the first move to another slide starts the clock, no other does", () => {
  assert.equal(moved(first, 0, 12, 1000).clock, ZERO);
  const begun = { ...first, ...moved(first, 1, 12, 1000) };
  assert.deepEqual(begun.clock, { since: 1000, spent: 0 });
  assert.deepEqual(moved(begun, 2, 12, 9000).clock, begun.clock);
  const stopped = { ...begun, clock: { since: null, spent: 500 } };
  assert.deepEqual(moved(stopped, 2, 12, 9000).clock, stopped.clock);
});

test("blank and theme go back and forth, and change nothing else", () => {
  assert.deepEqual({ ...first, ...blanked(first) }, { ...first, blank: true });
  assert.deepEqual(blanked({ ...first, ...blanked(first) }), first);
  assert.equal(recoloured(first).theme, "dark");
  assert.equal(recoloured({ ...first, theme: "dark" }).theme, "light");
});

test("of two states one is later, in every window alike", () => {
  const [a, b] = [beginning({ by: "a", changes: 3 }), beginning({ by: "b", changes: 3 })];
  assert.ok(isLater(b, a) && !isLater(a, b));
  assert.ok(isLater({ ...a, changes: 4 }, b) && !isLater(b, { ...a, changes: 4 }));
  assert.ok(!isLater(a, a));
});

test("windows that change at once agree again", () => {
  const [one, two] = ["a", "b"].map(by => new Store(beginning({ by })));
  one.change(moved(one.state, 3, 12, 0));
  two.change(moved(two.state, 7, 12, 0));
  const [fromOne, fromTwo] = [one.state, two.state];
  one.adopt(fromTwo);
  two.adopt(fromOne);
  assert.deepEqual(one.state, two.state);
  one.change(blanked(one.state));
  two.adopt(one.state);
  assert.deepEqual([two.state.blank, two.state.by], [true, "a"]);
});

test("listeners learn what was before, and whether it came from this window", () => {
  const store = new Store(first);
  /** @type {unknown[]} */
  const heard = [];
  store.listen((state, before, ours) => heard.push([before.index, state.index, ours]));
  store.change(moved(first, 1, 12, 0));
  store.adopt(beginning({ by: "b", changes: 9, index: 4 }));
  store.adopt(beginning({ by: "b", changes: 8, index: 5 }));
  assert.deepEqual(heard, [
    [0, 1, true],
    [1, 4, false],
  ]);
});

test("a state from elsewhere is read as far as it can be shown here", () => {
  const sent = JSON.parse(JSON.stringify(beginning({ by: "b", changes: 2, index: 40 })));
  const state = readState({ ...sent, more: "x" }, 12);
  assert.deepEqual(state, beginning({ by: "b", changes: 2, index: 11 }));
  // Copied on its way, the clock that was not started is still known as such.
  assert.equal(state?.clock, ZERO);
});

test("what is no state is refused", () => {
  const right = beginning({ by: "b" });
  const wrong = [
    ...[null, undefined, 7, "state", {}, []],
    { ...right, index: -1 },
    { ...right, index: 1.5 },
    { ...right, index: "1" },
    { ...right, changes: NaN },
    { ...right, by: 1 },
    { ...right, blank: "no" },
    { ...right, theme: "<b>" },
    { ...right, clock: null },
    { ...right, clock: { since: "now", spent: 0 } },
    { ...right, clock: { since: null, spent: -1 } },
  ];
  assert.ok(readState(right, 12));
  for (const value of wrong) assert.equal(readState(value, 12), null, JSON.stringify(value));
});
