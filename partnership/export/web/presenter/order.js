/** Which slides come when. Pure; slides are counted from 0, as places in a list are. */

/** Slides that are kept ready after and before the one that is shown. */
const AHEAD = 2;
const BEHIND = 1;

/**
 * The place nearest to `n` in a deck: beyond the ends are the ends.
 *
 * @param {number} n
 * @param {number} count
 */
export const within = (n, count) => Math.max(0, Math.min(n, count - 1));

/**
 * Whether slide `other` stays ready while `index` is shown.
 *
 * @param {number} other
 * @param {number} index
 */
export const isNear = (other, index) => other >= index - BEHIND && other <= index + AHEAD;

/**
 * The neighbours to make ready, the likeliest first. The one after next matters only once the next
 * is there.
 *
 * @param {number} index
 * @param {number} count
 */
export const neighbours = (index, count) =>
  [index + 1, index - 1, index + 2].filter(n => n >= 0 && n < count);

/**
 * All slides, those near `index` first.
 *
 * @param {number} index
 * @param {number} count
 */
export const nearestFirst = (index, count) =>
  Array.from({ length: count }, (_, n) => n).sort(
    (a, b) => Math.abs(a - index) - Math.abs(b - index),
  );

/**
 * The slide that an address asks for by its number, or null.
 *
 * @param {string} hash
 */
export function fromHash(hash) {
  const found = /^#(\d{1,3})$/.exec(hash);
  return found ? Number(found[1]) - 1 : null;
}

/**
 * Where a key leads among tiles that stand in `columns`; null where it leads nowhere.
 *
 * @param {string} key
 * @param {{ at: number, columns: number, count: number }} tiles
 */
export function tileAfter(key, { at, columns, count }) {
  const places = /** @type {Record<string, number>} */ ({
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: count - 1,
  });
  return key in places ? within(places[key], count) : null;
}
