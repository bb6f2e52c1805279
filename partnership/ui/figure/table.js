/**
 * @typedef {{
 *   keys: string[], heads: string[], rows: string[][], order: Record<string, ([string, number | string] | [])[]>,
 *   right: number[], widths: number[], shares: number[], small: boolean, height: number,
 *   lang: string, ids: string[], chosen: string,
 *   words: { find: string, found: string, full: string },
 * }} Data
 * @typedef {{ text: string, key: string, down: boolean, find: string }} Choice
 * @typedef {{ row: string[], n: number, drawn: HTMLTableRowElement }} Row
 */

/** What each table on the page shows, and how its reader has put it in order. */
const choices = /** @type {WeakMap<ParentNode, Choice>} */ (new WeakMap());

/**
 * A table that its reader sorts and searches. Called for each run of the page: what did not change
 * is left alone.
 *
 * @param {{
 *   data: Data, parentElement: ParentNode,
 *   setTriggerValue: (name: string, value: string) => void,
 * }} component
 */
export default function ({ data, parentElement, setTriggerValue }) {
  const text = JSON.stringify({ ...data, chosen: "" });
  const state = choices.get(parentElement) ?? { text: "", key: "", down: false, find: "" };
  choices.set(parentElement, state);
  if (state.text === text && parentElement.querySelector(".whole")) {
    marked(parentElement, data.chosen);
    return;
  }
  state.text = text;
  const body = make("tbody");
  const rows = data.rows.map((row, n) => ({ row, n, drawn: drawn(row, data) }));
  rows.forEach(one => {
    if (data.ids[one.n]) opens(one.drawn, data.ids[one.n], id => setTriggerValue("row", id));
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
  table.style.setProperty("--wide", `${data.widths.reduce((a, b) => a + b, 0)}px`);
  const head = make("thead");
  const top = make("tr");
  top.append(...heads);
  head.append(top);
  table.append(columns(data), head, body);
  const scroll = make("div", { class: "scroll", tabindex: "0" });
  scroll.style.setProperty("--height", `${data.height}px`);
  scroll.append(table);
  const whole = make("div", { class: "whole" });
  whole.append(tools(data, state, rows, whole), scroll);
  parentElement.querySelector(".whole")?.remove();
  parentElement.append(whole);
  marked(parentElement, data.chosen);
}

/**
 * A row that can be opened, by pointer and by key.
 *
 * @param {HTMLTableRowElement} row
 * @param {string} id
 * @param {(id: string) => void} open
 */
function opens(row, id, open) {
  row.classList.add("opens");
  row.dataset.id = id;
  row.tabIndex = 0;
  row.addEventListener("click", () => {
    // Words that are being selected are no choice.
    if (!getSelection()?.toString()) open(id);
  });
  row.addEventListener("keydown", event => {
    if (event.key === "Enter") open(id);
  });
}

/**
 * @param {ParentNode} parent
 * @param {string} chosen
 */
function marked(parent, chosen) {
  for (const row of parent.querySelectorAll("tr.opens")) {
    const own = /** @type {HTMLElement} */ (row).dataset.id === chosen;
    row.setAttribute("aria-selected", String(own));
  }
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
 * A field that leaves the rows with its words, how many these are, and the whole screen.
 *
 * @param {Data} data
 * @param {Choice} state
 * @param {Row[]} rows
 * @param {HTMLElement} whole
 */
function tools(data, state, rows, whole) {
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
    box.classList.toggle("searched", Boolean(asked));
    count.textContent = asked ? `${data.words.found} ${kept.length}` : "";
  };
  field.value = state.find;
  field.addEventListener("input", () => {
    state.find = field.value;
    find();
  });
  // What is typed here is no shortcut of the page.
  field.addEventListener("keydown", event => event.stopPropagation());
  if (state.find) find();
  box.append(count, field);
  if (document.fullscreenEnabled) {
    const full = make("button", { type: "button", title: data.words.full });
    full.append(corners());
    full.setAttribute("aria-label", data.words.full);
    full.addEventListener("click", () =>
      document.fullscreenElement ? document.exitFullscreen() : whole.requestFullscreen(),
    );
    box.append(full);
  }
  return box;
}

/** The sign of the full screen: four corners. */
function corners() {
  const space = "http://www.w3.org/2000/svg";
  const sign = document.createElementNS(space, "svg");
  sign.setAttribute("viewBox", "0 0 24 24");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5");
  sign.append(path);
  return sign;
}

/**
 * @param {Data} data
 */
function columns(data) {
  const group = make("colgroup");
  data.widths.forEach((width, n) => {
    const column = make("col");
    column.style.setProperty("--width", `${width}px`);
    column.style.setProperty("--share", `${data.shares[n]}%`);
    group.append(column);
  });
  return group;
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

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {string} [words]
 * @returns {HTMLElementTagNameMap[T]}
 */
function make(tag, attributes = {}, words = "") {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (words) element.textContent = words;
  return element;
}
