/**
 * One tooltip for charts and maps.
 *
 * @typedef {{ words: string, bold?: boolean, name?: string }} Line
 */

import { make } from "../dom.js";

const GAP = 14;

export const tooltip = make("div", { class: "tooltip", role: "tooltip", hidden: true });

/**
 * Show lines beside a place of the window, never beyond its edges.
 *
 * @param {number} x
 * @param {number} y
 * @param {Line[]} lines
 */
export function point(x, y, lines) {
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
  const left = x + GAP + width > innerWidth ? x - GAP - width : x + GAP;
  const top = y + GAP + height > innerHeight ? y - GAP - height : y + GAP;
  tooltip.style.left = `${Math.max(4, left)}px`;
  tooltip.style.top = `${Math.max(4, top)}px`;
}

export const unpoint = () => {
  tooltip.hidden = true;
};

/**
 * Vega's tooltip handler: its value is one word or an object of them.
 *
 * @param {unknown} _handler
 * @param {MouseEvent} event
 * @param {unknown} _item
 * @param {unknown} value
 */
export function pointAtMark(_handler, event, _item, value) {
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
