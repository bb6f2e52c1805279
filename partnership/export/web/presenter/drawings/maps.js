/**
 * Maps: deck.gl over our own geometry.
 *
 * @import { Layer, Line, Slide, Theme } from "../deck.js"
 * @typedef {Extract<Slide, { kind: "map" }>} Mapped
 */

import { around, deck, grounds } from "../page.js";
import { inTheme } from "../theme.js";
import { filled } from "../words.js";
import { legend } from "./legend.js";
import { point, unpoint } from "./tooltip.js";

const PAGE = { width: 870, height: 384 };
const MARKS_ON_SLIDE = 1.25;

export const drawsMaps = Boolean(document.createElement("canvas").getContext("webgl2"));

/** @type {Record<string, Promise<unknown>>} */
const asked = {};

/**
 * The geometry `name`: it stands in this file, or is asked of our own server once.
 *
 * @param {string} name
 */
function ground(name) {
  const address = around.geometry?.[name];
  asked[name] ??= address
    ? fetch(address).then(answer => (answer.ok ? answer.json() : []))
    : Promise.resolve(grounds[name] ?? []);
  return asked[name];
}

/**
 * What makes the marks and lines of a layer `marks` times as large, and its letters `letters` times.
 *
 * @param {Layer} layer
 * @param {number} marks
 * @param {number} letters
 */
function enlarged(layer, marks, letters) {
  const offset = layer.getPixelOffset;
  return {
    radiusScale: marks,
    lineWidthScale: marks,
    widthScale: marks,
    sizeScale: letters,
    ...(Array.isArray(offset) && { getPixelOffset: offset.map(pixels => pixels * letters) }),
    ...(layer.fontFamily && { fontFamily: `${deck.family}, sans-serif` }),
  };
}

/**
 * Draw the map of a slide so that it fills `box`.
 *
 * @param {HTMLElement} box
 * @param {Mapped} slide
 * @param {{ unit: number, letters: number, theme: Theme }} how `letters`: the least they are enlarged
 * @returns {Promise<() => void>} how to take it away
 */
export async function map(box, slide, { unit, letters, theme }) {
  const { layers, view, tooltip: lines, legend: signs } = inTheme(slide.map, theme);
  const data = await Promise.all(
    layers.map(layer => (typeof layer.data === "string" ? ground(layer.data) : layer.data)),
  );
  const room = Math.min(box.clientWidth / PAGE.width, box.clientHeight / PAGE.height);
  const zoom = view.zoom + Math.log2(room);
  const marks = MARKS_ON_SLIDE * unit;
  const instance = await new Promise((/** @type {(drawn: DeckInstance) => void} */ resolve) => {
    // What is data is never read as an expression: it is added when the layers are there.
    const begun = createDeck({
      container: box,
      jsonInput: {
        initialViewState: { ...view, zoom, minZoom: Math.min(view.minZoom ?? 0, zoom) },
        layers: layers.map(layer => ({ ...layer, data: [] })),
        views: [{ "@@type": "MapView", controller: true }],
      },
      tooltip: false,
    });
    begun.setProps({
      getTooltip: null,
      layers: begun.props.layers.map((layer, n) =>
        layer.clone({ data: data[n], ...enlarged(layers[n], marks, Math.max(marks, letters)) }),
      ),
      onAfterRender: () => resolve(begun),
      onHover: info => pointAtPlace(box, info, lines),
    });
  });
  const list = legend(signs);
  if (signs.length) box.append(list);
  return () => {
    list.remove();
    const canvas = box.querySelector("canvas");
    instance.finalize();
    // A browser has few of these, and is slow to take them back.
    canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  };
}

/**
 * @param {HTMLElement} box
 * @param {Hover} info
 * @param {Line[]} lines
 */
function pointAtPlace(box, { object, x, y }, lines) {
  if (!object || !lines.length) {
    unpoint();
    return;
  }
  const { left, top } = box.getBoundingClientRect();
  const written = lines.map(({ words, bold }) => ({ words: filled(words, object), bold }));
  point(
    left + x,
    top + y,
    written.filter(({ words }) => words.trim()),
  );
}
