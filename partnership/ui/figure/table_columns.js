/**
 * Which columns of a table have room, how wide each is, and where the others stand.
 *
 * @import { Choice, Data, Parts, Row } from "./table.js"
 */

/** Rows that are seen at once, and in a table that stands beside another figure. */
export const [ROWS_SEEN, ROWS_BESIDE] = [12, 7];
const NARROW = 480;
const [FEW, MANY] = [2, 6];
/** Pixels of the next row that show that there is one. */
const PEEK = 12;

/**
 * How many columns have room: at most six; on a telephone two, and the numbers that follow them.
 *
 * @param {Data} data
 * @param {number} width
 */
function room({ least, right }, width) {
  const most = Math.min(MANY, least.length);
  const wanted = (/** @type {number} */ n) => width >= NARROW || right.includes(n);
  let [seen, taken] = [0, 0];
  while (seen < most && (seen < FEW || (wanted(seen) && taken + least[seen] <= width))) {
    taken += least[seen++];
  }
  return seen;
}

/**
 * Show the columns that have room, until all are asked for, and as many rows as are seen at once.
 *
 * @param {Parts} parts
 * @param {Data} data
 * @param {Choice} state
 */
export function fitted({ whole, scroll, table, rows }, data, state) {
  const width = scroll.clientWidth;
  if (!width) return;
  const fit = room(data, width);
  const left = fit < data.least.length;
  const folds = left && !state.all && !data.ids.length;
  widths(table, data, state.all ? data.least.length : fit, width);
  whole.classList.toggle("folds", folds);
  whole.querySelector(".all")?.toggleAttribute("hidden", !left);
  for (const { row, drawn } of rows) named(drawn.children[0], row[0], folds);
  const next = table.querySelectorAll("tbody > tr:not(.rest):not([hidden])")[rowsSeen(scroll, data)];
  const height = next instanceof HTMLElement ? `${next.offsetTop + PEEK}px` : "none";
  scroll.style.setProperty("--height", height);
}

/**
 * How many rows are seen at once: fewer where a table stands beside another figure, which would
 * end with a hole. What its rows open there has no end that is known.
 *
 * @param {HTMLElement} part
 * @param {Data} data
 */
function rowsSeen(part, data) {
  const root = part.getRootNode();
  const place = root instanceof ShadowRoot ? root.host : part;
  const column = place.closest('[data-testid="stColumn"]');
  // On a telephone columns stand below each other.
  const whole = column?.parentElement?.clientWidth ?? 0;
  const narrow = column && whole > 1.5 * column.clientWidth;
  return narrow && !data.opened ? ROWS_BESIDE : ROWS_SEEN;
}

/**
 * Give the first columns what they need and their part of the rest; the others are left out. The
 * few that are always seen share what there is.
 *
 * @param {HTMLElement} table
 * @param {Data} data
 * @param {number} seen
 * @param {number} width
 */
function widths(table, { least, shares }, seen, width) {
  const sum = (/** @type {number[]} */ all) => all.slice(0, seen).reduce((a, b) => a + b, 0);
  const spare = Math.max(0, width - sum(least));
  const part = seen <= FEW ? Math.min(1, width / sum(least)) : 1;
  [...table.querySelectorAll("col")].forEach((column, n) => {
    const own = part * least[n] + (spare * shares[n]) / sum(shares);
    column.style.setProperty("--width", `${own}px`);
  });
  table.style.setProperty("--wide", `${part * sum(least) + spare}px`);
  for (const line of table.querySelectorAll("colgroup, tr:not(.rest)")) {
    [...line.children].forEach((cell, n) => cell.classList.toggle("away", n >= seen));
  }
}

/**
 * The first cell of a row: a button for the keyboard, where the row has more to show.
 *
 * @param {Element} cell
 * @param {string} words
 * @param {boolean} opens
 */
function named(cell, words, opens) {
  if (opens === Boolean(cell.querySelector("button"))) return;
  cell.replaceChildren(opens ? make("button", { type: "button" }, words) : words);
}

/**
 * The cells of a row that have no room, each under its head.
 *
 * @param {Row} row
 * @param {Data} data
 * @param {HTMLElement} table
 */
export function rest({ row, drawn }, data, table) {
  const list = make("dl");
  row.forEach((cell, n) => {
    if (!cell || !drawn.children[n].classList.contains("away")) return;
    list.append(make("dt", {}, data.heads[n]), make("dd", { dir: "auto" }, cell));
  });
  const line = make("tr", { class: "rest" });
  const one = make("td", { colspan: String(table.querySelectorAll("col:not(.away)").length) });
  one.append(list);
  line.append(one);
  return line;
}

/**
 * @param {Data} data
 */
export function columns(data) {
  const group = make("colgroup");
  for (const share of data.shares) {
    const column = make("col");
    column.style.setProperty("--share", `${share}%`);
    group.append(column);
  }
  return group;
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {string} [words]
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, words = "") {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (words) element.textContent = words;
  return element;
}
