/**
 * Elements. Words are always text, never markup.
 *
 * @typedef {Record<string, string | number | boolean | null | undefined>} Attributes
 */

/**
 * An element with attributes and children; what is null or false is left out.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {(Node | string | null | undefined)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter(child => child != null));
  return element;
}

/**
 * Words of unknown language in an element; nothing where there are none.
 *
 * @param {keyof HTMLElementTagNameMap} tag
 * @param {string} name class
 * @param {string | undefined} words
 */
export const worded = (tag, name, words) =>
  words ? make(tag, { class: name, dir: "auto" }, words) : null;

/**
 * Give `content` the largest letters with which it stands in `box`: their size, 0 for none.
 *
 * @param {HTMLElement} box
 * @param {HTMLElement} content
 * @param {number} least
 * @param {number} [most]
 */
export function fits(box, content, least, most = 1) {
  for (let percent = most * 100; percent >= least * 100; percent -= 4) {
    content.style.setProperty("--size", String(percent / 100));
    const cells = [content, ...content.querySelectorAll("li")];
    const wide = cells.some(cell => cell.scrollWidth > cell.clientWidth);
    if (!wide && content.scrollHeight <= box.clientHeight) return percent / 100;
  }
  return 0;
}

/**
 * A sign drawn on a square of 24, in the colour of the words round it.
 *
 * @param {string} path
 */
export function sign(path) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/** The next turn of the browser: it draws and listens before work goes on. */
export const pause = () => new Promise(resolve => setTimeout(resolve));
