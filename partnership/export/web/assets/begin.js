(() => {
"use strict";

// What Python wrote into the page: slides and words, what is around them, the maps' grounds.
const read = id => JSON.parse(document.getElementById(id)?.textContent || "{}");
const shown = read("deck");
const around = read("around");
const grounds = read("geometry");
const say = shown.words;

// Slides that show the same drawing name one, and drawings that show the same rows name them: each
// is sent once. Whoever draws works on a copy.
const rowsOf = name => shown.sets[name].map(n => shown.rows[n]);
for (const { spec, map } of shown.drawings) {
  for (const [name, set] of Object.entries(spec?.datasets ?? {})) spec.datasets[name] = rowsOf(set);
  for (const layer of map?.layers ?? []) {
    if (layer.data?.set) layer.data = rowsOf(layer.data.set);
  }
}
const slides = shown.slides.map(({ drawing, headline, notes, chips, address }) => {
  const it = shown.drawings[drawing];
  return {
    ...it,
    heading: headline || it.title,
    subtitle: headline ? it.title : "",
    notes: [notes, ...it.notes].filter(Boolean),
    chips,
    address,
  };
});

// The design is 1280 by 720; `unit` is how many pixels one of its pixels is here. A telephone is
// held closer than a screen hangs: below 0.6 nothing shrinks further.
const DESIGN = { width: 1280, height: 720 };
const LEAST_UNIT = 0.6;
const unitOf = ({ width, height }) =>
  Math.max(Math.min(width / DESIGN.width, height / DESIGN.height), LEAST_UNIT);
