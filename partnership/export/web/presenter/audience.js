/**
 * The window that the audience sees: one slide, and what opens over it.
 *
 * @import { State } from "./state.js"
 */

import { stayAwake } from "./awake.js";
import { Bar, toggleFull } from "./controls/bar.js";
import { fillOnFirst } from "./controls/filling.js";
import { listenToFingers } from "./controls/fingers.js";
import { Help } from "./controls/help.js";
import { SLIDES } from "./controls/keys.js";
import { Keyboard } from "./controls/keyboard.js";
import { Notes } from "./controls/notes.js";
import { nothing, notices } from "./controls/notices.js";
import { Overview } from "./controls/overview.js";
import { make } from "./dom.js";
import { tooltip, unpoint } from "./drawings/tooltip.js";
import { fromHash, within } from "./order.js";
import { announced, around, deck, slides, words } from "./page.js";
import { unitOf } from "./slides/slide.js";
import { Link, newName } from "./speaker/link.js";
import { Opener } from "./speaker/opener.js";
import { Stage } from "./slides/stage.js";
import { Store, beginning, blanked, moved, recoloured } from "./state.js";
import { shade } from "./theme.js";

const SETTLED_AFTER = 120;

export class Audience {
  #store;
  #link;
  #opener;
  #waiting = 0;
  #stage = new Stage(() => notices(() => this.#again()));
  #notes = new Notes();
  #help = new Help(words.keys);
  #overview = new Overview(n => this.#go(n));
  #blank = make("div", { class: "blank", hidden: true });
  #spoken = make("p", { class: "spoken", "aria-live": "polite" });
  #actions = {
    move: (/** @type {number} */ by) => this.#go(this.#store.state.index + by),
    go: (/** @type {number} */ n) => this.#go(n),
    typing: (/** @type {string} */ digits) => this.#typing(digits),
    previous: () => this.#actions.move(-1),
    next: () => this.#actions.move(1),
    full: toggleFull,
    blank: () => this.#store.change(blanked(this.#store.state)),
    overview: () => this.#overview.open(this.#store.state),
    notes: () => this.#toggleNotes(),
    speaker: () => this.#opener.open(),
    theme: () => this.#store.change(recoloured(this.#store.state)),
    help: () => this.#help.open(),
    escape: () => this.#escape(),
    leave: () => this.#leave(),
  };
  #bar = new Bar(this.#actions);

  constructor() {
    // A reload goes on with the same speaker window.
    const session = history.state?.session ?? newName();
    const theme = around.theme ?? ofTheBrowser();
    const index = within(asked(), slides.length);
    this.#store = new Store(beginning({ by: newName(), changes: 1, theme, index }));
    this.#link = new Link({ session, role: "slides", store: this.#store, count: slides.length });
    this.#opener = new Opener(session, this.#link);
    history.replaceState({ session }, "");
    this.#store.listen((state, before) => this.#changed(state, before));
  }

  /** Put everything into the page, and show the first slide once its letters are there. */
  async begin() {
    const { theme } = this.#store.state;
    this.#dress(theme);
    document.body.append(
      ...[this.#stage, this.#notes, this.#bar, this.#overview, this.#help].map(one => one.element),
      ...[this.#blank, tooltip, this.#opener.element, this.#spoken],
    );
    this.#scale();
    if (!slides.length) {
      this.#stage.element.append(nothing());
      this.#bar.element.hidden = true;
    }
    this.#listen();
    this.#bar.stir();
    if (!slides.length) return;
    await lettersAreThere();
    this.#show();
    this.#link.send(true);
    // The browser lets the screen sleep again whenever the tab is hidden.
    document.addEventListener("visibilitychange", stayAwake);
    stayAwake();
  }

  #listen() {
    const stir = () => this.#bar.stir();
    const panels = [this.#overview, this.#help];
    fillOnFirst();
    new Keyboard(SLIDES, this.#actions, panels, () => this.#store.state.blank);
    addEventListener("resize", () => this.#resized());
    addEventListener("mousemove", stir);
    addEventListener("focusin", stir);
    addEventListener("touchstart", stir, { passive: true });
    addEventListener("hashchange", () => this.#go(asked()));
    addEventListener("pagehide", unpoint);
    listenToFingers(this.#stage.element, this.#actions.move);
    this.#stage.element.addEventListener("mouseleave", unpoint);
    this.#blank.addEventListener("click", this.#actions.blank);
  }

  /** @param {number} n */
  #go(n) {
    if (slides.length) {
      this.#store.change(moved(this.#store.state, n, slides.length, Date.now()));
    }
  }

  /**
   * @param {State} state
   * @param {State} before
   */
  #changed(state, before) {
    if (state.theme !== before.theme) {
      this.#dress(state.theme);
      this.#stage.clear();
      this.#overview.clear();
    }
    if (state.blank !== before.blank) this.#darken(state.blank);
    if (slides.length && (state.index !== before.index || state.theme !== before.theme)) this.#show();
  }

  #show() {
    const { index, theme } = this.#store.state;
    unpoint();
    history.replaceState(history.state, "", `#${index + 1}`);
    document.title = `${index + 1} · ${slides[index].heading} · ${deck.title}`;
    this.#spoken.textContent = this.#announced();
    this.#notes.show(index);
    this.#bar.show(index);
    this.#stage.show(index, theme);
  }

  /** Make every slide anew. */
  #again() {
    this.#stage.clear();
    this.#overview.clear();
    if (slides.length) this.#show();
  }

  /** @param {boolean} blank */
  #darken(blank) {
    this.#blank.hidden = !blank;
    this.#stage.element.inert = blank;
    this.#spoken.textContent = blank ? words.blank : this.#announced();
  }

  #announced() {
    return slides.length ? announced(this.#store.state.index) : "";
  }

  /** @param {import("./deck.js").Theme} theme */
  #dress(theme) {
    document.documentElement.dataset.theme = theme;
    shade(document.documentElement, theme);
  }

  /** @param {string} digits */
  #typing(digits) {
    this.#bar.show(this.#store.state.index, digits);
    if (digits) this.#bar.stir();
  }

  #toggleNotes() {
    if (!slides.length) return;
    this.#notes.toggle(this.#store.state.index);
    this.#scale();
    this.#again();
  }

  #escape() {
    if (!this.#notes.element.hidden) this.#toggleNotes();
    else if (document.fullscreenElement) document.exitFullscreen();
    else this.#leave();
  }

  #leave() {
    if (around.back) location.assign(around.back);
  }

  /** Buttons and panels grow with the screen; the buttons stand above the notes. */
  #scale() {
    const larger = Math.max(1, unitOf({ width: innerWidth, height: innerHeight }));
    for (const { element } of [this.#bar, this.#help, this.#notes, this.#opener]) {
      element.style.zoom = String(larger);
      // Parts of the window are enlarged with the rest.
      element.style.setProperty("--zoom", String(larger));
    }
    const below = this.#notes.element.getBoundingClientRect().height / larger;
    this.#bar.element.style.marginBottom = `${below}px`;
  }

  #resized() {
    this.#scale();
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#again(), SETTLED_AFTER);
  }
}

/** @returns {import("./deck.js").Theme} The theme that the reader's browser or system prefers. */
const ofTheBrowser = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

/** The slide that the address asks for. */
const asked = () => fromHash(location.hash) ?? Number(around.slide ?? 1) - 1;

/** Letters are measured when a chart is laid out: they must be there before. */
export const lettersAreThere = () =>
  Promise.all([400, 600].map(weight => document.fonts.load(`${weight} 16px "${deck.family}"`)));
