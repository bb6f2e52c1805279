/**
 * Slides in small, each drawn once.
 *
 * @import { Theme } from "../deck.js"
 */

import { make } from "../dom.js";
import { DESIGN, build } from "./slide.js";

export class Thumbs {
  /** @type {Map<number, Promise<HTMLElement>>} */
  #built = new Map();
  #workshop = make("div", { class: "trial", "aria-hidden": "true" });

  /**
   * Show slide `n` in `box`, unless another is wanted there when it is ready.
   *
   * @param {HTMLElement} box
   * @param {number} n
   * @param {Theme} theme
   */
  async put(box, n, theme) {
    box.dataset.slide = String(n);
    const element = await this.make(n, theme);
    if (box.dataset.slide !== String(n)) return;
    if (element.parentElement !== box) box.replaceChildren(element);
    rescale(box);
  }

  /**
   * Draw slide `n`, now or before.
   *
   * @param {number} n
   * @param {Theme} theme
   */
  make(n, theme) {
    const known = this.#built.get(n);
    if (known) return known;
    document.body.append(this.#workshop);
    const options = { still: true, theme };
    const built = build(this.#workshop, n, DESIGN, options).then(({ element }) => element);
    this.#built.set(n, built);
    return built;
  }

  clear() {
    this.#built.clear();
    this.#workshop.replaceChildren();
  }
}

/**
 * Give a slide the width of its box, which may have changed.
 *
 * @param {HTMLElement} box
 */
export function rescale(box) {
  const slide = /** @type {HTMLElement | null} */ (box.firstElementChild);
  if (slide) slide.style.transform = `scale(${box.clientWidth / DESIGN.width})`;
}
