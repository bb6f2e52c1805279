/**
 * The presentation that stands in this page.
 *
 * @import { Deck, Surroundings, Words } from "./deck.js"
 */

import { slidesOf } from "./deck.js";
import { filled } from "./words.js";

const read = (/** @type {string} */ id) =>
  JSON.parse(document.getElementById(id)?.textContent || "{}");

export const deck = /** @type {Deck} */ (read("deck"));
export const around = /** @type {Surroundings} */ (read("around"));
export const grounds = /** @type {Record<string, object>} */ (read("geometry"));
export const slides = slidesOf(deck);
/** The words of the presenter itself. */
export const words = /** @type {Words} */ (deck.words);

/**
 * How slide `n` is announced.
 *
 * @param {number} n
 */
export const announced = n =>
  filled(words.announce, { n: n + 1, count: slides.length, title: slides[n].heading });
