// ---- one tooltip for charts and maps

const tooltip = make("div", { class: "tooltip", role: "tooltip", hidden: true });

/** Show lines `{ words, bold, name }` beside a place of the window, never beyond its edges. */
function point(x, y, lines) {
  tooltip.replaceChildren(
    ...lines.map(({ words, bold, name }) =>
      make(
        "p",
        { dir: "auto" },
        name ? make("span", {}, `${name} `) : null,
        make(bold || name ? "b" : "span", {}, words),
      ),
    ),
  );
  tooltip.hidden = false;
  const { width, height } = tooltip.getBoundingClientRect();
  const gap = 14;
  const left = x + gap + width > innerWidth ? x - gap - width : x + gap;
  const top = y + gap + height > innerHeight ? y - gap - height : y + gap;
  tooltip.style.left = `${Math.max(4, left)}px`;
  tooltip.style.top = `${Math.max(4, top)}px`;
}

const unpoint = () => {
  tooltip.hidden = true;
};

/** Vega's tooltip handler: its value is one word or an object of them. */
function pointAtMark(_handler, event, _item, value) {
  if (value == null || value === "") {
    unpoint();
    return;
  }
  const lines =
    typeof value === "object"
      ? Object.entries(value).map(([name, words]) => ({ name, words: String(words ?? "") }))
      : [{ words: String(value) }];
  point(event.clientX, event.clientY, lines);
}
