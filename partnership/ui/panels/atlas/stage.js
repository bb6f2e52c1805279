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

/**
 * Buttons that zoom and go back to the view; a tooltip that stays inside the map; a click beside all
 * marks; the size of the map, for the session to frame what is looked at.
 *
 * @param {Component} component
 */
export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const stage = document.querySelector(".st-key-mapstage");
  const chart = stage?.querySelector('[data-testid="stDeckGlJsonChart"]');
  if (!stage || !chart) return undefined;
  buttons(parentElement, data.words, chart, () => setTriggerValue("home", true));
  const stop = [
    measured(chart, data, size => setStateValue("size", size)),
    inside(chart),
    beside(chart, () => setTriggerValue("ground", true)),
    links(data.words),
  ];
  return () => stop.forEach(end => end());
}

/**
 * @param {ParentNode} parent
 * @param {Words} words
 * @param {Element} chart
 * @param {() => void} home
 */
function buttons(parent, words, chart, home) {
  const box = document.createElement("div");
  box.className = "zoom";
  /** @type {[string, string, () => void][]} */
  const all = [
    ["+", words.closer, () => press(chart, "Equal")],
    ["−", words.back, () => press(chart, "Minus")],
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
 * @param {Element} chart
 * @param {string} code
 */
function press(chart, code) {
  const canvas = chart.querySelector("canvas");
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
 * A click on the ground, where no mark answers with its tooltip, closes the card.
 *
 * @param {Element} chart
 * @param {() => void} close
 */
function beside(chart, close) {
  /** @type {[number, number] | undefined} */
  let from;
  const down = (/** @type {Event} */ event) => {
    const { clientX, clientY } = /** @type {PointerEvent} */ (event);
    from = [clientX, clientY];
  };
  const up = (/** @type {Event} */ event) => {
    const { clientX, clientY } = /** @type {MouseEvent} */ (event);
    const still = from && Math.hypot(clientX - from[0], clientY - from[1]) < 4;
    if (!still || !document.querySelector(".st-key-card")) return;
    // A tap has no tooltip before it.
    setTimeout(() => {
      const tip = /** @type {HTMLElement | null} */ (chart.querySelector(".deck-tooltip"));
      if (!tip || tip.style.display === "none") close();
    }, 80);
  };
  chart.addEventListener("pointerdown", down, true);
  chart.addEventListener("click", up, true);
  return () => {
    chart.removeEventListener("pointerdown", down, true);
    chart.removeEventListener("click", up, true);
  };
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
