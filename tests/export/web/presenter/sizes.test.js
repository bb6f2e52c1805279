import assert from "node:assert/strict";
import { test } from "node:test";
import {
  columnsOf,
  corrected,
  size, columnsFor } from "../../../../partnership/export/web/presenter/drawings/sizes.js";

const sizes = { width: 630, height: 400, squeeze: 0.5, columns: 2 };

test("a few charts stay in a pile, many stand side by side where that is larger", () => {
  assert.equal(columnsOf(600, 3, { width: 1200, height: 400 }), 1);
  assert.equal(columnsOf(1200, 6, { width: 1200, height: 400 }), 3);
  assert.equal(columnsOf(1200, 6, { width: 350, height: 1600 }), 1);
});

test("a chart gets width and height, one of rows gets smaller rows", () => {
  const chart = { height: 300 };
  size(chart, sizes);
  assert.deepEqual(chart, { width: 630, height: 400 });
  const rows = { height: { step: 20 } };
  size(rows, sizes);
  assert.deepEqual(rows, { width: 630, height: { step: 10 } });
});

test("charts of a pile share the width of the columns in which they stand", () => {
  const pile = { vconcat: [{ height: 100 }, { height: 200 }] };
  size(pile, sizes);
  assert.deepEqual(pile, {
    concat: [
      { width: 300, height: 50 },
      { width: 300, height: 100 },
    ],
    columns: 2,
    spacing: 30,
  });
  const beside = { hconcat: [{}, {}] };
  size(beside, sizes);
  assert.deepEqual(beside, { hconcat: [{}, {}] });
});

test("what axes took is given back by the width, what rows took by their height", () => {
  const room = { width: 1200, height: 600 };
  const own = { width: 800, height: 400, squeeze: 0.9, columns: 1 };
  const wide = corrected({ width: 850, height: 400 }, undefined, room, own, 1.5);
  assert.deepEqual(wide, { ...own, width: 750 });
  const high = corrected({ width: 820, height: 440 }, [{ height: 400 }], room, own, 1.5);
  assert.deepEqual(high, { ...own, width: 780, squeeze: 0.81 });
});

test("rows are flattened to a part, and no further than they are", () => {
  const room = { width: 1200, height: 600 };
  const drawn = { width: 800, height: 600 };
  const parts = [{ height: 400 }];
  const squeezed = [1, 0.6].map(squeeze => {
    const own = { width: 800, height: 400, squeeze, columns: 1 };
    return corrected(drawn, parts, room, own, 1.5).squeeze;
  });
  assert.deepEqual(squeezed, [0.8, 0.6]);
});

test("the last row of cards has no holes where that can be", () => {
  assert.deepEqual(columnsFor(6), [3, 2]);
  assert.deepEqual(columnsFor(10), [5, 2]);
  assert.deepEqual(columnsFor(1), [1]);
  assert.deepEqual(columnsFor(7), [5, 4, 3, 2, 1]);
});
