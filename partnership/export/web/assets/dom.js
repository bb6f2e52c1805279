// ---- elements, words, colours

/** An element with attributes and children; words are always text, never markup. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value != null) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child != null));
  return element;
}

/** Words of unknown language in an element; nothing where there are none. */
const worded = (tag, name, words) =>
  words ? make(tag, { class: name, dir: "auto" }, words) : null;

/** A message with its `{names}` filled in. */
const filled = (message, values) =>
  message.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

const known = Object.keys(shown.dark).map(c => c.replace(/[[\]]/g, "\\$&"));
const inLight = new RegExp(known.join("|") || "(?!)", "g");
let theme = around.theme === "dark" ? "dark" : "light";

/** A copy of a specification in the shades of the theme `wanted`. */
function inTheme(specification, wanted) {
  const text = JSON.stringify(specification);
  return JSON.parse(wanted === "dark" ? text.replace(inLight, c => shown.dark[c]) : text);
}

/** Colours of the theme `wanted` as custom properties of an element. */
function shade(element, wanted) {
  const which = wanted === "dark" ? 1 : 0;
  for (const [name, pair] of Object.entries(shown.shades)) {
    element.style.setProperty(`--${name}`, pair[which]);
  }
  element.style.colorScheme = wanted;
}

/** Give `content` the largest letters with which it stands in `box`: their size, 0 for none. */
function fits(box, content, least, most = 1) {
  for (let percent = most * 100; percent >= least * 100; percent -= 4) {
    content.style.setProperty("--size", percent / 100);
    const cells = [content, ...content.querySelectorAll("li")];
    const wide = cells.some(cell => cell.scrollWidth > cell.clientWidth);
    if (!wide && content.scrollHeight <= box.clientHeight) return percent / 100;
  }
  return 0;
}

/** A sign drawn on a square of 24, in the colour of the words round it. */
function sign(path) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const line = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
