/**
 * What keys mean: of a keyboard and of a clicker, which sends the same. Pure.
 *
 * @typedef {"full" | "blank" | "overview" | "notes" | "speaker" | "theme" | "help" | "clock"
 *   | "reset" | "larger" | "smaller" | "escape"} Action
 * @typedef {{ key: string, code: string, shiftKey: boolean }} Key
 * @typedef {{ does: "move", by: number } | { does: "go", to: number } | { does: "chosen" }
 *   | { does: "digit", digit: string } | { does: "scroll", by: number } | { does: Action }} Command
 *   `go` counts from 0, beyond the last is the last; `chosen`: the number that was typed
 */

/** @type {Command} */
const ON = { does: "move", by: 1 };
/** @type {Command} */
const BACK = { does: "move", by: -1 };
/** @type {Record<string, Command>} Keys that do the same whatever the letters are. */
const MOVES = {
  ArrowRight: ON,
  ArrowDown: ON,
  PageDown: ON,
  ArrowLeft: BACK,
  ArrowUp: BACK,
  PageUp: BACK,
  Backspace: BACK,
  Home: { does: "go", to: 0 },
  End: { does: "go", to: Infinity },
  Escape: { does: "escape" },
};
/** @type {Record<string, Command>} With the shift key, in the speaker window. */
const SCROLLS = { ArrowDown: { does: "scroll", by: 1 }, ArrowUp: { does: "scroll", by: -1 } };
/** Digits of the largest number that can be typed. */
const DIGITS = 3;

/** @type {Record<string, Action>} */
const EVERYWHERE = { f: "full", b: "blank", ".": "blank", o: "overview", d: "theme", "?": "help" };
/** @type {Record<string, Action>} Letters where the slides are shown. */
export const SLIDES = { ...EVERYWHERE, n: "notes", s: "speaker" };
/** @type {Record<string, Action>} Letters in the speaker window. */
export const SPEAKER = {
  ...EVERYWHERE,
  s: "speaker",
  t: "clock",
  r: "reset",
  "+": "larger",
  "=": "larger",
  "-": "smaller",
};

/**
 * The letter of a key; on a keyboard of other letters, the one in its place.
 *
 * @param {Key} key
 * @param {Record<string, Action>} letters
 */
function letterOf({ key, code }, letters) {
  const letter = key.toLowerCase();
  return letter in letters || !/^Key[A-Z]$/.test(code) ? letter : code[3].toLowerCase();
}

/**
 * What a key does on a slide; null where it does nothing.
 *
 * @param {Key} pressed
 * @param {Record<string, Action>} letters
 * @param {{ digits?: string, onButton?: boolean }} [now] digits typed before; whether a button or
 *   link has the focus, which then gets Enter and the space bar
 * @returns {Command | null}
 */
export function commandOf(pressed, letters, { digits = "", onButton = false } = {}) {
  const { key, shiftKey } = pressed;
  const moves = letters === SPEAKER && shiftKey ? { ...MOVES, ...SCROLLS } : MOVES;
  if (Object.hasOwn(moves, key)) return moves[key];
  if (/^[0-9]$/.test(key)) return { does: "digit", digit: key };
  if (key === " " || key === "Enter") return pushed(pressed, digits, onButton);
  const letter = letterOf(pressed, letters);
  return Object.hasOwn(letters, letter) ? { does: letters[letter] } : null;
}

/**
 * What Enter or the space bar does.
 *
 * @param {Key} pressed
 * @param {string} digits
 * @param {boolean} onButton
 * @returns {Command | null}
 */
function pushed({ key, shiftKey }, digits, onButton) {
  if (key === "Enter" && digits) return { does: "chosen" };
  if (onButton) return null;
  return shiftKey ? BACK : ON;
}

/**
 * The digits typed so far with one more: the last few count.
 *
 * @param {string} digits
 * @param {string} digit
 */
export const typed = (digits, digit) => (digits + digit).slice(-DIGITS);

/**
 * Whether a key is a letter, a digit or a sign, which a reader may switch off as shortcuts.
 *
 * @param {string} key
 */
export const isSingle = key => key.length === 1 && key !== " ";
