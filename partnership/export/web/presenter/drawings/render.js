/**
 * Vega-Lite: one drawing in pixels of its own.
 *
 * @import { Slide, Theme } from "../deck.js"
 * @import { Room, Sizes } from "./sizes.js"
 * @typedef {Extract<Slide, { kind: "chart" | "map" }>} Charted
 * @typedef {{ finalize: () => void, svg: SVGSVGElement, drawn: Room,
 *   parts: { height: number }[] | undefined }} Rendered
 */

import { inTheme } from "../theme.js";
import { size } from "./sizes.js";
import { pointAtMark } from "./tooltip.js";

const ERRORS_ONLY = 1;
const refused = () => Promise.reject(new Error("nothing is loaded"));
/** Loads nothing; the picture of a drawing whose data is not passed on stands in the file itself. */
const nobody = {
  load: refused,
  sanitize: (/** @type {string} */ address) =>
    address.startsWith("data:image/png;") ? Promise.resolve({ href: address }) : refused(),
};

/**
 * @param {HTMLElement} box
 * @param {Charted} slide
 * @param {Sizes} sizes
 * @param {Theme} theme
 * @returns {Promise<Rendered>}
 */
export async function render(box, slide, sizes, theme) {
  const specification = inTheme(slide.spec, theme);
  size(specification, sizes);
  // Vega names the box that it draws in, and would take the name that the slide gave it.
  specification.description = slide.alt;
  const { finalize, view } = await vegaEmbed(box, specification, {
    actions: false,
    defaultStyle: false,
    loader: nobody,
    logLevel: ERRORS_ONLY,
    mode: "vega-lite",
    renderer: "svg",
    tooltip: pointAtMark,
  });
  // Vega fits a drawing once, before its legend breaks into lines at the width that was found.
  if (box.querySelector(".role-legend")) await view.resize().runAsync();
  const svg = box.querySelector("svg");
  if (!svg) throw new Error("the chart was not drawn");
  const [width, height] = ["width", "height"].map(name => Number(svg.getAttribute(name)));
  return { finalize, svg, drawn: { width, height }, parts: specification.vconcat ?? specification.concat };
}
