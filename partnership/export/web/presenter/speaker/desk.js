/**
 * The speaker window: notes, the slide on screen and the next, the clock.
 *
 * @import { State } from "../state.js"
 */

import { stayAwake } from "../awake.js";
import { lettersAreThere } from "../audience.js";
import { toggleFull } from "../controls/bar.js";
import { button, relabel } from "../controls/buttons.js";
import { Help } from "../controls/help.js";
import { SPEAKER } from "../controls/keys.js";
import { Keyboard } from "../controls/keyboard.js";
import { Overview } from "../controls/overview.js";
import { make, worded } from "../dom.js";
import { announced, deck, slides, words } from "../page.js";
import { Store, beginning, blanked, moved, recoloured } from "../state.js";
import { shade } from "../theme.js";
import { Thumbs, rescale } from "../slides/thumbs.js";
import { ZERO, elapsed, face, toggled } from "./clock.js";
import { Link, newName } from "./link.js";

/** Milliseconds between questions to the window of the slides, and after which it is missed. */
const ASKED_EVERY = 2000;
const MISSED_AFTER = 7000;
const TICK = 250;
/** Letters of the notes, as a part of their usual size. */
const LETTERS = [0.7, 0.85, 1, 1.2, 1.45, 1.75, 2.1];

export class Desk {
  #store = new Store(beginning({ by: newName(), index: history.state?.index ?? 0 }));
  #link;
  #heard = Date.now();
  #letters = LETTERS.indexOf(1);
  #thumbs = new Thumbs();
  #overview = new Overview(n => this.#go(n));
  #help = new Help(words.speakerKeys);
  #place = make("span", { class: "at" });
  #clock = make("span", { class: "clock", role: "timer", "aria-labelledby": "elapsed" });
  #day = make("span", { class: "clock", role: "timer", "aria-labelledby": "day" });
  #screen = make("figure", { class: "now" }, caption(words.now));
  #now = make("div", { class: "thumb", "aria-hidden": "true", inert: true });
  #next = make("div", { class: "thumb", "aria-hidden": "true", inert: true });
  #end = make("p", { class: "end", dir: "auto", hidden: true }, words.end);
  #notes = make("section", { class: "script", "aria-label": words.notes, tabindex: "0" });
  #status = make("p", { class: "status", role: "status", dir: "auto", hidden: true });
  #spoken = make("p", { class: "spoken", "aria-live": "polite" });
  #actions = {
    move: (/** @type {number} */ by) => this.#go(this.#store.state.index + by),
    go: (/** @type {number} */ n) => this.#go(n),
    typing: (/** @type {string} */ digits) => this.#showPlace(digits),
    scroll: (/** @type {number} */ by) => this.#notes.scrollBy({ top: by * 120 }),
    full: toggleFull,
    blank: () => this.#store.change(blanked(this.#store.state)),
    overview: () => this.#overview.open(this.#store.state),
    speaker: () => close(),
    theme: () => this.#store.change(recoloured(this.#store.state)),
    help: () => this.#help.open(),
    clock: () => this.#setClock(toggled(this.#store.state.clock, Date.now())),
    reset: () => this.#setClock(ZERO),
    larger: () => this.#resize(1),
    smaller: () => this.#resize(-1),
    escape: () => document.fullscreenElement && document.exitFullscreen(),
  };
  #run = button("start", this.#actions.clock);
  #blank = button("blankScreen", this.#actions.blank, "blank");

  /** @param {string} session */
  constructor(session) {
    const heard = (/** @type {string} */ role) => {
      if (role === "slides") this.#heard = Date.now();
    };
    const { length: count } = slides;
    this.#link = new Link({ session, role: "speaker", store: this.#store, count, heard });
    this.#link.join(/** @type {Window | null} */ (opener));
    this.#store.listen((state, before) => this.#changed(state, before));
  }

  /** Put everything into the window, and ask what is on screen. */
  async begin() {
    document.title = `${words.speaker} · ${deck.title}`;
    document.body.className = "desk";
    document.body.append(
      this.#head(),
      this.#middle(),
      this.#foot(),
      ...[this.#overview.element, this.#help.element, this.#spoken],
    );
    new Keyboard(SPEAKER, this.#actions, [this.#overview, this.#help]);
    addEventListener("resize", () => [this.#now, this.#next].forEach(rescale));
    document.addEventListener("visibilitychange", stayAwake);
    stayAwake();
    this.#dress();
    this.#tick();
    setInterval(() => this.#tick(), TICK);
    setInterval(() => this.#link.send(true), ASKED_EVERY);
    this.#link.send(true);
    await lettersAreThere();
    this.#show();
  }

  #head() {
    const clocks = make(
      "div",
      { class: "elapsed" },
      make("span", { class: "label", id: "elapsed", dir: "auto" }, words.elapsed),
      this.#clock,
      this.#run,
      button("reset", this.#actions.reset),
    );
    const day = make(
      "div",
      { class: "day" },
      make("span", { class: "label", id: "day", dir: "auto" }, words.day),
      this.#day,
    );
    return make("header", { class: "clocks" }, clocks, this.#status, day);
  }

  #middle() {
    this.#screen.append(this.#now);
    const next = make("figure", { class: "next" }, caption(words.following), this.#next, this.#end);
    return make("main", {}, make("div", { class: "pair" }, this.#screen, next), this.#notes);
  }

  #foot() {
    const { move, overview, smaller, larger, theme, full, help } = this.#actions;
    return make(
      "nav",
      { class: "foot", "aria-label": words.controls },
      button("previous", () => move(-1)),
      this.#place,
      button("next", () => move(1)),
      this.#blank,
      button("overview", overview),
      make("span", { class: "gap" }),
      button("smaller", smaller),
      button("larger", larger),
      button("theme", theme),
      button("full", full),
      button("help", help),
    );
  }

  /** @param {number} n */
  #go(n) {
    this.#store.change(moved(this.#store.state, n, slides.length, Date.now()));
  }

  /** @param {import("./clock.js").Clock} clock */
  #setClock(clock) {
    this.#store.change({ ...this.#store.state, clock });
  }

  /** @param {number} by */
  #resize(by) {
    this.#letters = Math.max(0, Math.min(this.#letters + by, LETTERS.length - 1));
    this.#notes.style.setProperty("--letters", String(LETTERS[this.#letters]));
  }

  /**
   * @param {State} state
   * @param {State} before
   */
  #changed(state, before) {
    if (state.theme !== before.theme) {
      this.#thumbs.clear();
      this.#overview.clear();
      this.#dress();
    }
    this.#tick();
    if (state.index !== before.index || state.theme !== before.theme) this.#show();
  }

  #dress() {
    const { theme } = this.#store.state;
    document.documentElement.dataset.theme = theme;
    shade(document.documentElement, theme);
  }

  async #show() {
    const { index, theme } = this.#store.state;
    history.replaceState({ index }, "");
    this.#showPlace();
    this.#showNotes(index);
    this.#spoken.textContent = announced(index);
    const last = index === slides.length - 1;
    this.#end.hidden = !last;
    this.#next.hidden = last;
    await this.#thumbs.put(this.#now, index, theme);
    if (last) return;
    await this.#thumbs.put(this.#next, index + 1, theme);
    // The one after is ready before it is asked for.
    if (index + 2 < slides.length) await this.#thumbs.make(index + 2, theme);
  }

  #showPlace(digits = "") {
    const { index } = this.#store.state;
    this.#place.textContent = digits ? `→ ${digits}` : `${index + 1} / ${slides.length}`;
  }

  /** @param {number} index */
  #showNotes(index) {
    const { heading, own, about } = slides[index];
    const known = about.map(part => worded("p", "", part));
    this.#notes.replaceChildren(
      make("h1", { dir: "auto" }, heading),
      worded("p", own ? "own" : "none", own || words.noNotes) ?? "",
      known.length ? make("h2", { dir: "auto" }, words.about) : "",
      ...known.map(part => part ?? ""),
    );
    this.#notes.scrollTop = 0;
  }

  /** What changes with time: both clocks, and whether the other window answers. */
  #tick() {
    const { clock, blank } = this.#store.state;
    const now = Date.now();
    write(this.#clock, face(elapsed(clock, now)));
    this.#clock.classList.toggle("stands", clock.since === null);
    relabel(this.#run, clock.since === null ? "start" : "stop");
    write(this.#day, timeOfDay.format(now));
    this.#blank.setAttribute("aria-pressed", String(blank));
    this.#screen.classList.toggle("unseen", blank);
    const missed = now - this.#heard > MISSED_AFTER;
    const line = missed ? words.missed : blank ? words.blankThere : "";
    write(this.#status, line);
    this.#status.hidden = !line;
  }
}

const timeOfDay = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { hour: "2-digit", minute: "2-digit" });

/** @param {string} words */
function caption(words) {
  return make("figcaption", { dir: "auto" }, words);
}

/**
 * Words that are already there are not read out again.
 *
 * @param {HTMLElement} element
 * @param {string} words
 */
function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
