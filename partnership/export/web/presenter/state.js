/**
 * What all windows of one presentation agree on. Pure: a change is a new value.
 *
 * `changes` counts the changes that led here and `by` names the window of the last one: of two
 * states the later wins in every window alike, so that windows which changed at once agree again.
 *
 * @import { Clock } from "./speaker/clock.js"
 * @import { Theme } from "./deck.js"
 * @typedef {{ index: number, blank: boolean, theme: Theme, clock: Clock, changes: number,
 *   by: string }} State
 * @typedef {Omit<State, "changes" | "by">} Choice
 */

import { within } from "./order.js";
import { ZERO, isClock, running } from "./speaker/clock.js";

/**
 * The beginning. What a window was asked to show counts as a change; one that only follows has none.
 *
 * @param {Partial<State> & { by: string }} known
 * @returns {State}
 */
export const beginning = known => ({
  index: 0,
  blank: false,
  theme: "light",
  clock: ZERO,
  changes: 0,
  ...known,
});

/**
 * Another slide is shown; the first move starts the clock, unless it was set going or stopped before.
 *
 * @param {State} state
 * @param {number} n
 * @param {number} count
 * @param {number} now milliseconds since 1970
 * @returns {Choice}
 */
export function moved(state, n, count, now) {
  const index = within(n, count);
  const starts = index !== state.index && state.clock === ZERO;
  return { ...state, index, clock: starts ? running(now) : state.clock };
}

/**
 * @param {State} state
 * @returns {Choice}
 */
export const blanked = state => ({ ...state, blank: !state.blank });

/**
 * @param {State} state
 * @returns {Choice}
 */
export const recoloured = state => ({ ...state, theme: state.theme === "dark" ? "light" : "dark" });

/**
 * Whether `other` came after `state`; states that came at once are put in order by their windows.
 *
 * @param {State} other
 * @param {State} state
 */
export const isLater = (other, state) =>
  other.changes === state.changes ? other.by > state.by : other.changes > state.changes;

/**
 * A state that came from elsewhere, as far as it can be shown here; null where it is none.
 *
 * @param {any} value
 * @param {number} count
 * @returns {State | null}
 */
export function readState(value, count) {
  const whole = (/** @type {unknown} */ n) => Number.isSafeInteger(n) && Number(n) >= 0;
  const right =
    whole(value?.index) &&
    whole(value.changes) &&
    typeof value.by === "string" &&
    typeof value.blank === "boolean" &&
    (value.theme === "light" || value.theme === "dark") &&
    isClock(value.clock);
  if (!right) return null;
  const { blank, theme, changes, by } = value;
  const clock = value.clock.since === null && value.clock.spent === 0 ? ZERO : value.clock;
  return { index: within(value.index, count), blank, theme, clock, changes, by };
}

/** The state of one window, and who is to hear of its changes. */
export class Store {
  /** @type {((state: State, before: State, ours: boolean) => void)[]} */
  #listeners = [];
  #state;
  #name;

  /** @param {State} state the beginning; its `by` is the name of this window */
  constructor(state) {
    this.#state = state;
    this.#name = state.by;
  }

  get state() {
    return this.#state;
  }

  /** @param {(state: State, before: State, ours: boolean) => void} listener */
  listen(listener) {
    this.#listeners.push(listener);
  }

  /** @param {Choice} choice what was chosen in this window */
  change(choice) {
    this.#become({ ...choice, changes: this.#state.changes + 1, by: this.#name }, true);
  }

  /**
   * Take over what another window shows, unless ours is later.
   *
   * @param {State} other
   */
  adopt(other) {
    if (isLater(other, this.#state)) this.#become(other, false);
  }

  /**
   * @param {State} state
   * @param {boolean} ours
   */
  #become(state, ours) {
    const before = this.#state;
    this.#state = state;
    for (const listener of this.#listeners) listener(state, before, ours);
  }
}
