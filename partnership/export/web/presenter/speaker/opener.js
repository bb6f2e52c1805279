/**
 * Opens the speaker window, once for a presentation.
 *
 * @import { Link } from "./link.js"
 */

import { make } from "../dom.js";
import { slides, words } from "../page.js";
import { speakerHash } from "./link.js";

const SIZE = "width=1120,height=760";
const SHOWN_FOR = 9000;

export class Opener {
  element = make("p", { class: "refused", role: "status", dir: "auto", hidden: true });
  #session;
  #link;
  #hiding = 0;
  /** @type {Window | null} */
  #opened = null;

  /**
   * @param {string} session
   * @param {Link} link
   */
  constructor(session, link) {
    this.#session = session;
    this.#link = link;
  }

  /** Open it, or bring it to the front. */
  open() {
    if (!slides.length) return;
    if (!this.#opened || this.#opened.closed) {
      const address = new URL(location.href);
      address.hash = speakerHash(this.#session);
      const name = `partnership-speaker-${this.#session}`;
      this.#opened = open(address, name, `popup,${SIZE}`);
      this.#link.join(this.#opened);
    }
    this.#opened?.focus();
    this.#tell(!this.#opened);
  }

  /** @param {boolean} refused whether the browser lets no window open */
  #tell(refused) {
    this.element.textContent = refused ? words.speakerRefused : "";
    this.element.hidden = !refused;
    clearTimeout(this.#hiding);
    if (refused) this.#hiding = setTimeout(() => this.#tell(false), SHOWN_FOR);
  }
}
