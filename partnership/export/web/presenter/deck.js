/**
 * What is presented, as Python writes it into the page (`partnership/export/web/slides.py`), and
 * the slides that the presenter makes of it. Pure: nothing here knows a browser.
 *
 * @typedef {"light" | "dark"} Theme
 * @typedef {Record<string, string>} Row
 * @typedef {{ key: string, head: string, align: string }} Column
 * @typedef {Record<string, any>} Specification a Vega-Lite specification
 * @typedef {{ "@@type": string, data: any, getPixelOffset?: any, fontFamily?: string }} Layer
 * @typedef {{ zoom: number, minZoom?: number }} MapView
 * @typedef {{ words: string, bold: boolean }} Line
 * @typedef {{ words: string, fill: string, edge: string, width: number, shape: string }} Sign
 * @typedef {{ layers: Layer[], view: MapView, tooltip: Line[], legend: Sign[] }} MapDescription
 *
 * @typedef {{ kind: "chart", spec: Specification, height: number }} ChartDrawing
 * @typedef {{ kind: "map", spec: Specification, height: number, map: MapDescription }} MapDrawing
 * @typedef {{ kind: "words", words: string }} WordsDrawing
 * @typedef {{ kind: "numbers" | "events" | "facts" | "table", rows: Row[], total: number,
 *   columns?: Column[] }} ListDrawing
 * @typedef {{ title: string, answer: string, finding: string, source: string, notes: string[],
 *   alt: string }} Captions
 * @typedef {Captions & (ChartDrawing | MapDrawing | WordsDrawing | ListDrawing)} Drawing
 * @typedef {{ drawing: number, headline: string, notes: string, chips: string[],
 *   address: string }} SlideEntry
 *
 * @typedef {Record<string, string> & { keys: [string, string][], speakerKeys: [string, string][] }} Words
 * @typedef {{
 *   title: string, lang: string, created: string, family: string, words: Words,
 *   shades: Record<string, [string, string]>, dark: Record<string, string>,
 *   slides: SlideEntry[], drawings: Drawing[], sets: Record<string, number[]>, rows: any[],
 * }} Deck
 * @typedef {{ back?: string, slide?: string, theme?: Theme, notices?: string[],
 *   geometry?: Record<string, string> }} Surroundings
 *
 * @typedef {Drawing & { heading: string, subtitle: string, own: string, about: string[],
 *   chips: string[], address: string }} Slide
 */

/**
 * The slides of a deck. Slides that show one drawing name it, and drawings that show the same rows
 * name these: each is sent once. Whoever draws works on a copy.
 *
 * @param {Deck} deck
 * @returns {Slide[]}
 */
export function slidesOf(deck) {
  const drawings = deck.drawings.map(drawing => withRows(drawing, deck));
  return deck.slides.map(({ drawing, headline, notes, chips, address }) => {
    const shown = drawings[drawing];
    return {
      ...shown,
      heading: headline || shown.answer || shown.title,
      subtitle: headline || shown.answer ? shown.title : "",
      finding: headline ? afterAnswer(shown) : shown.finding,
      own: notes,
      about: shown.notes.filter(Boolean),
      chips,
      address,
    };
  });
}

/**
 * The finding under a headline of the presenter's own: the figure's answer comes first.
 *
 * @param {Drawing} drawing
 */
function afterAnswer({ answer, finding }) {
  return [answer && `${answer}.`, finding].filter(Boolean).join(" ");
}

/**
 * @param {Drawing} drawing
 * @param {Deck} deck
 * @returns {Drawing}
 */
function withRows(drawing, deck) {
  const rowsOf = (/** @type {string} */ name) => deck.sets[name].map(n => deck.rows[n]);
  if (drawing.kind !== "chart" && drawing.kind !== "map") return drawing;
  const named = Object.entries(drawing.spec?.datasets ?? {});
  const datasets = Object.fromEntries(named.map(([name, set]) => [name, rowsOf(set)]));
  const spec = named.length ? { ...drawing.spec, datasets } : drawing.spec;
  if (drawing.kind === "chart") return { ...drawing, spec };
  const layers = drawing.map.layers.map(layer =>
    layer.data?.set ? { ...layer, data: rowsOf(layer.data.set) } : layer,
  );
  return { ...drawing, spec, map: { ...drawing.map, layers } };
}
