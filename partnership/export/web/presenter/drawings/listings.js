/**
 * Figures that are read: cards, events, facts, tables.
 *
 * @import { Column, Row, Slide } from "../deck.js"
 * @typedef {Extract<Slide, { total: number }>} Listed
 * @typedef {Listed["kind"]} Kind
 */

import { fits, make, worded } from "../dom.js";
import { columnsFor } from "./sizes.js";
import { words } from "../page.js";
import { filled } from "../words.js";

// Pixels of the design that a column of a table takes.
const COLUMN = 160;
// Sizes of letters, as a part of their size in the design.
const LEAST = { numbers: 0.72, events: 0.84, facts: 0.84, table: 0.96 };
const LARGEST = { numbers: 1.6, events: 1.44, facts: 1.44, table: 1.2 };
const LONG = 24;

/** @type {Record<Kind, (rows: Row[], columns: Column[]) => HTMLElement[]>} */
const listings = { numbers: cards, events, facts, table };

/**
 * @param {Slide} slide
 * @returns {slide is Listed}
 */
export const isListing = slide => slide.kind in listings;

/**
 * @param {Row[]} rows
 */
function cards(rows) {
  return rows.map(({ label, value, detail }) =>
    make(
      "li",
      {},
      worded("span", "label", label),
      worded("strong", value?.length > LONG ? "long" : "", value),
      worded("span", "detail", detail),
    ),
  );
}

/**
 * @param {Row[]} rows
 */
function events(rows) {
  return rows.map(({ label, value, detail }) =>
    make(
      "li",
      {},
      worded("span", "label", label),
      make("div", {}, worded("strong", "", value), worded("span", "detail", detail)),
    ),
  );
}

/**
 * @param {Row[]} rows
 */
function facts(rows) {
  return rows.map(({ label, value, detail }, n) =>
    make(
      "li",
      {},
      make(
        "div",
        {},
        worded("span", "label", label),
        // The source of several in a row stands once, after the last.
        rows[n + 1]?.detail === detail ? null : worded("span", "detail", detail),
      ),
      worded("strong", "", value),
    ),
  );
}

/**
 * @param {Row[]} rows
 * @param {Column[]} columns
 */
function table(rows, columns) {
  return rows.map(row =>
    make("tr", {}, ...columns.map(column => make("td", placed(column), row[column.key] ?? ""))),
  );
}

/**
 * How a cell of a column stands.
 *
 * @param {Column} column
 */
function placed({ align }) {
  return align === "right" ? { dir: "auto", class: "right" } : { dir: "auto" };
}

/**
 * Rows of words in `box`, as many as there is room for, and how many more there are.
 *
 * @param {HTMLElement} box
 * @param {Listed} slide
 * @param {number} unit
 */
export function listing(box, slide, unit) {
  const { kind, rows, total, columns = [] } = slide;
  const content = make("div", { class: "content" });
  box.append(content);
  const named = shownOf(columns, rows, box.clientWidth / (COLUMN * unit));
  const left = columns.filter(column => !named.includes(column)).map(({ head }) => head);
  const set = (/** @type {number} */ kept) => {
    const missing = [
      total > kept ? filled(words.more, { n: total - kept }) : "",
      left.length ? filled(words.columns, { names: left.join(", ") }) : "",
    ];
    content.replaceChildren(body(kind, rows.slice(0, kept), named));
    const more = worded("p", "more", missing.filter(Boolean).join(" · "));
    if (more) content.append(more);
  };
  set(rows.length);
  if (arranged(box, content, rows.length, kind)) return;
  // Halving finds the most rows that fit in letters that can still be read.
  let [fitting, tooMany] = [1, rows.length];
  while (tooMany - fitting > 1) {
    const half = Math.floor((fitting + tooMany) / 2);
    set(half);
    if (fits(box, content, LEAST[kind], LEAST[kind])) fitting = half;
    else tooMany = half;
  }
  set(fitting);
  if (!fits(box, content, LEAST[kind], LARGEST[kind])) fits(box, content, 0.3, LEAST[kind]);
}

/**
 * @param {Kind} kind
 * @param {Row[]} rows
 * @param {Column[]} columns
 */
function body(kind, rows, columns) {
  const items = listings[kind](rows, columns);
  const many = { "data-many": rows.length > 5, "data-one": rows.length === 1 };
  if (kind !== "table") return make("ul", { class: kind, ...many }, ...items);
  const head = columns.map(one => make("th", { scope: "col", ...placed(one) }, one.head));
  return make(
    "table",
    {},
    make("thead", {}, make("tr", {}, ...head)),
    make("tbody", {}, ...items),
  );
}

/**
 * The first columns that have words in them, as many as there is room for.
 *
 * @param {Column[]} columns
 * @param {Row[]} rows
 * @param {number} room
 */
function shownOf(columns, rows, room) {
  const used = columns.filter(({ key }) => rows.slice(0, 12).some(row => row[key]));
  return used.slice(0, Math.max(2, Math.floor(room)));
}

/**
 * All rows in the largest letters; cards in the number of columns that lets them be largest.
 *
 * @param {HTMLElement} box
 * @param {HTMLElement} content
 * @param {number} many
 * @param {Kind} kind
 */
function arranged(box, content, many, kind) {
  const across = (/** @type {number} */ columns) => {
    content.style.setProperty("--columns", String(columns));
    return fits(box, content, LEAST[kind], LARGEST[kind]);
  };
  if (kind !== "numbers") return across(2);
  const tried = columnsFor(many).map(columns => [across(columns), columns]);
  const [size, columns] = tried.reduce((a, b) => (b[0] > a[0] ? b : a));
  content.style.setProperty("--columns", String(columns));
  content.style.setProperty("--size", String(size || LEAST[kind]));
  return size > 0;
}
