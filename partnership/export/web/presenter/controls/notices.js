/** What a link asked for and could not get, and decks of nothing. */

import { make, worded } from "../dom.js";
import { around, deck, words } from "../page.js";
import { button } from "./buttons.js";

/**
 * One line on the first slide, until dismissed; null where everything was there.
 *
 * @param {() => void} dismissed
 */
export function notices(dismissed) {
  if (!around.notices?.length) return null;
  const dismiss = () => {
    around.notices = [];
    dismissed();
  };
  return make(
    "div",
    { class: "notices", role: "status" },
    make("p", { dir: "auto" }, around.notices.join(" ")),
    button("dismiss", dismiss, "close"),
  );
}

/** A deck without slides says so, and leads back. */
export function nothing() {
  return make(
    "article",
    { class: "nothing" },
    make("h1", { dir: "auto" }, deck.title),
    ...[words.nothing, ...(around.notices ?? [])].map(line => worded("p", "", line)),
    around.back ? make("p", {}, make("a", { href: around.back }, words.back)) : null,
  );
}
