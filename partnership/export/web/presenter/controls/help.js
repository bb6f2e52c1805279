/** The help: every key and what it does. */

import { make } from "../dom.js";
import { words } from "../page.js";
import { button } from "./buttons.js";
import { setSingleKeys, singleKeys } from "./single.js";

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
      single(),
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
    if (key !== "?" || !singleKeys()) return false;
    this.element.close();
    return true;
  }
}

/** The switch for those who press keys by chance, or speak to their computer. */
function single() {
  const box = make("input", { type: "checkbox" });
  box.checked = singleKeys();
  box.addEventListener("change", () => setSingleKeys(box.checked));
  return make("label", { dir: "auto" }, box, words.single);
}
