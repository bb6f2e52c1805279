/**
 * How much closer than on a page the rows of a chart may come.
 *
 * @import { Charted } from "./render.js"
 */

import { make } from "../dom.js";
import { render } from "./render.js";

const TRIED = [0.6, 0.7, 0.8, 0.9];
const HARMLESS = 0.84;
const PAGE_WIDTH = 800;
const SPARED = 1.15;
const TOUCH = 1.5;
const MARKS = ".mark-text text, .mark-rect path, .mark-symbol path";

/** @type {WeakMap<Charted, Map<number, Promise<number>>>} What was found for a slide, by columns. */
const known = new WeakMap();

/**
 * The least share of `natural` height at which hardly more overlaps than on a page; found once.
 *
 * @param {Charted} slide
 * @param {number} natural
 * @param {number} columns
 * @param {number} height
 */
export async function closest(slide, natural, columns, height) {
  const wanted = height / natural;
  if (wanted >= HARMLESS) return Math.min(wanted, 1);
  const shares = known.get(slide) ?? new Map();
  known.set(slide, shares);
  if (!shares.has(columns)) shares.set(columns, leastShare(slide, natural, columns));
  return shares.get(columns) ?? 1;
}

/**
 * @param {Charted} slide
 * @param {number} natural
 * @param {number} columns
 */
async function leastShare(slide, natural, columns) {
  const most = SPARED * (await overlapping(slide, natural, columns, 1)) + 1;
  for (const share of TRIED) {
    if ((await overlapping(slide, natural, columns, share)) <= most) return share;
  }
  return 1;
}

/**
 * How many pairs of words, and of words and marks, cover each other.
 *
 * @param {Charted} slide
 * @param {number} natural
 * @param {number} columns
 * @param {number} share
 */
async function overlapping(slide, natural, columns, share) {
  const box = make("div", { class: "trial", "aria-hidden": "true" });
  document.body.append(box);
  const trial = { width: PAGE_WIDTH, height: share * natural, squeeze: share, columns };
  const { svg, finalize } = await render(box, slide, trial, "light");
  const marks = [...svg.querySelectorAll(MARKS)]
    .map(mark => ({ word: mark.tagName === "text", at: mark.getBoundingClientRect() }))
    .filter(({ at }) => at.width > 0 && at.height > 0);
  let found = 0;
  for (const [n, one] of marks.entries()) {
    for (const other of marks.slice(n + 1)) {
      if ((one.word || other.word) && cover(one.at, other.at)) found += 1;
    }
  }
  finalize();
  box.remove();
  return found;
}

/**
 * @param {DOMRect} a
 * @param {DOMRect} b
 */
const cover = (a, b) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCH &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCH;
