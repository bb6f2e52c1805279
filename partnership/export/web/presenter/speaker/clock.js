/**
 * The clock of a talk. Pure; times are milliseconds, `now` those since 1970.
 *
 * @typedef {{ since: number | null, spent: number }} Clock `since` when it runs, null while it
 *   stands; `spent` is what ran before
 */

/** @type {Clock} It was not started. */
export const ZERO = Object.freeze({ since: null, spent: 0 });

/**
 * @param {number} now
 * @returns {Clock}
 */
export const running = now => ({ since: now, spent: 0 });

/**
 * Milliseconds that the clock shows.
 *
 * @param {Clock} clock
 * @param {number} now
 */
export const elapsed = ({ since, spent }, now) =>
  spent + (since === null ? 0 : Math.max(0, now - since));

/**
 * Started where it stands, stopped where it runs.
 *
 * @param {Clock} clock
 * @param {number} now
 * @returns {Clock}
 */
export const toggled = (clock, now) =>
  clock.since === null
    ? { since: now, spent: clock.spent }
    : // One that was stopped at once was started all the same.
      { since: null, spent: Math.max(1, elapsed(clock, now)) };

/**
 * Hours only where there are any: `4:05`, `1:04:05`.
 *
 * @param {number} milliseconds
 */
export function face(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/**
 * Whether a value that came from elsewhere is a clock.
 *
 * @param {any} value
 */
export const isClock = value =>
  (value?.since === null || Number.isFinite(value?.since)) &&
  Number.isFinite(value.spent) &&
  value.spent >= 0;
