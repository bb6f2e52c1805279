/**
 * How large a chart is laid out, in pixels of its own. Pure.
 *
 * @import { Specification } from "../deck.js"
 * @typedef {{ width: number, height: number }} Room
 * @typedef {{ width: number, height: number, squeeze: number, columns: number }} Sizes
 *   `squeeze`: heights of rows, as a part of those on a page
 */

// So many charts in a pile may stand side by side, each so wide; its height may shrink to a part.
const HIGH_PILE = 4;
const NARROWEST = 310;
const FLATTEST = 0.8;
const GAP = 30;

/**
 * In how many columns a pile of charts, `height` high on a page, is largest.
 *
 * @param {number} height
 * @param {number} pile how many charts
 * @param {Room} room
 */
export function columnsOf(height, pile, room) {
  const scale = (/** @type {number} */ columns) =>
    Math.min(
      (room.height * pile) / height / Math.ceil(pile / columns),
      room.width / (columns * NARROWEST),
    );
  return pile < HIGH_PILE ? 1 : [1, 2, 3].reduce((a, b) => (scale(b) > scale(a) ? b : a));
}

/**
 * Give a specification its width and, where its rows leave a choice, its height.
 *
 * @param {Specification} specification
 * @param {Sizes} sizes
 */
export function size(specification, { width, height, squeeze, columns }) {
  if (specification.vconcat) {
    const parts = specification.vconcat;
    for (const part of parts) {
      part.width = (width - (columns - 1) * GAP) / columns;
      if (typeof part.height === "number") part.height *= squeeze;
    }
    if (columns > 1) {
      delete specification.vconcat;
      Object.assign(specification, { concat: parts, columns, spacing: GAP });
    }
  } else if (!specification.hconcat && !specification.concat && !specification.facet) {
    specification.width = width;
    if (specification.height?.step) specification.height.step *= squeeze;
    else if (typeof specification.height === "number") specification.height = height;
  }
}

/**
 * The sizes for a chart whose axes or rows took more than was planned.
 *
 * @param {Room} drawn what it took
 * @param {{ height: number }[] | undefined} parts the charts of a pile
 * @param {Room} room
 * @param {Sizes} own what was planned
 * @param {number} enlarged
 * @returns {Sizes}
 */
export function corrected(drawn, parts, room, own, enlarged) {
  const beside = Math.max(0, drawn.width - own.width);
  if (parts) {
    // What stands between the parts keeps its height, they give way.
    const rows = Math.ceil(parts.length / own.columns);
    const high = rows * (parts.reduce((sum, { height }) => sum + height, 0) / parts.length);
    const share = (own.height - drawn.height + high) / high;
    const squeeze = Math.max(Math.min(FLATTEST, own.squeeze), own.squeeze * share);
    return { ...own, width: own.width - beside, squeeze };
  }
  // Its height is its own: it is smaller than wanted, and so there is room for more width.
  return { ...own, width: room.width / Math.min(enlarged, room.height / drawn.height) - beside };
}

/**
 * In how many columns cards may stand: the last row has no holes where that can be.
 *
 * @param {number} many
 */
export function columnsFor(many) {
  const fit = [5, 4, 3, 2, 1].filter(columns => columns <= many);
  const full = fit.filter(columns => many % columns === 0 && (columns > 1 || many <= 3));
  return full.length ? full : fit;
}
