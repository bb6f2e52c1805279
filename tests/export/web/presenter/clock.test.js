import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ZERO,
  elapsed,
  face,
  isClock,
  running,
  toggled,
} from "../../../../partnership/export/web/presenter/speaker/clock.js";

test("a clock shows minutes and seconds, and hours once there are any", () => {
  const seconds = [0, 5, 65, 600, 3599, 3600, 3845, 36_000];
  const faces = ["0:00", "0:05", "1:05", "10:00", "59:59", "1:00:00", "1:04:05", "10:00:00"];
  assert.deepEqual(seconds.map(s => face(s * 1000 + 999)), faces);
});

test("what ran before a stop counts, the stop does not", () => {
  const stopped = toggled(running(1000), 6000);
  assert.equal(elapsed(stopped, 99_000), 5000);
  const again = toggled(stopped, 100_000);
  assert.equal(elapsed(again, 102_000), 7000);
});

test("a clock that was stopped at once is not one that was never started", () => {
  assert.notDeepEqual(toggled(running(1000), 1000), ZERO);
});

test("a clock of the computer that is set back does not run backwards", () => {
  assert.equal(elapsed({ since: 5000, spent: 300 }, 4000), 300);
});

test("only clocks are clocks", () => {
  assert.ok(isClock(ZERO) && isClock(running(5)));
  for (const value of [null, undefined, {}, { since: 1 }, { since: NaN, spent: 0 }]) {
    assert.equal(Boolean(value && isClock(value)), false);
  }
  assert.equal(isClock(null), false);
});
