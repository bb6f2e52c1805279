(() => {
"use strict";

// What Python wrote into the page: slides and words, what is around them, the maps' grounds.
const read = id => JSON.parse(document.getElementById(id)?.textContent || "{}");
const shown = read("deck");
const around = read("around");
const grounds = read("geometry");
const say = shown.words;
const slides = shown.slides;

// The design is 1280 by 720; `unit` is how many pixels one of its pixels is here. A telephone is
// held closer than a screen hangs: below 0.6 nothing shrinks further.
const DESIGN = { width: 1280, height: 720 };
const LEAST_UNIT = 0.6;
const unitOf = ({ width, height }) =>
  Math.max(Math.min(width / DESIGN.width, height / DESIGN.height), LEAST_UNIT);
