import { ROWS_SEEN, columns, fitted, make, rest } from "./table_columns.js";

/**
 * `ids`: what each row opens, at the selector `opened`; rows without show their columns that have
 * no room instead.
 *
 * @typedef {{
 *   keys: string[], heads: string[], rows: string[][], order: Record<string, ([string, number | string] | [])[]>,
 *   right: number[], least: number[], shares: number[], small: boolean, lang: string,
 *   ids: string[], chosen: string, opened: string,
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
 *   setTriggerValue: (name: string, value: string) => void }} component
 */
export default function ({ data, parentElement, setTriggerValue }) {
  const text = JSON.stringify({ ...data, chosen: "" });
  /** @type {Choice} */
  const first = { text: "", key: "", down: false, find: "", all: false };
  const state = choices.get(parentElement) ?? first;
  choices.set(parentElement, state);
  if (state.text === text && parentElement.querySelector(".whole")) {
    marked(parentElement, data.chosen);
    return;
  }
  state.text = text;
  const body = make("tbody");
  const rows = data.rows.map((row, n) => ({ row, n, drawn: drawn(row, data) }));
  rows.forEach(one => {
    const id = data.ids[one.n];
    if (id) opens(one.drawn, id, () => opened(id, data, setTriggerValue));
  });
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
  body.addEventListener("click", event => unfolded(event, parts, data));
  parentElement.querySelector(".whole")?.remove();
  parentElement.append(whole);
  state.watch?.disconnect();
  state.watch = new ResizeObserver(fit);
  state.watch.observe(whole);
  fit();
  marked(parentElement, data.chosen);
}

/**
 * A row that can be opened, by pointer and by key.
 *
 * @param {HTMLTableRowElement} row
 * @param {string} id
 * @param {() => void} open
 */
function opens(row, id, open) {
  row.classList.add("opens");
  row.dataset.id = id;
  row.tabIndex = 0;
  row.addEventListener("click", () => {
    // Words that are being selected are no choice.
    if (!getSelection()?.toString()) open();
  });
  row.addEventListener("keydown", event => {
    if (event.key === "Enter") open();
  });
}

/**
 * @param {string} id
 * @param {Data} data
 * @param {(name: string, value: string) => void} setTriggerValue
 */
function opened(id, data, setTriggerValue) {
  setTriggerValue("row", id);
  const place = innerWidth <= PHONE && document.querySelector(data.opened);
  if (place) place.scrollIntoView({ block: "start" });
}

/**
 * @param {ParentNode} parent
 * @param {string} chosen
 */
function marked(parent, chosen) {
  for (const row of parent.querySelectorAll("tr.opens")) {
    const own = /** @type {HTMLElement} */ (row).dataset.id === chosen;
    if (own) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

/**
 * A row was pressed that opens nothing else: it shows its columns that have no room, or no more.
 *
 * @param {Event} event
 * @param {Parts} parts
 * @param {Data} data
 */
function unfolded(event, { whole, table, rows }, data) {
  const line = event.target instanceof Element && event.target.closest("tr:not(.rest)");
  const row = rows.find(one => one.drawn === line);
  if (!row || !whole.classList.contains("folds") || getSelection()?.toString()) return;
  const there = row.drawn.nextElementSibling;
  const open = there?.classList.contains("rest");
  if (open) there?.remove();
  else row.drawn.after(rest(row, data, table));
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
  if (rows.length > ROWS_SEEN) box.append(field);
  return box;
}

/**
 * @param {string[]} row
 * @param {Data} data
 */
function drawn(row, data) {
  const line = make("tr");
  row.forEach((cell, n) => {
    const one = make("td", { dir: "auto" }, cell);
    if (data.right.includes(n)) one.className = "right";
    line.append(one);
  });
  return line;
}
