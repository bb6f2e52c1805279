import assert from "node:assert/strict";
import { test } from "node:test";
import { slidesOf } from "../../../../partnership/export/web/presenter/deck.js";
import { filled } from "../../../../partnership/export/web/presenter/words.js";

const captions = { finding: "", source: "", alt: "", notes: ["A finding", "", "A source"] };
const entry = { headline: "", notes: "", chips: [], address: "" };
const deck = /** @type {import("../../../../partnership/export/web/presenter/deck.js").Deck} */ (/** @type {unknown} */ ({
  rows: [{ year: 2020 }, { year: 2021 }, { year: 2022 }],
  sets: { a: [0, 2], b: [1] },
  drawings: [
    { ...captions, title: "Chart", kind: "chart", height: 300, spec: { datasets: { data: "a" } } },
    {
      ...captions,
      title: "Map",
      kind: "map",
      height: 300,
      spec: { mark: "geoshape" },
      map: {
        layers: [
          { "@@type": "GeoJsonLayer", data: "land" },
          { "@@type": "ScatterplotLayer", data: { set: "b" } },
        ],
        view: { zoom: 1 },
        tooltip: [],
      },
    },
    { ...captions, title: "Empty", kind: "words", words: "Nothing." },
  ],
  slides: [
    { ...entry, drawing: 0, headline: "Headline", notes: "Say this" },
    { ...entry, drawing: 1 },
    { ...entry, drawing: 0 },
    { ...entry, drawing: 2 },
  ],
}));

test("slides get their drawings, and drawings their rows", () => {
  const slides = slidesOf(deck);
  assert.deepEqual(slides.map(({ kind }) => kind), ["chart", "map", "chart", "words"]);
  const [chart, map] = slides;
  assert.ok(chart.kind === "chart" && map.kind === "map");
  assert.deepEqual(chart.spec.datasets, { data: [{ year: 2020 }, { year: 2022 }] });
  assert.deepEqual(map.map.layers.map(({ data }) => data), ["land", [{ year: 2021 }]]);
  assert.deepEqual(map.spec, { mark: "geoshape" });
});

test("a headline stands over the title, notes of the speaker before those of the figure", () => {
  const [first, second] = slidesOf(deck);
  assert.deepEqual([first.heading, first.subtitle, first.own], ["Headline", "Chart", "Say this"]);
  assert.deepEqual([second.heading, second.subtitle, second.own], ["Map", "", ""]);
  assert.deepEqual(first.about, ["A finding", "A source"]);
});

test("the deck that Python wrote is not changed", () => {
  const before = JSON.stringify(deck);
  slidesOf(deck);
  assert.equal(JSON.stringify(deck), before);
});

test("fields of a message are filled once, unknown ones stay", () => {
  assert.equal(filled("Slide {n} of {count}", { n: 2, count: "{n}" }), "Slide 2 of {n}");
  assert.equal(filled("{toString} {x}", { y: 1 }), "{toString} {x}");
  assert.equal(filled("{n}", { n: "$&" }), "$&");
});
