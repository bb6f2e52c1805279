// ---- help, notes, blank, notices

const help = make(
  "dialog",
  { class: "help", "aria-label": say.help },
  make("h2", { dir: "auto" }, say.help),
  make(
    "dl",
    {},
    ...say.keys.map(([keys, meaning]) =>
      make(
        "div",
        {},
        make("dt", {}, ...keys.split(" ").map(key => make("kbd", {}, key))),
        make("dd", { dir: "auto" }, meaning),
      ),
    ),
  ),
  button("close", () => help.close()),
);
const notes = make("aside", { class: "notes", "aria-label": say.notes, hidden: true, tabindex: "0" });
const blank = make("div", { class: "blank", hidden: true }, make("p", { class: "spoken" }));

function showNotes() {
  if (notes.hidden) return;
  const { notes: parts, address } = slides[index] ?? { notes: [] };
  const said = parts.length ? parts : [say.noNotes];
  notes.replaceChildren(
    make("h2", { dir: "auto" }, say.notes),
    ...said.map(part => worded("p", "", part)),
    address ? make("p", {}, make("a", { href: address, rel: "noopener" }, say.open)) : "",
  );
}

function toggleNotes() {
  notes.hidden = !notes.hidden;
  showNotes();
  scaled();
  again();
}

function toggleBlank() {
  blank.hidden = !blank.hidden;
  stage.inert = !blank.hidden;
  spoken.textContent = blank.hidden ? announced(index) : say.blank;
}

/** What a link asked for and could not get: one line on the first slide, until dismissed. */
function notices() {
  if (!around.notices?.length) return null;
  return make(
    "div",
    { class: "notices", role: "status" },
    make("p", { dir: "auto" }, around.notices.join(" ")),
    button("dismiss", dismiss, "close"),
  );
}

function dismiss() {
  around.notices = [];
  again();
}

/** A deck without slides says so, and leads back. */
function nothing() {
  stage.append(
    make(
      "article",
      { class: "nothing" },
      make("h1", { dir: "auto" }, shown.title),
      ...[say.nothing, ...(around.notices ?? [])].map(words => worded("p", "", words)),
      around.back ? make("p", {}, make("a", { href: around.back }, say.back)) : null,
    ),
  );
}
