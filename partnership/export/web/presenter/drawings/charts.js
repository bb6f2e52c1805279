/**
 * Charts: laid out in their own pixels and enlarged.
 *
 * @import { Theme } from "../deck.js"
 * @import { Charted, Rendered } from "./render.js"
 * @import { Room } from "./sizes.js"
 */

import { closest } from "./closest.js";
import { render } from "./render.js";
import { columnsOf, corrected } from "./sizes.js";

const ENLARGED_MOST = 1.5;
const EDGE = 4;

/**
 * Draw the chart of a slide as large as `box` lets it be, its letters `scale` times the size they
 * have on a page, smaller where it has many rows.
 *
 * @param {HTMLElement} box
 * @param {Charted} slide
 * @param {number} scale
 * @param {Theme} theme
 * @returns {Promise<() => void>} how to take it away
 */
export async function chart(box, slide, scale, theme) {
  const room = { width: box.clientWidth, height: box.clientHeight };
  const pile = slide.spec.vconcat?.length ?? 1;
  const columns = columnsOf(slide.height, pile, room);
  const natural = (slide.height * Math.ceil(pile / columns)) / pile;
  const least = natural * (await closest(slide, natural, columns, room.height / scale));
  const enlarged = Math.min(scale, room.height / least);
  const height = room.height / enlarged;
  const own = { width: room.width / enlarged, height, columns, squeeze: height / natural };
  let rendered = await render(box, slide, own, theme);
  const ratio = (/** @type {Rendered} */ { drawn }) =>
    Math.min(room.width / drawn.width, room.height / drawn.height);
  if (ratio(rendered) < enlarged * 0.98) {
    rendered.finalize();
    const { drawn, parts } = rendered;
    rendered = await render(box, slide, corrected(drawn, parts, room, own, enlarged), theme);
  }
  fill(rendered, room, Math.min(ratio(rendered), enlarged * 1.15));
  return rendered.finalize;
}

/**
 * Give a drawing its size on the slide; one that stands in empty space comes closer.
 *
 * @param {Rendered} rendered
 * @param {Room} room
 * @param {number} scale
 */
function fill({ svg, drawn }, room, scale) {
  const outer = svg.getBoundingClientRect();
  const marks = [...svg.querySelectorAll("text, .role-mark path, .role-legend path")]
    .map(mark => mark.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 || height > 0);
  const inner = {
    left: Math.max(0, Math.min(...marks.map(m => m.left)) - outer.left - EDGE),
    top: Math.max(0, Math.min(...marks.map(m => m.top)) - outer.top - EDGE),
    right: Math.min(drawn.width, Math.max(...marks.map(m => m.right)) - outer.left + EDGE),
    bottom: Math.min(drawn.height, Math.max(...marks.map(m => m.bottom)) - outer.top + EDGE),
  };
  const width = inner.right - inner.left;
  const height = inner.bottom - inner.top;
  const closer = Math.min(room.width / width, room.height / height, scale * ENLARGED_MOST);
  const whole = closer < scale * 1.05 || !Number.isFinite(closer);
  const [x, y, w, h, by] = whole
    ? [0, 0, drawn.width, drawn.height, scale]
    : [inner.left, inner.top, width, height, closer];
  svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
  svg.style.width = `${w * by}px`;
  svg.style.height = `${h * by}px`;
}
