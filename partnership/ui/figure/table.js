import { ROWS_SEEN, columns, fitted, make, rest } from "./table_columns.js";

/**
 * `opens`: a row opens what it is about, named `shown` by the selector of where that stands, and
 * `chosen` is the row that is open; else a row shows its columns that have no room.
 *
 * @typedef {{
 *   keys: string[], heads: string[], rows: string[][], order: Record<string, ([string, number | string] | [])[]>,
 *   right: number[], least: number[], shares: number[], small: boolean, lang: string,
 *   opens: boolean, shown: string, chosen: number | null,
 *   words: { find: string, found: string, all: string },
 * }} Data
 * @typedef {{ text: string, key: string, down: boolean, find: string, all: boolean,
 *   watch?: ResizeObserver }} Choice
 * @typedef {{ row: string[], n: number, drawn: HTMLTableRowElement }} Row
 * @typedef {{ whole: HTMLElement, scroll: HTMLElement, table: HTMLElement, rows: Row[] }} Parts
 */

/** Pixels: the widest screen on which what opens stands under the table. */
const PHONE = 640;
/** What each table on the page shows, and how its reader has put it in order. */
const choices = /** @type {WeakMap<ParentNode, Choice>} */ (new WeakMap());

/**
 * A table that its reader sorts and searches. Called for each run of the page: what did not change
 * is left alone.
 *
 * @param {{ data: Data, parentElement: ParentNode,
 *   setTriggerValue: (name: string, value: number) => void }} component
 */
export default function ({ data, parentElement, setTriggerValue }) {
  const text = JSON.stringify(data);
  /** @type {Choice} */
  const first = { text: "", key: "", down: false, find: "", all: false };
  const state = choices.get(parentElement) ?? first;
  choices.set(parentElement, state);
  if (state.text === text && parentElement.querySelector(".whole")) return;
  state.text = text;
  const body = make("tbody");
  const rows = data.rows.map((row, n) => ({ row, n, drawn: drawn(row, n, data) }));
  const heads = data.heads.map((head, n) => {
    const cell = make("th", { scope: "col" });
    if (data.right.includes(n)) cell.className = "right";
    const button = make("button", { type: "button" }, head);
    button.addEventListener("click", () => turn(state, data.keys[n], sort));
    cell.append(button);
    return cell;
  });
  const sort = () => {
    const column = data.keys.indexOf(state.key);
    heads.forEach((cell, n) => {
      const way = state.down ? "descending" : "ascending";
      cell.setAttribute("aria-sort", n === column ? way : "none");
    });
    const order = column < 0 ? rows : [...rows].sort(by(column, data, state.down));
    body.replaceChildren(...order.map(one => one.drawn));
  };
  sort();
  const table = make("table", data.small ? { class: "small" } : {});
  const head = make("thead");
  const top = make("tr");
  top.append(...heads);
  head.append(top);
  table.append(columns(data), head, body);
  const scroll = make("div", { class: "scroll", tabindex: "0" });
  scroll.append(table);
  const whole = make("div", { class: "whole" });
  const parts = { whole, scroll, table, rows };
  const fit = () => fitted(parts, data, state);
  whole.append(tools(data, state, parts, fit), scroll);
  body.addEventListener("click", event => opened(event, parts, data, setTriggerValue));
  parentElement.querySelector(".whole")?.remove();
  parentElement.append(whole);
  state.watch?.disconnect();
  state.watch = new ResizeObserver(fit);
  state.watch.observe(whole);
  fit();
}

/**
 * A row was chosen: what it is about opens, or its columns that have no room.
 *
 * @param {Event} event
 * @param {Parts} parts
 * @param {Data} data
 * @param {(name: string, value: number) => void} setTriggerValue
 */
function opened(event, parts, data, setTriggerValue) {
  const line = event.target instanceof Element && event.target.closest("tr:not(.rest)");
  const row = parts.rows.find(one => one.drawn === line);
  // Who marks words of a cell to copy them opens nothing.
  if (!row || String(getSelection() ?? "")) return;
  if (!data.opens) return unfolded(row, parts, data);
  setTriggerValue("opened", row.n);
  const place = innerWidth <= PHONE && document.querySelector(data.shown);
  if (place) place.scrollIntoView({ block: "start" });
}

/**
 * @param {Row} row
 * @param {Parts} parts
 * @param {Data} data
 */
function unfolded(row, { whole, table }, data) {
  const there = row.drawn.nextElementSibling;
  const open = there?.classList.contains("rest");
  if (open) there?.remove();
  else if (whole.classList.contains("folds")) row.drawn.after(rest(row, data, table));
  row.drawn.querySelector("button")?.setAttribute("aria-expanded", String(!open));
}

/**
 * Upwards, downwards, and back to the order of the figure.
 *
 * @param {Choice} state
 * @param {string} key
 * @param {() => void} sort
 */
function turn(state, key, sort) {
  if (state.key !== key) [state.key, state.down] = [key, false];
  else if (!state.down) state.down = true;
  else state.key = "";
  sort();
}

/**
 * Rows by a column: values of one unit by their size, words without a value after them, nothing
 * last, both ways.
 *
 * @param {number} column
 * @param {Data} data
 * @param {boolean} down
 * @returns {(a: Row, b: Row) => number}
 */
function by(column, data, down) {
  const words = new Intl.Collator(data.lang, { numeric: true });
  const order = data.order[column];
  const rank = (/** @type {Row} */ one) => (order?.[one.n]?.length ? 0 : one.row[column] ? 1 : 2);
  const compare = (/** @type {Row} */ a, /** @type {Row} */ b) => {
    // Only rows of one rank are compared: both have a value, or neither.
    const [one, two] = [order?.[a.n], order?.[b.n]];
    if (!one?.length || !two?.length) return words.compare(a.row[column], b.row[column]);
    const [[unit, value], [otherUnit, other]] = [one, two];
    if (unit !== otherUnit) return unit < otherUnit ? -1 : 1;
    return value === other ? 0 : value < other ? -1 : 1;
  };
  return (a, b) => rank(a) - rank(b) || (down ? -1 : 1) * compare(a, b) || a.n - b.n;
}

/**
 * A field that leaves the rows with its words, how many these are, and all columns.
 *
 * @param {Data} data
 * @param {Choice} state
 * @param {Parts} parts
 * @param {() => void} fit
 */
function tools(data, state, { rows, table }, fit) {
  const box = make("div", { class: "tools" });
  const count = make("span", { role: "status" });
  const field = make("input", { type: "search", placeholder: data.words.find });
  field.setAttribute("aria-label", data.words.find);
  const find = () => {
    const asked = state.find.trim().toLocaleLowerCase(data.lang);
    const kept = rows.filter(one => {
      const found = one.row.some(cell => cell.toLocaleLowerCase(data.lang).includes(asked));
      one.drawn.hidden = !found;
      return found;
    });
    table.querySelectorAll(".rest").forEach(one => one.remove());
    box.classList.toggle("searched", Boolean(asked));
    count.textContent = asked ? `${data.words.found} ${kept.length}` : "";
    fit();
  };
  field.value = state.find;
  field.addEventListener("input", () => {
    state.find = field.value;
    find();
  });
  // What is typed here is no shortcut of the page.
  field.addEventListener("keydown", event => event.stopPropagation());
  if (state.find) find();
    const all = make("button", { type: "button", class: "all" }, data.words.all);
  const turned = () => all.setAttribute("aria-pressed", String(state.all));
  turned();
  all.addEventListener("click", () => {
    state.all = !state.all;
    table.querySelectorAll(".rest").forEach(one => one.remove());
    turned();
    fit();
  });
  box.append(count, all);
  if (rows.length > ROWS_SEEN && data.words.find) box.append(field);
  return box;
}

/**
 * A row of cells.
 *
 * @param {string[]} row
 * @param {number} at
 * @param {Data} data
 */
function drawn(row, at, data) {
  const line = make("tr", at === data.chosen ? { "aria-current": "true" } : {});
  row.forEach((cell, n) => {
    const one = make("td", { dir: "auto" }, cell);
    if (data.right.includes(n)) one.className = "right";
    line.append(one);
  });
  return line;
}
