/** The speaker's notes below a slide, on the screen itself: for one who has no second. */

import { make, worded } from "../dom.js";
import { slides, words } from "../page.js";

export class Notes {
  element = make("aside", {
    class: "notes",
    "aria-label": words.notes,
    hidden: true,
    tabindex: "0",
  });

  /** @param {number} index */
  show(index) {
    if (this.element.hidden) return;
    const { own, about, address } = slides[index];
    const parts = [own, ...about].filter(Boolean);
    this.element.replaceChildren(
      make("h2", { dir: "auto" }, words.notes),
      ...(parts.length ? parts : [words.noNotes]).map(part => worded("p", "", part) ?? ""),
      address ? make("p", {}, make("a", { href: address, rel: "noopener" }, words.open)) : "",
    );
  }

  /** @param {number} index */
  toggle(index) {
    this.element.hidden = !this.element.hidden;
    this.show(index);
  }
}
