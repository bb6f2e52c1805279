/** The help: every key and what it does. */

import { make } from "../dom.js";
import { words } from "../page.js";
import { button } from "./buttons.js";

export class Help {
  /** @param {[string, string][]} keys keys, with blanks between, and what they do */
  constructor(keys) {
    const rows = keys.map(([names, meaning]) =>
      make(
        "div",
        {},
        make("dt", {}, ...names.split(" ").map(name => make("kbd", {}, name))),
        make("dd", { dir: "auto" }, meaning),
      ),
    );
    this.element = make(
      "dialog",
      { class: "help", "aria-label": words.help },
      make("h2", { dir: "auto" }, words.help),
      make("dl", {}, ...rows),
      button("close", () => this.element.close()),
    );
    this.element.addEventListener("click", event => {
      if (event.target === this.element) this.element.close();
    });
  }

  open() {
    if (!this.element.open) this.element.showModal();
  }

  /** @param {KeyboardEvent} event */
  key({ key }) {
    if (key !== "?") return false;
    this.element.close();
    return true;
  }
}
