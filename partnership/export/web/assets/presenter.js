// Written by `make bundle` from partnership/export/web/presenter/: change those.
"use strict";
(() => {
  // partnership/export/web/presenter/awake.js
  async function stayAwake() {
    if (document.visibilityState !== "visible") return;
    try {
      await navigator.wakeLock?.request("screen");
    } catch {
      return;
    }
  }

  // partnership/export/web/presenter/dom.js
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(name, "");
      else if (value !== false && value != null) element.setAttribute(name, String(value));
    }
    element.append(...children.filter((child) => child != null));
    return element;
  }
  var worded = (tag, name, words2) => words2 ? make(tag, { class: name, dir: "auto" }, words2) : null;
  function fits(box, content, least, most = 1) {
    for (let percent = most * 100; percent >= least * 100; percent -= 4) {
      content.style.setProperty("--size", String(percent / 100));
      const cells = [content, ...content.querySelectorAll("li")];
      const wide = cells.some((cell) => cell.scrollWidth > cell.clientWidth);
      if (!wide && content.scrollHeight <= box.clientHeight) return percent / 100;
    }
    return 0;
  }
  function sign(path) {
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    const line = document.createElementNS(space, "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    line.setAttribute("d", path);
    svg.append(line);
    return svg;
  }
  var pause = () => new Promise((resolve) => setTimeout(resolve));

  // partnership/export/web/presenter/deck.js
  function slidesOf(deck2) {
    const drawings = deck2.drawings.map((drawing) => withRows(drawing, deck2));
    return deck2.slides.map(({ drawing, headline, notes, chips, address }) => {
      const shown = drawings[drawing];
      return {
        ...shown,
        heading: headline || shown.answer || shown.title,
        subtitle: headline || shown.answer ? shown.title : "",
        finding: headline ? afterAnswer(shown) : shown.finding,
        own: notes,
        about: shown.notes.filter(Boolean),
        chips,
        address
      };
    });
  }
  function afterAnswer({ answer, finding }) {
    return [answer && `${answer}.`, finding].filter(Boolean).join(" ");
  }
  function withRows(drawing, deck2) {
    const rowsOf = (name) => deck2.sets[name].map((n) => deck2.rows[n]);
    if (drawing.kind !== "chart" && drawing.kind !== "map") return drawing;
    const named = Object.entries(drawing.spec?.datasets ?? {});
    const datasets = Object.fromEntries(named.map(([name, set]) => [name, rowsOf(set)]));
    const spec = named.length ? { ...drawing.spec, datasets } : drawing.spec;
    if (drawing.kind === "chart") return { ...drawing, spec };
    const layers = drawing.map.layers.map(
      (layer) => layer.data?.set ? { ...layer, data: rowsOf(layer.data.set) } : layer
    );
    return { ...drawing, spec, map: { ...drawing.map, layers } };
  }

  // partnership/export/web/presenter/words.js
  var filled = (message, values) => message.replace(
    /\{(\w+)\}/g,
    (whole, name) => Object.hasOwn(values, name) ? String(values[name]) : whole
  );

  // partnership/export/web/presenter/page.js
  var read = (id) => JSON.parse(document.getElementById(id)?.textContent || "{}");
  var deck = (
    /** @type {Deck} */
    read("deck")
  );
  var around = (
    /** @type {Surroundings} */
    read("around")
  );
  var grounds = (
    /** @type {Record<string, object>} */
    read("geometry")
  );
  var slides = slidesOf(deck);
  var words = (
    /** @type {Words} */
    deck.words
  );
  var announced = (n) => filled(words.announce, { n: n + 1, count: slides.length, title: slides[n].heading });

  // partnership/export/web/presenter/controls/buttons.js
  var SIGNS = {
    next: "M9 5l7 7-7 7",
    previous: "M15 5l-7 7 7 7",
    overview: "M4 5h6v6H4zM14 5h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
    notes: "M5 6h14M5 11h14M5 16h9",
    speaker: "M3 5h11v8H3zM10 16v3h11v-8h-4M8 13v3",
    full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    help: "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18v.6",
    close: "M6 6l12 12M18 6L6 18",
    blank: "M4 5h16v11H4zM9 20h6M5 19L19 3",
    theme: "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16",
    start: "M8 5l11 7-11 7z",
    stop: "M8 5v14M16 5v14",
    reset: "M5 12a7 7 0 1 0 2.5-5.4M7 3v4h4",
    larger: "M3 19L9 5l6 14M5 14h8M18 8v6M15 11h6",
    smaller: "M3 19L9 5l6 14M5 14h8M15 11h6"
  };
  function button(name, action, drawn = (
    /** @type {Sign} */
    name
  )) {
    const label = { "aria-label": words[name], title: words[name] };
    const element = make("button", { type: "button", "data-does": name, ...label }, sign(SIGNS[drawn]));
    element.addEventListener("click", (event) => {
      action();
      if (event.detail) element.blur();
    });
    return element;
  }
  function relabel(element, name) {
    if (element.dataset.does === name) return;
    element.dataset.does = name;
    element.title = words[name];
    element.setAttribute("aria-label", words[name]);
    element.replaceChildren(sign(SIGNS[
      /** @type {Sign} */
      name
    ]));
  }

  // partnership/export/web/presenter/controls/bar.js
  var QUIET_AFTER = 2600;
  var Bar = class {
    #place = make("span", { class: "at", "aria-hidden": "true" });
    #quiet = 0;
    /** @param {Record<"previous" | "next" | "overview" | "notes" | "speaker" | "full" | "help" | "leave", () => void>} actions */
    constructor(actions) {
      this.element = make(
        "nav",
        { class: "controls", "aria-label": words.controls },
        button("previous", actions.previous),
        this.#place,
        button("next", actions.next),
        button("overview", actions.overview),
        button("notes", actions.notes),
        button("speaker", actions.speaker),
        button("full", actions.full),
        button("help", actions.help),
        around.back ? button("leave", actions.leave, "close") : null
      );
    }
    /**
     * @param {number} index the slide that is shown
     * @param {string} [digits] of a number that is being typed
     */
    show(index, digits = "") {
      this.#place.textContent = digits ? `→ ${digits}` : `${index + 1} / ${slides.length}`;
    }
    /** The reader is there: show the buttons and the pointer for a while. */
    stir() {
      this.element.classList.add("awake");
      document.documentElement.classList.remove("still");
      clearTimeout(this.#quiet);
      this.#quiet = setTimeout(() => {
        this.element.classList.remove("awake");
        document.documentElement.classList.add("still");
      }, QUIET_AFTER);
    }
  };
  function toggleFull() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {
    });
  }

  // partnership/export/web/presenter/controls/filling.js
  function fillOnFirst() {
    if (!document.fullscreenEnabled) return;
    const stop2 = new AbortController();
    const fill2 = (event) => {
      if (!event.isTrusted) return;
      stop2.abort();
      const target = event.target instanceof Element ? event.target : null;
      if (document.fullscreenElement || target?.closest("a, button, dialog") || means(event)) return;
      document.documentElement.requestFullscreen().catch(() => {
      });
    };
    const options = { capture: true, signal: stop2.signal };
    addEventListener("click", fill2, options);
    addEventListener("keydown", (event) => MODIFIERS.test(event.key) || fill2(event), options);
  }
  var MODIFIERS = /^(Shift|Control|Alt|Meta|CapsLock|Tab)$/;
  var means = (event) => event instanceof KeyboardEvent && (event.ctrlKey || event.metaKey || event.altKey || /^([fs]|Escape)$/i.test(event.key));

  // partnership/export/web/presenter/controls/fingers.js
  var SWIPE = 50;
  function listenToFingers(element, move) {
    let began = null;
    const start = (event) => {
      const [finger, second] = event.touches;
      const target = (
        /** @type {Element} */
        event.target
      );
      const free = !second && !target.closest(".map, .notes, dialog");
      const whole = (visualViewport?.scale ?? 1) === 1;
      began = free && whole ? { x: finger.clientX, y: finger.clientY } : null;
    };
    const end = (event) => {
      if (!began) return;
      const [finger] = event.changedTouches;
      const [across, down] = [finger.clientX - began.x, finger.clientY - began.y];
      began = null;
      if (Math.abs(across) > SWIPE && Math.abs(across) > 1.5 * Math.abs(down)) {
        move(across < 0 ? 1 : -1);
      }
    };
    element.addEventListener("touchstart", start, { passive: true });
    element.addEventListener("touchend", end, { passive: true });
  }

  // partnership/export/web/presenter/controls/single.js
  var KEPT = "partnership-single-keys";
  var on = true;
  try {
    on = localStorage.getItem(KEPT) !== "off";
  } catch {
  }
  var singleKeys = () => on;
  function setSingleKeys(wanted) {
    on = wanted;
    try {
      localStorage.setItem(KEPT, wanted ? "on" : "off");
    } catch {
    }
  }

  // partnership/export/web/presenter/controls/help.js
  var Help = class {
    /** @param {[string, string][]} keys keys, with blanks between, and what they do */
    constructor(keys) {
      const rows = keys.map(
        ([names, meaning]) => make(
          "div",
          {},
          make("dt", {}, ...names.split(" ").map((name) => make("kbd", {}, name))),
          make("dd", { dir: "auto" }, meaning)
        )
      );
      this.element = make(
        "dialog",
        { class: "help", "aria-label": words.help },
        make("h2", { dir: "auto" }, words.help),
        single(),
        make("dl", {}, ...rows),
        button("close", () => this.element.close())
      );
      this.element.addEventListener("click", (event) => {
        if (event.target === this.element) this.element.close();
      });
    }
    open() {
      if (!this.element.open) this.element.showModal();
    }
    /** @param {KeyboardEvent} event */
    key({ key }) {
      if (key !== "?" || !singleKeys()) return false;
      this.element.close();
      return true;
    }
  };
  function single() {
    const box = make("input", { type: "checkbox" });
    box.checked = singleKeys();
    box.addEventListener("change", () => setSingleKeys(box.checked));
    return make("label", { dir: "auto" }, box, words.single);
  }

  // partnership/export/web/presenter/controls/keys.js
  var ON = { does: "move", by: 1 };
  var BACK = { does: "move", by: -1 };
  var MOVES = {
    ArrowRight: ON,
    ArrowDown: ON,
    PageDown: ON,
    ArrowLeft: BACK,
    ArrowUp: BACK,
    PageUp: BACK,
    Backspace: BACK,
    Home: { does: "go", to: 0 },
    End: { does: "go", to: Infinity },
    Escape: { does: "escape" }
  };
  var SCROLLS = { ArrowDown: { does: "scroll", by: 1 }, ArrowUp: { does: "scroll", by: -1 } };
  var DIGITS = 3;
  var EVERYWHERE = { f: "full", b: "blank", ".": "blank", o: "overview", d: "theme", "?": "help" };
  var SLIDES = { ...EVERYWHERE, n: "notes", s: "speaker" };
  var SPEAKER = {
    ...EVERYWHERE,
    s: "speaker",
    t: "clock",
    r: "reset",
    "+": "larger",
    "=": "larger",
    "-": "smaller"
  };
  function letterOf({ key, code }, letters) {
    const letter = key.toLowerCase();
    return letter in letters || !/^Key[A-Z]$/.test(code) ? letter : code[3].toLowerCase();
  }
  function commandOf(pressed, letters, { digits = "", onButton = false } = {}) {
    const { key, shiftKey } = pressed;
    const moves = letters === SPEAKER && shiftKey ? { ...MOVES, ...SCROLLS } : MOVES;
    if (Object.hasOwn(moves, key)) return moves[key];
    if (/^[0-9]$/.test(key)) return { does: "digit", digit: key };
    if (key === " " || key === "Enter") return pushed(pressed, digits, onButton);
    const letter = letterOf(pressed, letters);
    return Object.hasOwn(letters, letter) ? { does: letters[letter] } : null;
  }
  function pushed({ key, shiftKey }, digits, onButton) {
    if (key === "Enter" && digits) return { does: "chosen" };
    if (onButton) return null;
    return shiftKey ? BACK : ON;
  }
  var typed = (digits, digit) => (digits + digit).slice(-DIGITS);
  var isSingle = (key) => key.length === 1 && key !== " ";

  // partnership/export/web/presenter/controls/keyboard.js
  var FORGOTTEN_AFTER = 3e3;
  var Keyboard = class {
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
    constructor(letters, actions, panels, blanked2 = () => false) {
      this.#letters = letters;
      this.#actions = actions;
      this.#panels = panels;
      this.#blanked = blanked2;
      addEventListener("keydown", (event) => this.#down(event), true);
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
  };
  function stop(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  // partnership/export/web/presenter/controls/notes.js
  var Notes = class {
    element = make("aside", {
      class: "notes",
      "aria-label": words.notes,
      hidden: true,
      tabindex: "0"
    });
    /** @param {number} index */
    show(index) {
      if (this.element.hidden) return;
      const { own, about, address } = slides[index];
      const parts = [own, ...about].filter(Boolean);
      this.element.replaceChildren(
        make("h2", { dir: "auto" }, words.notes),
        ...(parts.length ? parts : [words.noNotes]).map((part) => worded("p", "", part) ?? ""),
        address ? make("p", {}, make("a", { href: address, rel: "noopener" }, words.open)) : ""
      );
    }
    /** @param {number} index */
    toggle(index) {
      this.element.hidden = !this.element.hidden;
      this.show(index);
    }
  };

  // partnership/export/web/presenter/controls/notices.js
  function notices(dismissed) {
    if (!around.notices?.length) return null;
    const dismiss = () => {
      around.notices = [];
      dismissed();
    };
    return make(
      "div",
      { class: "notices", role: "status" },
      make("p", { dir: "auto" }, around.notices.join(" ")),
      button("dismiss", dismiss, "close")
    );
  }
  function nothing() {
    return make(
      "article",
      { class: "nothing" },
      make("h1", { dir: "auto" }, deck.title),
      ...[words.nothing, ...around.notices ?? []].map((line) => worded("p", "", line)),
      around.back ? make("p", {}, make("a", { href: around.back }, words.back)) : null
    );
  }

  // partnership/export/web/presenter/order.js
  var AHEAD = 2;
  var BEHIND = 1;
  var within = (n, count) => Math.max(0, Math.min(n, count - 1));
  var isNear = (other, index) => other >= index - BEHIND && other <= index + AHEAD;
  var neighbours = (index, count) => [index + 1, index - 1, index + 2].filter((n) => n >= 0 && n < count);
  var nearestFirst = (index, count) => Array.from({ length: count }, (_, n) => n).sort(
    (a, b) => Math.abs(a - index) - Math.abs(b - index)
  );
  function fromHash(hash) {
    const found = /^#(\d{1,3})$/.exec(hash);
    return found ? Number(found[1]) - 1 : null;
  }
  function tileAfter(key, { at, columns, count }) {
    const places = (
      /** @type {Record<string, number>} */
      {
        ArrowRight: at + 1,
        ArrowLeft: at - 1,
        ArrowDown: at + columns,
        ArrowUp: at - columns,
        Home: 0,
        End: count - 1
      }
    );
    return key in places ? within(places[key], count) : null;
  }

  // partnership/export/web/presenter/theme.js
  var known = Object.keys(deck.dark).map((colour) => colour.replace(/[[\]]/g, "\\$&"));
  var inLight = new RegExp(known.join("|") || "(?!)", "g");
  function inTheme(specification, theme) {
    const text = JSON.stringify(specification);
    return JSON.parse(theme === "dark" ? text.replace(inLight, (colour) => deck.dark[colour]) : text);
  }
  function shade(element, theme) {
    const which = theme === "dark" ? 1 : 0;
    for (const [name, pair] of Object.entries(deck.shades)) {
      element.style.setProperty(`--${name}`, pair[which]);
    }
    element.style.colorScheme = theme;
  }

  // partnership/export/web/presenter/drawings/sizes.js
  var HIGH_PILE = 4;
  var NARROWEST = 310;
  var FLATTEST = 0.8;
  var GAP = 30;
  function columnsOf(height, pile, room) {
    const scale = (columns) => Math.min(
      room.height * pile / height / Math.ceil(pile / columns),
      room.width / (columns * NARROWEST)
    );
    return pile < HIGH_PILE ? 1 : [1, 2, 3].reduce((a, b) => scale(b) > scale(a) ? b : a);
  }
  function size(specification, { width, height, squeeze, columns }) {
    if (specification.vconcat) {
      const parts = specification.vconcat;
      for (const part of parts) {
        part.width = (width - (columns - 1) * GAP) / columns;
        if (typeof part.height === "number") part.height *= squeeze;
      }
      if (columns > 1) {
        delete specification.vconcat;
        Object.assign(specification, { concat: parts, columns, spacing: GAP });
      }
    } else if (!specification.hconcat && !specification.concat && !specification.facet) {
      specification.width = width;
      if (specification.height?.step) specification.height.step *= squeeze;
      else if (typeof specification.height === "number") specification.height = height;
    }
  }
  function corrected(drawn, parts, room, own, enlarged2) {
    const beside = Math.max(0, drawn.width - own.width);
    if (parts) {
      const rows = Math.ceil(parts.length / own.columns);
      const high = rows * (parts.reduce((sum, { height }) => sum + height, 0) / parts.length);
      const share = (own.height - drawn.height + high) / high;
      const squeeze = Math.max(Math.min(FLATTEST, own.squeeze), own.squeeze * share);
      return { ...own, width: own.width - beside, squeeze };
    }
    return { ...own, width: room.width / Math.min(enlarged2, room.height / drawn.height) - beside };
  }
  function columnsFor(many) {
    const fit = [5, 4, 3, 2, 1].filter((columns) => columns <= many);
    const full = fit.filter((columns) => many % columns === 0 && (columns > 1 || many <= 3));
    return full.length ? full : fit;
  }

  // partnership/export/web/presenter/drawings/tooltip.js
  var GAP2 = 14;
  var tooltip = make("div", { class: "tooltip", role: "tooltip", hidden: true });
  function point(x, y, lines) {
    tooltip.replaceChildren(
      ...lines.map(
        ({ words: words2, bold, name }) => make(
          "p",
          { dir: "auto" },
          name ? make("span", {}, `${name} `) : null,
          make(bold || name ? "b" : "span", {}, words2)
        )
      )
    );
    tooltip.hidden = false;
    const { width, height } = tooltip.getBoundingClientRect();
    const left = x + GAP2 + width > innerWidth ? x - GAP2 - width : x + GAP2;
    const top = y + GAP2 + height > innerHeight ? y - GAP2 - height : y + GAP2;
    tooltip.style.left = `${Math.max(4, left)}px`;
    tooltip.style.top = `${Math.max(4, top)}px`;
  }
  var unpoint = () => {
    tooltip.hidden = true;
  };
  function pointAtMark(_handler, event, _item, value) {
    if (value == null || value === "") {
      unpoint();
      return;
    }
    const lines = typeof value === "object" ? Object.entries(value).map(([name, words2]) => ({ name, words: String(words2 ?? "") })) : [{ words: String(value) }];
    point(event.clientX, event.clientY, lines);
  }

  // partnership/export/web/presenter/drawings/render.js
  var ERRORS_ONLY = 1;
  var refused = () => Promise.reject(new Error("nothing is loaded"));
  var nobody = {
    load: refused,
    sanitize: (address) => address.startsWith("data:image/png;") ? Promise.resolve({ href: address }) : refused()
  };
  async function render(box, slide, sizes, theme) {
    const specification = inTheme(slide.spec, theme);
    size(specification, sizes);
    specification.description = slide.alt;
    const { finalize, view } = await vegaEmbed(box, specification, {
      actions: false,
      defaultStyle: false,
      loader: nobody,
      logLevel: ERRORS_ONLY,
      mode: "vega-lite",
      renderer: "svg",
      tooltip: pointAtMark
    });
    if (box.querySelector(".role-legend")) await view.resize().runAsync();
    const svg = box.querySelector("svg");
    if (!svg) throw new Error("the chart was not drawn");
    const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
    return { finalize, svg, drawn: { width, height }, parts: specification.vconcat ?? specification.concat };
  }

  // partnership/export/web/presenter/drawings/closest.js
  var TRIED = [0.6, 0.7, 0.8, 0.9];
  var HARMLESS = 0.84;
  var PAGE_WIDTH = 800;
  var SPARED = 1.15;
  var TOUCH = 1.5;
  var MARKS = ".mark-text text, .mark-rect path, .mark-symbol path";
  var known2 = /* @__PURE__ */ new WeakMap();
  async function closest(slide, natural, columns, height) {
    const wanted = height / natural;
    if (wanted >= HARMLESS) return Math.min(wanted, 1);
    const shares = known2.get(slide) ?? /* @__PURE__ */ new Map();
    known2.set(slide, shares);
    if (!shares.has(columns)) shares.set(columns, leastShare(slide, natural, columns));
    return shares.get(columns) ?? 1;
  }
  async function leastShare(slide, natural, columns) {
    const most = SPARED * await overlapping(slide, natural, columns, 1) + 1;
    for (const share of TRIED) {
      if (await overlapping(slide, natural, columns, share) <= most) return share;
    }
    return 1;
  }
  async function overlapping(slide, natural, columns, share) {
    const box = make("div", { class: "trial", "aria-hidden": "true" });
    document.body.append(box);
    const trial = { width: PAGE_WIDTH, height: share * natural, squeeze: share, columns };
    const { svg, finalize } = await render(box, slide, trial, "light");
    const marks = [...svg.querySelectorAll(MARKS)].map((mark2) => ({ word: mark2.tagName === "text", at: mark2.getBoundingClientRect() })).filter(({ at }) => at.width > 0 && at.height > 0);
    let found = 0;
    for (const [n, one] of marks.entries()) {
      for (const other of marks.slice(n + 1)) {
        if ((one.word || other.word) && cover(one.at, other.at)) found += 1;
      }
    }
    finalize();
    box.remove();
    return found;
  }
  var cover = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > TOUCH && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > TOUCH;

  // partnership/export/web/presenter/drawings/charts.js
  var ENLARGED_MOST = 1.5;
  var EDGE = 4;
  async function chart(box, slide, scale, theme) {
    const room = { width: box.clientWidth, height: box.clientHeight };
    const pile = slide.spec.vconcat?.length ?? 1;
    const columns = columnsOf(slide.height, pile, room);
    const natural = slide.height * Math.ceil(pile / columns) / pile;
    const least = natural * await closest(slide, natural, columns, room.height / scale);
    const enlarged2 = Math.min(scale, room.height / least);
    const height = room.height / enlarged2;
    const own = { width: room.width / enlarged2, height, columns, squeeze: height / natural };
    let rendered = await render(box, slide, own, theme);
    const ratio = ({ drawn }) => Math.min(room.width / drawn.width, room.height / drawn.height);
    if (ratio(rendered) < enlarged2 * 0.98) {
      rendered.finalize();
      const { drawn, parts } = rendered;
      rendered = await render(box, slide, corrected(drawn, parts, room, own, enlarged2), theme);
    }
    fill(rendered, room, Math.min(ratio(rendered), enlarged2 * 1.15));
    return rendered.finalize;
  }
  function fill({ svg, drawn }, room, scale) {
    const outer = svg.getBoundingClientRect();
    const marks = [...svg.querySelectorAll("text, .role-mark path, .role-legend path")].map((mark2) => mark2.getBoundingClientRect()).filter(({ width: width2, height: height2 }) => width2 > 0 || height2 > 0);
    const inner = {
      left: Math.max(0, Math.min(...marks.map((m) => m.left)) - outer.left - EDGE),
      top: Math.max(0, Math.min(...marks.map((m) => m.top)) - outer.top - EDGE),
      right: Math.min(drawn.width, Math.max(...marks.map((m) => m.right)) - outer.left + EDGE),
      bottom: Math.min(drawn.height, Math.max(...marks.map((m) => m.bottom)) - outer.top + EDGE)
    };
    const width = inner.right - inner.left;
    const height = inner.bottom - inner.top;
    const closer = Math.min(room.width / width, room.height / height, scale * ENLARGED_MOST);
    const whole = closer < scale * 1.05 || !Number.isFinite(closer);
    const [x, y, w, h, by] = whole ? [0, 0, drawn.width, drawn.height, scale] : [inner.left, inner.top, width, height, closer];
    svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
    svg.style.width = `${w * by}px`;
    svg.style.height = `${h * by}px`;
  }

  // partnership/export/web/presenter/drawings/listings.js
  var COLUMN = 160;
  var LEAST = { numbers: 0.72, events: 0.84, facts: 0.84, table: 0.96 };
  var LARGEST = { numbers: 1.6, events: 1.44, facts: 1.44, table: 1.2 };
  var LONG = 24;
  var listings = { numbers: cards, events, facts, table };
  var isListing = (slide) => slide.kind in listings;
  function cards(rows) {
    return rows.map(
      ({ label, value, detail }) => make(
        "li",
        {},
        worded("span", "label", label),
        worded("strong", value?.length > LONG ? "long" : "", value),
        worded("span", "detail", detail)
      )
    );
  }
  function events(rows) {
    return rows.map(
      ({ label, value, detail }) => make(
        "li",
        {},
        worded("span", "label", label),
        make("div", {}, worded("strong", "", value), worded("span", "detail", detail))
      )
    );
  }
  function facts(rows) {
    return rows.map(
      ({ label, value, detail }, n) => make(
        "li",
        {},
        make(
          "div",
          {},
          worded("span", "label", label),
          // The source of several in a row stands once, after the last.
          rows[n + 1]?.detail === detail ? null : worded("span", "detail", detail)
        ),
        worded("strong", "", value)
      )
    );
  }
  function table(rows, columns) {
    return rows.map(
      (row) => make("tr", {}, ...columns.map((column) => make("td", placed(column), row[column.key] ?? "")))
    );
  }
  function placed({ align }) {
    return align === "right" ? { dir: "auto", class: "right" } : { dir: "auto" };
  }
  function listing(box, slide, unit) {
    const { kind, rows, total, columns = [] } = slide;
    const content = make("div", { class: "content" });
    box.append(content);
    const named = shownOf(columns, rows, box.clientWidth / (COLUMN * unit));
    const left = columns.filter((column) => !named.includes(column)).map(({ head }) => head);
    const set = (kept) => {
      const missing = [
        total > kept ? filled(words.more, { n: total - kept }) : "",
        left.length ? filled(words.columns, { names: left.join(", ") }) : ""
      ];
      content.replaceChildren(body(kind, rows.slice(0, kept), named));
      const more = worded("p", "more", missing.filter(Boolean).join(" · "));
      if (more) content.append(more);
    };
    set(rows.length);
    if (arranged(box, content, rows.length, kind)) return;
    let [fitting, tooMany] = [1, rows.length];
    while (tooMany - fitting > 1) {
      const half = Math.floor((fitting + tooMany) / 2);
      set(half);
      if (fits(box, content, LEAST[kind], LEAST[kind])) fitting = half;
      else tooMany = half;
    }
    set(fitting);
    if (!fits(box, content, LEAST[kind], LARGEST[kind])) fits(box, content, 0.3, LEAST[kind]);
  }
  function body(kind, rows, columns) {
    const items = listings[kind](rows, columns);
    const many = { "data-many": rows.length > 5, "data-one": rows.length === 1 };
    if (kind !== "table") return make("ul", { class: kind, ...many }, ...items);
    const head = columns.map((one) => make("th", { scope: "col", ...placed(one) }, one.head));
    return make(
      "table",
      {},
      make("thead", {}, make("tr", {}, ...head)),
      make("tbody", {}, ...items)
    );
  }
  function shownOf(columns, rows, room) {
    const used = columns.filter(({ key }) => rows.slice(0, 12).some((row) => row[key]));
    return used.slice(0, Math.max(2, Math.floor(room)));
  }
  function arranged(box, content, many, kind) {
    const across = (columns2) => {
      content.style.setProperty("--columns", String(columns2));
      return fits(box, content, LEAST[kind], LARGEST[kind]);
    };
    if (kind !== "numbers") return across(2);
    const tried = columnsFor(many).map((columns2) => [across(columns2), columns2]);
    const [size2, columns] = tried.reduce((a, b) => b[0] > a[0] ? b : a);
    content.style.setProperty("--columns", String(columns));
    content.style.setProperty("--size", String(size2 || LEAST[kind]));
    return size2 > 0;
  }

  // partnership/export/web/presenter/drawings/legend.js
  var SPACE = "http://www.w3.org/2000/svg";
  var SHAPES = {
    circle: "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z",
    square: "M-6 -6h12v12h-12z",
    diamond: "M0 -8L8 0L0 8L-8 0z",
    cross: "M-2.5 -7h5v4.5h4.5v5h-4.5v4.5h-5v-4.5h-4.5v-5h4.5z",
    "triangle-up": "M0 -7L7 6h-14z",
    "triangle-down": "M0 7L7 -6h-14z",
    "triangle-left": "M-7 0L6 -7v14z",
    "triangle-right": "M7 0L-6 -7v14z",
    triangle: "M0 -7L7 6h-14z",
    stroke: "M-9 0h18"
  };
  function legend(entries) {
    const items = entries.map((one) => make("li", {}, sign2(one), make("span", { dir: "auto" }, one.words)));
    return make("ul", { class: "map-key" }, ...items);
  }
  function sign2({ fill: fill2, edge, width, shape }) {
    const drawing = document.createElementNS(SPACE, "svg");
    drawing.setAttribute("viewBox", "-10 -10 20 20");
    const path = document.createElementNS(SPACE, "path");
    const known3 = Object.hasOwn(SHAPES, shape);
    const look = {
      d: known3 ? SHAPES[shape] : shape,
      fill: fill2 === "transparent" ? "none" : fill2,
      stroke: edge,
      "stroke-width": String(Math.max(width, shape === "stroke" ? 2 : 1)),
      "vector-effect": "non-scaling-stroke",
      ...!known3 && { transform: "scale(8)" }
    };
    for (const [name, value] of Object.entries(look)) path.setAttribute(name, value);
    drawing.append(path);
    return drawing;
  }

  // partnership/export/web/presenter/drawings/maps.js
  var PAGE = { width: 870, height: 384 };
  var MARKS_ON_SLIDE = 1.25;
  var drawsMaps = Boolean(document.createElement("canvas").getContext("webgl2"));
  var asked = {};
  function ground(name) {
    const address = around.geometry?.[name];
    asked[name] ??= address ? fetch(address).then((answer) => answer.ok ? answer.json() : []) : Promise.resolve(grounds[name] ?? []);
    return asked[name];
  }
  function enlarged(layer, marks, letters) {
    const offset = layer.getPixelOffset;
    return {
      radiusScale: marks,
      lineWidthScale: marks,
      widthScale: marks,
      sizeScale: letters,
      ...Array.isArray(offset) && { getPixelOffset: offset.map((pixels) => pixels * letters) },
      ...layer.fontFamily && { fontFamily: `${deck.family}, sans-serif` }
    };
  }
  async function map(box, slide, { unit, letters, theme }) {
    const { layers, view, tooltip: lines, legend: signs } = inTheme(slide.map, theme);
    const data = await Promise.all(
      layers.map((layer) => typeof layer.data === "string" ? ground(layer.data) : layer.data)
    );
    const room = Math.min(box.clientWidth / PAGE.width, box.clientHeight / PAGE.height);
    const zoom = view.zoom + Math.log2(room);
    const marks = MARKS_ON_SLIDE * unit;
    const instance = await new Promise((resolve) => {
      const begun = createDeck({
        container: box,
        jsonInput: {
          initialViewState: { ...view, zoom, minZoom: Math.min(view.minZoom ?? 0, zoom) },
          layers: layers.map((layer) => ({ ...layer, data: [] })),
          views: [{ "@@type": "MapView", controller: true }]
        },
        tooltip: false
      });
      begun.setProps({
        getTooltip: null,
        layers: begun.props.layers.map(
          (layer, n) => layer.clone({ data: data[n], ...enlarged(layers[n], marks, Math.max(marks, letters)) })
        ),
        onAfterRender: () => resolve(begun),
        onHover: (info) => pointAtPlace(box, info, lines)
      });
    });
    const list = legend(signs);
    if (signs.length) box.append(list);
    return () => {
      list.remove();
      const canvas = box.querySelector("canvas");
      instance.finalize();
      canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
    };
  }
  function pointAtPlace(box, { object, x, y }, lines) {
    if (!object || !lines.length) {
      unpoint();
      return;
    }
    const { left, top } = box.getBoundingClientRect();
    const written = lines.map(({ words: words2, bold }) => ({ words: filled(words2, object), bold }));
    point(
      left + x,
      top + y,
      written.filter(({ words: words2 }) => words2.trim())
    );
  }

  // partnership/export/web/presenter/slides/slide.js
  var DESIGN = { width: 1280, height: 720 };
  var LEAST_UNIT = 0.6;
  var LEAST_SHARE = 0.42;
  var SMALLEST = 0.5;
  var ON_SLIDE = 1.5;
  var LEAST_SCALE = 0.95;
  var unitOf = ({ width, height }) => Math.max(Math.min(width / DESIGN.width, height / DESIGN.height), LEAST_UNIT);
  function frame(n, area, { still = false, notices: notices2 = null }) {
    const slide = slides[n];
    const box = make("div", { class: `drawing ${slide.kind}`, "data-kind": slide.kind });
    if (slide.kind === "chart" || slide.kind === "map") {
      box.setAttribute("role", "img");
      box.setAttribute("aria-label", slide.alt);
    } else if (slide.kind === "words") {
      box.append(worded("p", "why", slide.words) ?? "");
    }
    const chips = slide.chips.map((chip) => worded("li", "", chip));
    const kind = area.height > area.width ? "slide tall" : "slide";
    const element = make(
      "article",
      { class: kind, "aria-roledescription": "slide", "aria-label": announced(n) },
      n === 0 && !still ? notices2 : null,
      make(
        "header",
        {},
        worded("h1", "", slide.heading),
        worded("p", "subtitle", slide.subtitle),
        chips.length ? make("ul", { class: "chips", "aria-label": words.filters }, ...chips) : null
      ),
      box,
      worded("p", "finding", slide.finding),
      footer(n, still)
    );
    element.style.width = `${area.width}px`;
    element.style.height = `${area.height}px`;
    element.style.setProperty("--k", String(unitOf(area)));
    return { element, box };
  }
  function footer(n, still) {
    const { source, address } = slides[n];
    const link = { href: address, rel: "noopener", target: "_blank" };
    return make(
      "footer",
      {},
      make(
        "div",
        { class: "from" },
        make("p", { class: "brand" }, mark(), words.brand, deck.title && ` · ${deck.title}`),
        make("p", { class: "source", dir: "auto" }, source)
      ),
      make(
        "p",
        { class: "place" },
        address && !still ? make("a", link, words.open) : null,
        make("span", { dir: "auto" }, deck.created),
        make("b", { dir: "ltr" }, `${n + 1} / ${slides.length}`)
      )
    );
  }
  var mark = () => make("span", { class: "mark", "aria-hidden": "true" }, make("i", {}), make("i", {}));
  function settle(element, box) {
    const tight = () => element.scrollHeight > element.clientHeight || box.clientHeight < element.clientHeight * LEAST_SHARE;
    for (let fit = 1; tight() && fit >= SMALLEST; fit -= 0.05) {
      element.style.setProperty("--fit", fit.toFixed(2));
    }
    const texts = "h1, .subtitle, .chips li, .finding, .source";
    const parts = (
      /** @type {HTMLElement[]} */
      [...element.querySelectorAll(texts)]
    );
    const lettersOf = (part) => part.textContent ?? "";
    for (let tries = 0; tight() && tries < 60; tries += 1) {
      const longest = parts.reduce((a, b) => lettersOf(a).length > lettersOf(b).length ? a : b);
      longest.title ||= lettersOf(longest);
      const letters = [...lettersOf(longest)];
      longest.textContent = `${letters.slice(0, Math.floor(letters.length * 0.8)).join("")}…`;
    }
  }
  async function build(parent, n, area, options) {
    const slide = slides[n];
    const { element, box } = frame(n, area, options);
    shade(element, options.theme);
    parent.append(element);
    settle(element, box);
    let close2 = () => {
    };
    try {
      close2 = await draw(box, slide, unitOf(area), options);
    } catch (error) {
      console.error(error);
      box.replaceChildren(worded("p", "why", slide.alt) ?? "");
    }
    return {
      element,
      remove() {
        close2();
        element.remove();
      }
    };
  }
  async function draw(box, slide, unit, { still = false, theme }) {
    if (isListing(slide)) {
      listing(box, slide, unit);
    } else if (slide.kind === "map" && drawsMaps && !still) {
      return map(box, slide, { unit, letters: LEAST_SCALE, theme });
    } else if (slide.kind !== "words") {
      return chart(box, slide, Math.max(ON_SLIDE * unit, LEAST_SCALE), theme);
    }
    return () => {
    };
  }

  // partnership/export/web/presenter/slides/thumbs.js
  var Thumbs = class {
    /** @type {Map<number, Promise<HTMLElement>>} */
    #built = /* @__PURE__ */ new Map();
    #workshop = make("div", { class: "trial", "aria-hidden": "true" });
    /**
     * Show slide `n` in `box`, unless another is wanted there when it is ready.
     *
     * @param {HTMLElement} box
     * @param {number} n
     * @param {Theme} theme
     */
    async put(box, n, theme) {
      box.dataset.slide = String(n);
      const element = await this.make(n, theme);
      if (box.dataset.slide !== String(n)) return;
      if (element.parentElement !== box) box.replaceChildren(element);
      rescale(box);
    }
    /**
     * Draw slide `n`, now or before.
     *
     * @param {number} n
     * @param {Theme} theme
     */
    make(n, theme) {
      const known3 = this.#built.get(n);
      if (known3) return known3;
      document.body.append(this.#workshop);
      const options = { still: true, theme };
      const built = build(this.#workshop, n, DESIGN, options).then(({ element }) => element);
      this.#built.set(n, built);
      return built;
    }
    clear() {
      this.#built.clear();
      this.#workshop.replaceChildren();
    }
  };
  function rescale(box) {
    const slide = (
      /** @type {HTMLElement | null} */
      box.firstElementChild
    );
    if (slide) slide.style.transform = `scale(${box.clientWidth / DESIGN.width})`;
  }

  // partnership/export/web/presenter/controls/overview.js
  var Overview = class {
    element = make("dialog", { class: "overview", "aria-label": words.overview });
    #thumbs = new Thumbs();
    #go;
    /** @param {(n: number) => void} go */
    constructor(go) {
      this.#go = go;
    }
    /** @param {State} state */
    open({ index, theme }) {
      if (this.element.open || !slides.length) return;
      const tiles = slides.map((_, n) => {
        const current = n === index && "true";
        const thumb = make("span", { class: "thumb", "aria-hidden": "true", inert: true });
        const label = { "aria-label": announced(n), "aria-current": current };
        const tile = make("button", { type: "button", ...label }, thumb);
        tile.addEventListener("click", () => {
          this.element.close();
          this.#go(n);
        });
        return { tile, thumb };
      });
      const items = tiles.map(({ tile }) => make("li", {}, tile));
      this.element.replaceChildren(make("ol", {}, ...items));
      this.element.showModal();
      tiles[index].tile.focus();
      this.#fill(
        tiles.map(({ thumb }) => thumb),
        index,
        theme
      );
    }
    /** Forget what was drawn: it looks otherwise now. */
    clear() {
      this.#thumbs.clear();
    }
    /**
     * Moves among the tiles with the arrow keys, by row and column as they stand.
     *
     * @param {KeyboardEvent} event
     */
    key({ key }) {
      if (key === "o" && singleKeys()) {
        this.element.close();
        return true;
      }
      const tiles = [...this.element.querySelectorAll("button")];
      const top = tiles[0].getBoundingClientRect().top;
      const columns = tiles.filter((tile) => tile.getBoundingClientRect().top === top).length;
      const at = tiles.findIndex((tile) => tile === document.activeElement);
      const to = tileAfter(key, { at, columns, count: tiles.length });
      if (to !== null) tiles[to].focus();
      return to !== null;
    }
    /**
     * Fill the tiles one by one, those near the slide that is shown first.
     *
     * @param {HTMLElement[]} thumbs
     * @param {number} index
     * @param {import("../deck.js").Theme} theme
     */
    async #fill(thumbs, index, theme) {
      for (const n of nearestFirst(index, thumbs.length)) {
        if (!this.element.open || !thumbs[n].isConnected) return;
        await this.#thumbs.put(thumbs[n], n, theme);
        await pause();
      }
    }
  };

  // partnership/export/web/presenter/speaker/clock.js
  var ZERO = Object.freeze({ since: null, spent: 0 });
  var running = (now) => ({ since: now, spent: 0 });
  var elapsed = ({ since, spent }, now) => spent + (since === null ? 0 : Math.max(0, now - since));
  var toggled = (clock, now) => clock.since === null ? { since: now, spent: clock.spent } : (
    // One that was stopped at once was started all the same.
    { since: null, spent: Math.max(1, elapsed(clock, now)) }
  );
  function face(milliseconds) {
    const seconds = Math.floor(milliseconds / 1e3);
    const two = (n) => String(n).padStart(2, "0");
    const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
  }
  var isClock = (value) => (value?.since === null || Number.isFinite(value?.since)) && Number.isFinite(value.spent) && value.spent >= 0;

  // partnership/export/web/presenter/state.js
  var beginning = (known3) => ({
    index: 0,
    blank: false,
    theme: "light",
    clock: ZERO,
    changes: 0,
    ...known3
  });
  function moved(state, n, count, now) {
    const index = within(n, count);
    const starts = index !== state.index && state.clock === ZERO;
    return { ...state, index, clock: starts ? running(now) : state.clock };
  }
  var blanked = (state) => ({ ...state, blank: !state.blank });
  var recoloured = (state) => ({ ...state, theme: state.theme === "dark" ? "light" : "dark" });
  var isLater = (other, state) => other.changes === state.changes ? other.by > state.by : other.changes > state.changes;
  function readState(value, count) {
    const whole = (n) => Number.isSafeInteger(n) && Number(n) >= 0;
    const right = whole(value?.index) && whole(value.changes) && typeof value.by === "string" && typeof value.blank === "boolean" && (value.theme === "light" || value.theme === "dark") && isClock(value.clock);
    if (!right) return null;
    const { blank, theme, changes, by } = value;
    const clock = value.clock.since === null && value.clock.spent === 0 ? ZERO : value.clock;
    return { index: within(value.index, count), blank, theme, clock, changes, by };
  }
  var Store = class {
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
  };

  // partnership/export/web/presenter/speaker/link.js
  var SPEAKER2 = /^#speaker-([0-9a-f]{16})$/;
  var newName = () => [...crypto.getRandomValues(new Uint8Array(8))].map((n) => n.toString(16).padStart(2, "0")).join("");
  var sessionOf = (hash) => SPEAKER2.exec(hash)?.[1] ?? "";
  var speakerHash = (session2) => `#speaker-${session2}`;
  function readMessage(data, session2) {
    const ours = data !== null && typeof data === "object" && data.session === session2;
    const known3 = ours && (data.role === "slides" || data.role === "speaker");
    return known3 ? { session: session2, role: data.role, asks: data.asks === true, state: data.state } : null;
  }
  function response(other, state, asks) {
    return { adopts: isLater(other, state), answers: asks || isLater(state, other) };
  }
  var Link = class {
    /** @type {Set<Window>} */
    #windows = /* @__PURE__ */ new Set();
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
    constructor({ session: session2, role, store, count, heard = () => {
    } }) {
      this.#session = session2;
      this.#role = role;
      this.#store = store;
      this.#count = count;
      this.#heard = heard;
      this.#channel = channelOf(`partnership-presenter-${session2}`);
      this.#channel?.addEventListener("message", ({ data }) => this.#take(data, null));
      addEventListener("message", ({ data, origin, source }) => {
        if (origin === self.origin) this.#take(
          data,
          /** @type {Window | null} */
          source
        );
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
  };
  function channelOf(name) {
    try {
      return new BroadcastChannel(name);
    } catch {
      return null;
    }
  }

  // partnership/export/web/presenter/speaker/opener.js
  var SIZE = "width=1120,height=760";
  var SHOWN_FOR = 9e3;
  var Opener = class {
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
    constructor(session2, link) {
      this.#session = session2;
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
    #tell(refused2) {
      this.element.textContent = refused2 ? words.speakerRefused : "";
      this.element.hidden = !refused2;
      clearTimeout(this.#hiding);
      if (refused2) this.#hiding = setTimeout(() => this.#tell(false), SHOWN_FOR);
    }
  };

  // partnership/export/web/presenter/slides/stage.js
  var Stage = class {
    element = make("main", { class: "stage" });
    /** @type {Map<number, Entry>} */
    #entries = /* @__PURE__ */ new Map();
    #round = 0;
    /** @type {Theme} */
    #theme = "light";
    #notices;
    /** @param {() => HTMLElement | null} notices for the first slide */
    constructor(notices2) {
      this.#notices = notices2;
    }
    /**
     * Show slide `index`, then make its neighbours ready.
     *
     * @param {number} index
     * @param {Theme} theme
     */
    async show(index, theme) {
      this.#theme = theme;
      const { built } = this.#ready(index);
      for (const [n, { element }] of this.#entries) element?.classList.toggle("shown", n === index);
      for (const n of [...this.#entries.keys()]) if (!isNear(n, index)) this.#drop(n);
      this.#round += 1;
      const round = this.#round;
      await built;
      this.element.dataset.drawn = String(index + 1);
      for (const n of neighbours(index, slides.length)) {
        await pause();
        if (round !== this.#round) return;
        await this.#ready(n).built;
      }
    }
    /** Forget what was drawn: the stage has another size, or another theme. */
    clear() {
      for (const n of [...this.#entries.keys()]) this.#drop(n);
    }
    /** @param {number} n */
    #ready(n) {
      const known3 = this.#entries.get(n);
      if (known3) return known3;
      const area = { width: this.element.clientWidth, height: this.element.clientHeight };
      const options = { theme: this.#theme, notices: n === 0 ? this.#notices() : null };
      const built = build(this.element, n, area, options);
      const entry = { built, element: this.element.lastElementChild };
      this.#entries.set(n, entry);
      return entry;
    }
    /** @param {number} n */
    #drop(n) {
      this.#entries.get(n)?.built.then((slide) => slide.remove());
      this.#entries.delete(n);
    }
  };

  // partnership/export/web/presenter/audience.js
  var SETTLED_AFTER = 120;
  var Audience = class {
    #store;
    #link;
    #opener;
    #waiting = 0;
    #stage = new Stage(() => notices(() => this.#again()));
    #notes = new Notes();
    #help = new Help(words.keys);
    #overview = new Overview((n) => this.#go(n));
    #blank = make("div", { class: "blank", hidden: true });
    #spoken = make("p", { class: "spoken", "aria-live": "polite" });
    #actions = {
      move: (by) => this.#go(this.#store.state.index + by),
      go: (n) => this.#go(n),
      typing: (digits) => this.#typing(digits),
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
      leave: () => this.#leave()
    };
    #bar = new Bar(this.#actions);
    constructor() {
      const session2 = history.state?.session ?? newName();
      const theme = around.theme ?? ofTheBrowser();
      const index = within(asked2(), slides.length);
      this.#store = new Store(beginning({ by: newName(), changes: 1, theme, index }));
      this.#link = new Link({ session: session2, role: "slides", store: this.#store, count: slides.length });
      this.#opener = new Opener(session2, this.#link);
      history.replaceState({ session: session2 }, "");
      this.#store.listen((state, before) => this.#changed(state, before));
    }
    /** Put everything into the page, and show the first slide once its letters are there. */
    async begin() {
      const { theme } = this.#store.state;
      this.#dress(theme);
      document.body.append(
        ...[this.#stage, this.#notes, this.#bar, this.#overview, this.#help].map((one) => one.element),
        ...[this.#blank, tooltip, this.#opener.element, this.#spoken]
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
      addEventListener("hashchange", () => this.#go(asked2()));
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
  };
  var ofTheBrowser = () => matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  var asked2 = () => fromHash(location.hash) ?? Number(around.slide ?? 1) - 1;
  var lettersAreThere = () => Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 16px "${deck.family}"`)));

  // partnership/export/web/presenter/slides/print.js
  var paper = make("div", { class: "paper", "aria-hidden": "true" });
  async function beforePrint() {
    paper.replaceChildren();
    document.body.append(paper);
    const theme = (
      /** @type {const} */
      "light"
    );
    await Promise.all(slides.map((_, n) => build(paper, n, DESIGN, { still: true, theme })));
    paper.dataset.done = String(slides.length);
  }
  function afterPrint() {
    paper.remove();
  }

  // partnership/export/web/presenter/speaker/desk.js
  var ASKED_EVERY = 2e3;
  var MISSED_AFTER = 7e3;
  var TICK = 250;
  var LETTERS = [0.7, 0.85, 1, 1.2, 1.45, 1.75, 2.1];
  var Desk = class {
    #store = new Store(beginning({ by: newName(), index: history.state?.index ?? 0 }));
    #link;
    #heard = Date.now();
    #letters = LETTERS.indexOf(1);
    #thumbs = new Thumbs();
    #overview = new Overview((n) => this.#go(n));
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
      move: (by) => this.#go(this.#store.state.index + by),
      go: (n) => this.#go(n),
      typing: (digits) => this.#showPlace(digits),
      scroll: (by) => this.#notes.scrollBy({ top: by * 120 }),
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
      escape: () => document.fullscreenElement && document.exitFullscreen()
    };
    #run = button("start", this.#actions.clock);
    #blank = button("blankScreen", this.#actions.blank, "blank");
    /** @param {string} session */
    constructor(session2) {
      const heard = (role) => {
        if (role === "slides") this.#heard = Date.now();
      };
      const { length: count } = slides;
      this.#link = new Link({ session: session2, role: "speaker", store: this.#store, count, heard });
      this.#link.join(
        /** @type {Window | null} */
        opener
      );
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
        ...[this.#overview.element, this.#help.element, this.#spoken]
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
        button("reset", this.#actions.reset)
      );
      const day = make(
        "div",
        { class: "day" },
        make("span", { class: "label", id: "day", dir: "auto" }, words.day),
        this.#day
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
        button("help", help)
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
      if (index + 2 < slides.length) await this.#thumbs.make(index + 2, theme);
    }
    #showPlace(digits = "") {
      const { index } = this.#store.state;
      this.#place.textContent = digits ? `→ ${digits}` : `${index + 1} / ${slides.length}`;
    }
    /** @param {number} index */
    #showNotes(index) {
      const { heading, own, about } = slides[index];
      const known3 = about.map((part) => worded("p", "", part));
      this.#notes.replaceChildren(
        make("h1", { dir: "auto" }, heading),
        worded("p", own ? "own" : "none", own || words.noNotes) ?? "",
        known3.length ? make("h2", { dir: "auto" }, words.about) : "",
        ...known3.map((part) => part ?? "")
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
  };
  var timeOfDay = new Intl.DateTimeFormat(document.documentElement.lang || void 0, { hour: "2-digit", minute: "2-digit" });
  function caption(words2) {
    return make("figcaption", { dir: "auto" }, words2);
  }
  function write(element, words2) {
    if (element.textContent !== words2) element.textContent = words2;
  }

  // partnership/export/web/presenter/main.js
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", afterPrint);
  var session = slides.length ? sessionOf(location.hash) : "";
  (session ? new Desk(session) : new Audience()).begin();
})();
