/** The buttons over the slides: there while the pointer moves. */

import { make } from "../dom.js";
import { around, slides, words } from "../page.js";
import { button } from "./buttons.js";

const QUIET_AFTER = 2600;

export class Bar {
  #place = make("span", { class: "at", "aria-hidden": "true" });
  #quiet = 0;

  /** @param {Record<"previous" | "next" | "overview" | "notes" | "speaker" | "full" | "help" | "leave", () => void>} actions */
  constructor(actions) {
    this.element = make(
      "nav",
      { class: "controls", "aria-label": words.controls },
      button("previous", actions.previous),
      this.#place,
      button("next", actions.next),
      button("overview", actions.overview),
      button("notes", actions.notes),
      button("speaker", actions.speaker),
      button("full", actions.full),
      button("help", actions.help),
      around.back ? button("leave", actions.leave, "close") : null,
    );
  }

  /**
   * @param {number} index the slide that is shown
   * @param {string} [digits] of a number that is being typed
   */
  show(index, digits = "") {
    this.#place.textContent = digits ? `→ ${digits}` : `${index + 1} / ${slides.length}`;
  }

  /** The reader is there: show the buttons and the pointer for a while. */
  stir() {
    this.element.classList.add("awake");
    document.documentElement.classList.remove("still");
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      this.element.classList.remove("awake");
      document.documentElement.classList.add("still");
    }, QUIET_AFTER);
  }
}

export function toggleFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}
