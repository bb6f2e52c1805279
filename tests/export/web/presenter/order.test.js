import assert from "node:assert/strict";
import { test } from "node:test";
import {
  fromHash,
  isNear,
  nearestFirst,
  neighbours,
  tileAfter,
  within,
} from "../../../../partnership/export/web/presenter/order.js";

test("places beyond the ends are the ends, also in a deck of nothing", () => {
  assert.deepEqual([-3, 0, 4, 5, 99].map(n => within(n, 5)), [0, 0, 4, 4, 4]);
  assert.equal(within(3, 0), 0);
});

test("one behind and two ahead stay ready, the next first", () => {
  const near = [0, 1, 2, 3, 4, 5, 6].filter(n => isNear(n, 3));
  assert.deepEqual(near, [2, 3, 4, 5]);
  assert.deepEqual(neighbours(3, 12), [4, 2, 5]);
  assert.deepEqual(neighbours(0, 12), [1, 2]);
  assert.deepEqual(neighbours(11, 12), [10]);
  assert.ok(neighbours(3, 12).every(n => isNear(n, 3)));
});

test("the overview fills from the slide that is shown", () => {
  assert.deepEqual(nearestFirst(3, 6), [3, 2, 4, 1, 5, 0]);
  assert.deepEqual(nearestFirst(0, 3), [0, 1, 2]);
});

test("an address names a slide by its number", () => {
  assert.deepEqual(["#1", "#12", "#999"].map(fromHash), [0, 11, 998]);
  for (const hash of ["", "#", "#x", "#1x", "#1234", "#speaker-1", "#-1"]) {
    assert.equal(fromHash(hash), null, hash);
  }
});

test("arrows move among tiles by row and column", () => {
  const tiles = { at: 4, columns: 3, count: 8 };
  const keys = ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End"];
  assert.deepEqual(keys.map(key => tileAfter(key, tiles)), [5, 3, 7, 1, 0, 7]);
  assert.equal(tileAfter("ArrowDown", { ...tiles, at: 6 }), 7);
  assert.equal(tileAfter("a", tiles), null);
});
