/**
 * One slide.
 *
 * @import { Slide, Theme } from "../deck.js"
 * @typedef {{ width: number, height: number }} Area in pixels
 * @typedef {{ still?: boolean, theme: Theme, notices?: HTMLElement | null }} Options
 *   `still`: nothing in it moves, a map is its picture
 * @typedef {{ element: HTMLElement, remove: () => void }} Built
 */

import { make, worded } from "../dom.js";
import { chart } from "../drawings/charts.js";
import { isListing, listing } from "../drawings/listings.js";
import { drawsMaps, map } from "../drawings/maps.js";
import { announced, deck, slides, words } from "../page.js";
import { shade } from "../theme.js";

/** The design of a slide; `unitOf` is how many pixels one of its pixels is in an area. */
export const DESIGN = { width: 1280, height: 720 };
/** A telephone is nearer to the eye than a screen on a wall: below this nothing shrinks further. */
const LEAST_UNIT = 0.6;
/** The part of a slide that its drawing has at least, and the smallest letters that give it that. */
const LEAST_SHARE = 0.42;
const SMALLEST = 0.5;
/** Letters of a chart on a slide, as a part of their size on a page. */
const ON_SLIDE = 1.5;
const LEAST_SCALE = 0.95;

/** @param {Area} area */
export const unitOf = ({ width, height }) =>
  Math.max(Math.min(width / DESIGN.width, height / DESIGN.height), LEAST_UNIT);

/**
 * The words of slide `n`, and an empty box for its drawing.
 *
 * @param {number} n
 * @param {Area} area
 * @param {Options} options
 */
function frame(n, area, { still = false, notices = null }) {
  const slide = slides[n];
  const box = make("div", { class: `drawing ${slide.kind}`, "data-kind": slide.kind });
  if (slide.kind === "chart" || slide.kind === "map") {
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", slide.alt);
  } else if (slide.kind === "words") {
    box.append(worded("p", "why", slide.words) ?? "");
  }
  const chips = slide.chips.map(chip => worded("li", "", chip));
  const kind = area.height > area.width ? "slide tall" : "slide";
  const element = make(
    "article",
    { class: kind, "aria-roledescription": "slide", "aria-label": announced(n) },
    n === 0 && !still ? notices : null,
    make(
      "header",
      {},
      worded("h1", "", slide.heading),
      worded("p", "subtitle", slide.subtitle),
      chips.length ? make("ul", { class: "chips", "aria-label": words.filters }, ...chips) : null,
    ),
    box,
    worded("p", "finding", slide.finding),
    footer(n, still),
  );
  element.style.width = `${area.width}px`;
  element.style.height = `${area.height}px`;
  element.style.setProperty("--k", String(unitOf(area)));
  return { element, box };
}

/**
 * @param {number} n
 * @param {boolean} still
 */
function footer(n, still) {
  const { source, address } = slides[n];
  const link = { href: address, rel: "noopener", target: "_blank" };
  return make(
    "footer",
    {},
    make(
      "div",
      { class: "from" },
      make("p", { class: "brand" }, mark(), words.brand, deck.title && ` · ${deck.title}`),
      make("p", { class: "source", dir: "auto" }, source),
    ),
    make(
      "p",
      { class: "place" },
      address && !still ? make("a", link, words.open) : null,
      make("span", { dir: "auto" }, deck.created),
      make("b", { dir: "ltr" }, `${n + 1} / ${slides.length}`),
    ),
  );
}

/** The mark of the dashboard: two bars, of which the first is higher. */
const mark = () =>
  make("span", { class: "mark", "aria-hidden": "true" }, make("i", {}), make("i", {}));

/**
 * Smaller letters, until the drawing has its share; then fewer words: a slide is never cut.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement} box
 */
function settle(element, box) {
  const tight = () =>
    element.scrollHeight > element.clientHeight ||
    box.clientHeight < element.clientHeight * LEAST_SHARE;
  for (let fit = 1; tight() && fit >= SMALLEST; fit -= 0.05) {
    element.style.setProperty("--fit", fit.toFixed(2));
  }
  const texts = "h1, .subtitle, .chips li, .finding, .source";
  const parts = /** @type {HTMLElement[]} */ ([...element.querySelectorAll(texts)]);
  const lettersOf = (/** @type {HTMLElement} */ part) => part.textContent ?? "";
  for (let tries = 0; tight() && tries < 60; tries += 1) {
    const longest = parts.reduce((a, b) => (lettersOf(a).length > lettersOf(b).length ? a : b));
    longest.title ||= lettersOf(longest);
    const letters = [...lettersOf(longest)];
    longest.textContent = `${letters.slice(0, Math.floor(letters.length * 0.8)).join("")}…`;
  }
}

/**
 * Put slide `n`, `area` large, into `parent`.
 *
 * @param {Element} parent
 * @param {number} n
 * @param {Area} area
 * @param {Options} options
 * @returns {Promise<Built>} the element and how to take it away
 */
export async function build(parent, n, area, options) {
  const slide = slides[n];
  const { element, box } = frame(n, area, options);
  shade(element, options.theme);
  parent.append(element);
  settle(element, box);
  let close = () => {};
  try {
    close = await draw(box, slide, unitOf(area), options);
  } catch (error) {
    // A drawing that fails leaves its words, among them what it shows.
    console.error(error);
    box.replaceChildren(worded("p", "why", slide.alt) ?? "");
  }
  return {
    element,
    remove() {
      close();
      element.remove();
    },
  };
}

/**
 * @param {HTMLElement} box
 * @param {Slide} slide
 * @param {number} unit
 * @param {Options} options
 * @returns {Promise<() => void>} how to take the drawing away
 */
async function draw(box, slide, unit, { still = false, theme }) {
  if (isListing(slide)) {
    listing(box, slide, unit);
  } else if (slide.kind === "map" && drawsMaps && !still) {
    return map(box, slide, { unit, letters: LEAST_SCALE, theme });
  } else if (slide.kind !== "words") {
    return chart(box, slide, Math.max(ON_SLIDE * unit, LEAST_SCALE), theme);
  }
  return () => {};
}
