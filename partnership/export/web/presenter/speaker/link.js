/**
 * Windows of one presentation, kept in step.
 *
 * Both ways are used at once: a channel reaches every window from one server, messages from window
 * to window also those of a file, where browsers may let no channel through. A state that comes
 * twice is adopted once.
 *
 * @import { State } from "../state.js"
 * @typedef {"slides" | "speaker"} Role
 * @typedef {{ session: string, role: Role, asks: boolean, state: unknown }} Message
 */

import { isLater, readState } from "../state.js";

const SPEAKER = /^#speaker-([0-9a-f]{16})$/;

/** A name that no other presentation has; also where a page is not served over TLS. */
export const newName = () =>
  [...crypto.getRandomValues(new Uint8Array(8))].map(n => n.toString(16).padStart(2, "0")).join("");

/**
 * The presentation that a speaker window belongs to; empty in any other window.
 *
 * @param {string} hash
 */
export const sessionOf = hash => SPEAKER.exec(hash)?.[1] ?? "";

/**
 * @param {string} session
 */
export const speakerHash = session => `#speaker-${session}`;

/**
 * A message of the presentation `session`, or null: other pages may send anything.
 *
 * @param {any} data
 * @param {string} session
 * @returns {Message | null}
 */
export function readMessage(data, session) {
  const ours = data !== null && typeof data === "object" && data.session === session;
  const known = ours && (data.role === "slides" || data.role === "speaker");
  return known ? { session, role: data.role, asks: data.asks === true, state: data.state } : null;
}

/**
 * What a window does with a state that reached it.
 *
 * @param {State} other
 * @param {State} state
 * @param {boolean} asks whether the other window wants an answer
 * @returns {{ adopts: boolean, answers: boolean }}
 */
export function response(other, state, asks) {
  return { adopts: isLater(other, state), answers: asks || isLater(state, other) };
}

export class Link {
  /** @type {Set<Window>} */
  #windows = new Set();
  #channel;
  #session;
  #role;
  #store;
  #count;
  #heard;

  /**
   * @param {{ session: string, role: Role, store: import("../state.js").Store, count: number,
   *   heard?: (role: Role) => void }} options `count`: slides of the deck
   */
  constructor({ session, role, store, count, heard = () => {} }) {
    this.#session = session;
    this.#role = role;
    this.#store = store;
    this.#count = count;
    this.#heard = heard;
    this.#channel = channelOf(`partnership-presenter-${session}`);
    this.#channel?.addEventListener("message", ({ data }) => this.#take(data, null));
    addEventListener("message", ({ data, origin, source }) => {
      if (origin === self.origin) this.#take(data, /** @type {Window | null} */ (source));
    });
    store.listen((_state, _before, ours) => ours && this.send());
  }

  /**
   * Speak with a window that was opened, or that opened this one.
   *
   * @param {Window | null} other
   */
  join(other) {
    if (other) this.#windows.add(other);
  }

  /** Send what this window shows. `asks`: the others are to answer. */
  send(asks = false) {
    const state = this.#store.state;
    const message = { session: this.#session, role: this.#role, asks, state };
    this.#channel?.postMessage(message);
    for (const other of this.#windows) {
      if (other.closed) this.#windows.delete(other);
      // A file has no origin that could be named.
      else other.postMessage(message, self.origin === "null" ? "*" : self.origin);
    }
  }

  /** Leave the channel; messages from window to window end with the window. */
  close() {
    this.#channel?.close();
  }

  /**
   * @param {unknown} data
   * @param {Window | null} source
   */
  #take(data, source) {
    const message = readMessage(data, this.#session);
    const state = message && readState(message.state, this.#count);
    if (!message || !state) return;
    this.join(source);
    this.#heard(message.role);
    const { adopts, answers } = response(state, this.#store.state, message.asks);
    if (adopts) this.#store.adopt(state);
    if (answers) this.send();
  }
}

/** @param {string} name */
function channelOf(name) {
  try {
    return new BroadcastChannel(name);
  } catch {
    // A browser that refuses it has messages from window to window.
    return null;
  }
}
