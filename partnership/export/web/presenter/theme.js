/** @import { Theme } from "./deck.js" */

import { deck } from "./page.js";

const known = Object.keys(deck.dark).map(colour => colour.replace(/[[\]]/g, "\\$&"));
const inLight = new RegExp(known.join("|") || "(?!)", "g");

/**
 * A copy of a specification in the shades of a theme.
 *
 * @template T
 * @param {T} specification
 * @param {Theme} theme
 * @returns {T}
 */
export function inTheme(specification, theme) {
  const text = JSON.stringify(specification);
  return JSON.parse(theme === "dark" ? text.replace(inLight, colour => deck.dark[colour]) : text);
}

/**
 * Colours of a theme as custom properties of an element.
 *
 * @param {HTMLElement} element
 * @param {Theme} theme
 */
export function shade(element, theme) {
  const which = theme === "dark" ? 1 : 0;
  for (const [name, pair] of Object.entries(deck.shades)) {
    element.style.setProperty(`--${name}`, pair[which]);
  }
  element.style.colorScheme = theme;
}
