/**
 * @typedef {{ closer: string, back: string, home: string, copied: string }} Words
 * @typedef {{ width: number, height: number, words: Words }} Data
 * @typedef {{
 *   data: Data,
 *   parentElement: ParentNode,
 *   setStateValue: (name: string, value: unknown) => void,
 *   setTriggerValue: (name: string, value: unknown) => void,
 * }} Component
 */

/** Share by which the map may differ from what the session takes it for. */
const TOLERANCE = 0.08;
/** Milliseconds for which a window keeps its size before the session is told. */
const SETTLED = 400;
/** Pixels between the tooltip and the edge of the map. */
const EDGE = 6;
/** Pixels within which a tooltip speaks of a place. */
const NEAR = 12;
/** Milliseconds that a press lasts at most for deck.gl to take it for a click, and surely may. */
const [CLICK, SOON] = [250, 200];
/** Pixels by which the pointer may move in a click. */
const STILL = 4;

/**
 * Buttons that zoom and go back to the view; a tooltip that stays inside the map; a click beside all
 * marks; the size of the map, for the session to frame what is looked at.
 *
 * @param {Component} component
 */
export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  buttons(parentElement, data.words, () => setTriggerValue("home", true));
  const stop = [
    following(chart => measured(chart, data, size => setStateValue("size", size))),
    following(inside),
    beside(() => setTriggerValue("ground", true)),
    patient(),
    links(data.words),
  ];
  return () => stop.forEach(end => end());
}

const CHART = '.st-key-mapstage [data-testid="stDeckGlJsonChart"]';
const map = () => document.querySelector(CHART);

/**
 * Watch the map, also one that comes later or takes the place of another.
 *
 * @param {(chart: Element) => () => void} watch
 */
function following(watch) {
  /** @type {Element | null} */
  let chart = null;
  let end = () => {};
  const look = () => {
    const now = map();
    if (now === chart) return;
    end();
    chart = now;
    end = now ? watch(now) : () => {};
  };
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true });
  look();
  return () => {
    changes.disconnect();
    end();
  };
}

/**
 * @param {ParentNode} parent
 * @param {Words} words
 * @param {() => void} home
 */
function buttons(parent, words, home) {
  const box = document.createElement("div");
  box.className = "zoom";
  /** @type {[string, string, () => void][]} */
  const all = [
    ["+", words.closer, () => press("Equal")],
    ["−", words.back, () => press("Minus")],
    ["⌂", words.home, home],
  ];
  for (const [sign, name, act] of all) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.title = name;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", act);
    box.append(button);
  }
  parent.querySelector(".zoom")?.remove();
  parent.append(box);
}

/**
 * deck.gl zooms by the keys + and −, from where its reader has moved it.
 *
 * @param {string} code
 */
function press(code) {
  const canvas = map()?.querySelector("canvas");
  canvas?.dispatchEvent(new KeyboardEvent("keydown", { code, bubbles: true }));
}

/**
 * @param {Element} chart
 * @param {Data} data
 * @param {(size: [number, number]) => void} tell
 */
function measured(chart, { width, height }, tell) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waited;
  const off = (/** @type {number} */ one, /** @type {number} */ other) =>
    Math.abs(one / other - 1) > TOLERANCE;
  const watch = new ResizeObserver(() => {
    clearTimeout(waited);
    waited = setTimeout(() => {
      const box = chart.getBoundingClientRect();
      if (!box.width || (!off(box.width, width) && !off(box.height, height))) return;
      tell([Math.round(box.width), Math.round(box.height)]);
    }, SETTLED);
  });
  watch.observe(chart);
  return () => {
    clearTimeout(waited);
    watch.disconnect();
  };
}

/**
 * The tooltip stands below and right of the pointer: it is moved back where it would be cut.
 *
 * @param {Element} chart
 */
function inside(chart) {
  const place = () => {
    const tip = /** @type {HTMLElement | null} */ (chart.querySelector(".deck-tooltip"));
    if (!tip || tip.style.display === "none") return;
    const [x, y] = (tip.style.transform.match(/-?[\d.]+/g) ?? []).map(Number);
    const right = x + tip.offsetWidth + EDGE - chart.clientWidth;
    const down = y + tip.offsetHeight + EDGE - chart.clientHeight;
    const moved = `${-Math.max(right, 0)}px ${-Math.max(down, 0)}px`;
    if (tip.style.translate !== moved) tip.style.translate = moved;
  };
  const watch = new MutationObserver(place);
  watch.observe(chart, { attributes: true, attributeFilter: ["style"], childList: true, subtree: true });
  return () => watch.disconnect();
}

/**
 * A click on the ground, where no mark answers with its tooltip, closes the card. A tooltip of
 * another place is one that a busy map has not yet taken away.
 *
 * @param {() => void} close
 */
function beside(close) {
  /** @type {[number, number] | undefined} */
  let from;
  const down = (/** @type {PointerEvent} */ event) => (from = [event.clientX, event.clientY]);
  const up = (/** @type {MouseEvent} */ event) => {
    const { clientX, clientY, target } = event;
    const chart = target instanceof Element && target.closest(CHART);
    const still = from && Math.hypot(clientX - from[0], clientY - from[1]) < STILL;
    if (!chart || !still || !document.querySelector(".st-key-card")) return;
    const box = chart.getBoundingClientRect();
    // A tap has no tooltip before it.
    setTimeout(() => {
      if (!answered(chart, clientX - box.left, clientY - box.top)) close();
    }, 80);
  };
  document.addEventListener("pointerdown", down, true);
  document.addEventListener("click", up, true);
  return () => {
    document.removeEventListener("pointerdown", down, true);
    document.removeEventListener("click", up, true);
  };
}

/**
 * A click is a click also where the map is drawn in software. deck.gl counts how long a button is
 * held from when it gets round to hear of it, and looks up what is below in between: where that
 * takes a quarter of a second no click counts. For the end of such a press the clock says when the
 * hand let go.
 */
function patient() {
  /** @type {{ made: number, heard: number, x: number, y: number } | undefined} */
  let pressed;
  const down = (/** @type {PointerEvent} */ event) => {
    const { target, timeStamp, clientX, clientY } = event;
    const here = event.isPrimary && target instanceof Element && target.closest(CHART);
    pressed = here ? { made: timeStamp, heard: Date.now(), x: clientX, y: clientY } : undefined;
  };
  const up = (/** @type {PointerEvent} */ event) => {
    if (!pressed || !event.isPrimary) return;
    const { made, heard, x, y } = pressed;
    pressed = undefined;
    const held = event.timeStamp - made;
    const still = Math.hypot(event.clientX - x, event.clientY - y) < STILL;
    if (!still || held >= CLICK || Date.now() - heard < SOON) return;
    const clock = Date.now;
    Date.now = () => heard + held;
    setTimeout(() => (Date.now = clock));
  };
  window.addEventListener("pointerdown", down, true);
  window.addEventListener("pointerup", up, true);
  return () => {
    window.removeEventListener("pointerdown", down, true);
    window.removeEventListener("pointerup", up, true);
  };
}

/**
 * Whether the tooltip is seen and speaks of the place `x`, `y` of the map.
 *
 * @param {Element} chart
 * @param {number} x
 * @param {number} y
 */
function answered(chart, x, y) {
  const tip = /** @type {HTMLElement | null} */ (chart.querySelector(".deck-tooltip"));
  if (!tip || tip.style.display === "none") return false;
  const [left, top] = (tip.style.transform.match(/-?[\d.]+/g) ?? []).map(Number);
  return Math.hypot(left - x, top - y) < NEAR;
}

/**
 * The links of the card that lead nowhere else: to all facts below, and the link itself.
 *
 * @param {Words} words
 */
function links(words) {
  const follow = async (/** @type {Event} */ event) => {
    const link = /** @type {Element} */ (event.target).closest("[href='#link'], [href='#facts']");
    if (!link) return;
    event.preventDefault();
    event.stopPropagation();
    if (link.getAttribute("href") === "#facts") {
      document.querySelector(".st-key-figure-map-card")?.scrollIntoView({ behavior: "smooth" });
      return;
    }
    await navigator.clipboard.writeText(location.href.split("#")[0]);
    link.textContent = words.copied;
  };
  document.addEventListener("click", follow, true);
  return () => document.removeEventListener("click", follow, true);
}
