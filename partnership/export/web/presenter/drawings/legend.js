/**
 * The legend over a map that moves.
 *
 * @import { Sign } from "../deck.js"
 */

import { make } from "../dom.js";

const SPACE = "http://www.w3.org/2000/svg";
/** @type {Record<string, string>} Signs in a square from -10 to 10. */
const SHAPES = {
  circle: "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z",
  square: "M-6 -6h12v12h-12z",
  diamond: "M0 -8L8 0L0 8L-8 0z",
  cross: "M-2.5 -7h5v4.5h4.5v5h-4.5v4.5h-5v-4.5h-4.5v-5h4.5z",
  "triangle-up": "M0 -7L7 6h-14z",
  "triangle-down": "M0 7L7 -6h-14z",
  "triangle-left": "M-7 0L6 -7v14z",
  "triangle-right": "M7 0L-6 -7v14z",
  triangle: "M0 -7L7 6h-14z",
  stroke: "M-9 0h18",
};

/**
 * Signs in the colours and shapes of the marks, over a corner of the map.
 *
 * @param {Sign[]} entries
 */
export function legend(entries) {
  const items = entries.map(one => make("li", {}, sign(one), make("span", { dir: "auto" }, one.words)));
  return make("ul", { class: "map-key" }, ...items);
}

/** @param {Sign} sign */
function sign({ fill, edge, width, shape }) {
  const drawing = document.createElementNS(SPACE, "svg");
  drawing.setAttribute("viewBox", "-10 -10 20 20");
  const path = document.createElementNS(SPACE, "path");
  // A shape of its own is a path in a square from -1 to 1.
  const known = Object.hasOwn(SHAPES, shape);
  const look = {
    d: known ? SHAPES[shape] : shape,
    fill: fill === "transparent" ? "none" : fill,
    stroke: edge,
    "stroke-width": String(Math.max(width, shape === "stroke" ? 2 : 1)),
    "vector-effect": "non-scaling-stroke",
    ...(!known && { transform: "scale(8)" }),
  };
  for (const [name, value] of Object.entries(look)) path.setAttribute(name, value);
  drawing.append(path);
  return drawing;
}
