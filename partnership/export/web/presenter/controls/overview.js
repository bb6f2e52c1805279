/**
 * All slides at once.
 *
 * @import { State } from "../state.js"
 */

import { make, pause } from "../dom.js";
import { nearestFirst, tileAfter } from "../order.js";
import { announced, slides, words } from "../page.js";
import { Thumbs } from "../slides/thumbs.js";
import { singleKeys } from "./single.js";

export class Overview {
  element = make("dialog", { class: "overview", "aria-label": words.overview });
  #thumbs = new Thumbs();
  #go;

  /** @param {(n: number) => void} go */
  constructor(go) {
    this.#go = go;
  }

  /** @param {State} state */
  open({ index, theme }) {
    if (this.element.open || !slides.length) return;
    const tiles = slides.map((_, n) => {
      const current = n === index && "true";
      const thumb = make("span", { class: "thumb", "aria-hidden": "true", inert: true });
      const label = { "aria-label": announced(n), "aria-current": current };
      const tile = make("button", { type: "button", ...label }, thumb);
      tile.addEventListener("click", () => {
        this.element.close();
        this.#go(n);
      });
      return { tile, thumb };
    });
    const items = tiles.map(({ tile }) => make("li", {}, tile));
    this.element.replaceChildren(make("ol", {}, ...items));
    this.element.showModal();
    tiles[index].tile.focus();
    this.#fill(
      tiles.map(({ thumb }) => thumb),
      index,
      theme,
    );
  }

  /** Forget what was drawn: it looks otherwise now. */
  clear() {
    this.#thumbs.clear();
  }

  /**
   * Moves among the tiles with the arrow keys, by row and column as they stand.
   *
   * @param {KeyboardEvent} event
   */
  key({ key }) {
    if (key === "o" && singleKeys()) {
      this.element.close();
      return true;
    }
    const tiles = [...this.element.querySelectorAll("button")];
    const top = tiles[0].getBoundingClientRect().top;
    const columns = tiles.filter(tile => tile.getBoundingClientRect().top === top).length;
    const at = tiles.findIndex(tile => tile === document.activeElement);
    const to = tileAfter(key, { at, columns, count: tiles.length });
    if (to !== null) tiles[to].focus();
    return to !== null;
  }

  /**
   * Fill the tiles one by one, those near the slide that is shown first.
   *
   * @param {HTMLElement[]} thumbs
   * @param {number} index
   * @param {import("../deck.js").Theme} theme
   */
  async #fill(thumbs, index, theme) {
    for (const n of nearestFirst(index, thumbs.length)) {
      if (!this.element.open || !thumbs[n].isConnected) return;
      await this.#thumbs.put(thumbs[n], n, theme);
      await pause();
    }
  }
}
