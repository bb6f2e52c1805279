/**
 * The stage: the slide that is shown, and its neighbours ready.
 *
 * @import { Theme } from "../deck.js"
 * @import { Built } from "./slide.js"
 * @typedef {{ built: Promise<Built>, element: Element | null }} Entry
 */

import { make, pause } from "../dom.js";
import { isNear, neighbours } from "../order.js";
import { slides } from "../page.js";
import { build } from "./slide.js";

export class Stage {
  element = make("main", { class: "stage" });
  /** @type {Map<number, Entry>} */
  #entries = new Map();
  #round = 0;
  /** @type {Theme} */
  #theme = "light";
  #notices;

  /** @param {() => HTMLElement | null} notices for the first slide */
  constructor(notices) {
    this.#notices = notices;
  }

  /**
   * Show slide `index`, then make its neighbours ready.
   *
   * @param {number} index
   * @param {Theme} theme
   */
  async show(index, theme) {
    this.#theme = theme;
    const { built } = this.#ready(index);
    for (const [n, { element }] of this.#entries) element?.classList.toggle("shown", n === index);
    for (const n of [...this.#entries.keys()]) if (!isNear(n, index)) this.#drop(n);
    this.#round += 1;
    const round = this.#round;
    await built;
    this.element.dataset.drawn = String(index + 1);
    for (const n of neighbours(index, slides.length)) {
      await pause();
      if (round !== this.#round) return;
      await this.#ready(n).built;
    }
  }

  /** Forget what was drawn: the stage has another size, or another theme. */
  clear() {
    for (const n of [...this.#entries.keys()]) this.#drop(n);
  }

  /** @param {number} n */
  #ready(n) {
    const known = this.#entries.get(n);
    if (known) return known;
    const area = { width: this.element.clientWidth, height: this.element.clientHeight };
    const options = { theme: this.#theme, notices: n === 0 ? this.#notices() : null };
    const built = build(this.element, n, area, options);
    const entry = { built, element: this.element.lastElementChild };
    this.#entries.set(n, entry);
    return entry;
  }

  /** @param {number} n */
  #drop(n) {
    this.#entries.get(n)?.built.then(slide => slide.remove());
    this.#entries.delete(n);
  }
}
