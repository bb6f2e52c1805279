/** Buttons with a sign, whose words are in their label. */

import { make, sign } from "../dom.js";
import { words } from "../page.js";

const SIGNS = {
  next: "M9 5l7 7-7 7",
  previous: "M15 5l-7 7 7 7",
  overview: "M4 5h6v6H4zM14 5h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  notes: "M5 6h14M5 11h14M5 16h9",
  speaker: "M3 5h11v8H3zM10 16v3h11v-8h-4M8 13v3",
  full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  help: "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18v.6",
  close: "M6 6l12 12M18 6L6 18",
  blank: "M4 5h16v11H4zM9 20h6M5 19L19 3",
  theme: "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16",
  start: "M8 5l11 7-11 7z",
  stop: "M8 5v14M16 5v14",
  reset: "M5 12a7 7 0 1 0 2.5-5.4M7 3v4h4",
  larger: "M3 19L9 5l6 14M5 14h8M18 8v6M15 11h6",
  smaller: "M3 19L9 5l6 14M5 14h8M15 11h6",
};
/** @typedef {keyof typeof SIGNS} Sign */

/**
 * @param {string} name its words in the catalogue
 * @param {() => void} action
 * @param {Sign} [drawn]
 */
export function button(name, action, drawn = /** @type {Sign} */ (name)) {
  const label = { "aria-label": words[name], title: words[name] };
  const element = make("button", { type: "button", "data-does": name, ...label }, sign(SIGNS[drawn]));
  element.addEventListener("click", event => {
    action();
    // After a click with the mouse the keys belong to the slides again.
    if (event.detail) element.blur();
  });
  return element;
}

/**
 * Give a button other words and another sign.
 *
 * @param {HTMLButtonElement} element
 * @param {string} name
 */
export function relabel(element, name) {
  if (element.dataset.does === name) return;
  element.dataset.does = name;
  element.title = words[name];
  element.setAttribute("aria-label", words[name]);
  element.replaceChildren(sign(SIGNS[/** @type {Sign} */ (name)]));
}
