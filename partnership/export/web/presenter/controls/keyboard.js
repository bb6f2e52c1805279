/**
 * The keyboard of a window.
 *
 * @import { Action } from "./keys.js"
 * @typedef {{ move: (by: number) => void, go: (n: number) => void, scroll?: (by: number) => void,
 *   typing: (digits: string) => void } & { [A in Action]?: () => void }} Actions
 *   `typing`: digits of a number stand, or none any more
 * @typedef {{ element: HTMLDialogElement, key: (event: KeyboardEvent) => boolean }} Panel
 *   `key`: does what a key means in an open dialog; whether it means anything
 */

import { commandOf, isSingle, typed } from "./keys.js";
import { singleKeys } from "./single.js";

const FORGOTTEN_AFTER = 3000;

export class Keyboard {
  #digits = "";
  #shownAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #forgetting;
  #letters;
  #actions;
  #panels;
  #blanked;

  /**
   * @param {Record<string, Action>} letters
   * @param {Actions} actions
   * @param {Panel[]} panels
   * @param {() => boolean} [blanked] whether any key brings the screen back
   */
  constructor(letters, actions, panels, blanked = () => false) {
    this.#letters = letters;
    this.#actions = actions;
    this.#panels = panels;
    this.#blanked = blanked;
    addEventListener("keydown", event => this.#down(event), true);
  }

  /** @param {KeyboardEvent} event */
  #down(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (this.#blanked()) {
      if (event.key === "Shift") return;
      stop(event);
      this.#actions.blank?.();
      return;
    }
    // When the hand pressed, not when a busy page gets round to hear of it.
    if (event.timeStamp - this.#shownAt > FORGOTTEN_AFTER) this.#digits = "";
    const panel = this.#panels.find(({ element }) => element.open);
    if (panel ? this.#inPanel(panel, event) : this.#onSlide(event)) stop(event);
  }

  /**
   * @param {Panel} panel
   * @param {KeyboardEvent} event
   */
  #inPanel(panel, event) {
    if (event.key !== "Escape") return panel.key(event);
    panel.element.close();
    return true;
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} whether the key means anything
   */
  #onSlide(event) {
    const onButton = Boolean(document.activeElement?.closest("button, a"));
    if (isSingle(event.key) && !singleKeys()) return false;
    const command = commandOf(event, this.#letters, { digits: this.#digits, onButton });
    if (!command) return false;
    if (command.does === "move") this.#actions.move(command.by);
    else if (command.does === "go") this.#actions.go(command.to);
    else if (command.does === "digit") this.#type(command.digit);
    else if (command.does === "chosen") this.#choose();
    else if (command.does === "scroll") this.#actions.scroll?.(command.by);
    else this.#actions[command.does]?.();
    return true;
  }

  /** @param {string} digit */
  #type(digit) {
    this.#digits = typed(this.#digits, digit);
    this.#actions.typing(this.#digits);
    this.#shownAt = performance.now();
    clearTimeout(this.#forgetting);
    this.#forgetting = setTimeout(() => this.#actions.typing(""), FORGOTTEN_AFTER);
  }

  #choose() {
    const n = Number(this.#digits) - 1;
    this.#digits = "";
    clearTimeout(this.#forgetting);
    this.#actions.typing("");
    this.#actions.go(n);
  }
}

/**
 * Keys are ours before they are a map's or the page's.
 *
 * @param {KeyboardEvent} event
 */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
