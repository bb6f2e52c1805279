// ---- figures that are read: cards, events, facts, tables

// Pixels of the design that a column of a table takes.
const COLUMN = 160;
// Sizes of letters, as a part of their size in the design.
const LEAST = { numbers: 0.72, events: 0.84, facts: 0.84, table: 0.96 };
const LARGEST = { numbers: 1.6, events: 1.44, facts: 1.44, table: 1.2 };
const LONG = 24;

const listings = { numbers: cards, events, facts, table };

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

function facts(rows) {
  return rows.map(({ label, value, detail }, n) =>
    make(
      "li",
      {},
      make(
        "div",
        {},
        worded("span", "label", label),
        // What comes from one source is said once, after it.
        rows[n + 1]?.detail === detail ? null : worded("span", "detail", detail),
      ),
      worded("strong", "", value),
    ),
  );
}

function table(rows, columns) {
  return rows.map(row =>
    make("tr", {}, ...columns.map(column => make("td", placed(column), row[column.key] ?? ""))),
  );
}

/** How a cell of a column stands. */
function placed({ align }) {
  return align === "right" ? { dir: "auto", class: "right" } : { dir: "auto" };
}

/** Rows of words in `box`, as many as there is room for, and how many more there are. */
function listing(box, slide, unit) {
  const { kind, rows, total, columns = [] } = slide;
  const content = make("div", { class: "content" });
  box.append(content);
  const named = columnsFor(columns, rows, box.clientWidth / (COLUMN * unit));
  const left = columns.filter(column => !named.includes(column)).map(({ head }) => head);
  const set = kept => {
    const missing = [
      total > kept ? filled(say.more, { n: total - kept }) : "",
      left.length ? filled(say.columns, { names: left.join(", ") }) : "",
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

function body(kind, rows, columns) {
  const items = listings[kind](rows, columns);
  if (kind !== "table") return make("ul", { class: kind, "data-many": rows.length > 5 }, ...items);
  const head = columns.map(one => make("th", { scope: "col", ...placed(one) }, one.head));
  return make(
    "table",
    {},
    make("thead", {}, make("tr", {}, ...head)),
    make("tbody", {}, ...items),
  );
}

/** The first columns that say something, as many as there is room for. */
function columnsFor(columns, rows, room) {
  const filled = columns.filter(({ key }) => rows.slice(0, 12).some(row => row[key]));
  return filled.slice(0, Math.max(2, Math.floor(room)));
}

/** All rows in the largest letters; cards in the number of columns that lets them be largest. */
function arranged(box, content, many, kind) {
  const across = columns => {
    content.style.setProperty("--columns", columns);
    return fits(box, content, LEAST[kind], LARGEST[kind]);
  };
  if (kind !== "numbers") return across(2);
  const tried = [5, 4, 3, 2, 1].filter(columns => columns <= many).map(c => [across(c), c]);
  const [size, columns] = tried.reduce((a, b) => (b[0] > a[0] ? b : a));
  content.style.setProperty("--columns", columns);
  content.style.setProperty("--size", size || LEAST[kind]);
  return size > 0;
}
