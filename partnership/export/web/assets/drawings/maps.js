// ---- maps: deck.gl over our own geometry

const PAGE = { width: 870, height: 384 };
const MARKS_ON_SLIDE = 1.25;
const drawsMaps = Boolean(document.createElement("canvas").getContext("webgl2"));
const asked = {};

/** The geometry `name`: it stands in this file, or is asked of our own server once. */
function ground(name) {
  const address = around.geometry?.[name];
  asked[name] ??= address
    ? fetch(address).then(answer => (answer.ok ? answer.json() : []))
    : Promise.resolve(grounds[name] ?? []);
  return asked[name];
}

/** What makes the marks, lines and letters of a layer `unit` times as large. */
function enlarged(layer, unit) {
  const marks = MARKS_ON_SLIDE * unit;
  const letters = Math.max(marks, LEAST_SCALE);
  const larger = { radiusScale: marks, lineWidthScale: marks, widthScale: marks };
  larger.sizeScale = letters;
  const offset = layer.getPixelOffset;
  if (Array.isArray(offset)) larger.getPixelOffset = offset.map(pixels => pixels * letters);
  if (layer.fontFamily) larger.fontFamily = `${shown.family}, sans-serif`;
  return larger;
}

/** Draw the map of a slide so that it fills `box`. Answers how to take it away. */
async function map(box, slide, unit, wanted) {
  const { layers, view, tooltip: lines } = inTheme(slide.map, wanted);
  const data = await Promise.all(
    layers.map(l => (typeof l.data === "string" ? ground(l.data) : l.data)),
  );
  const room = Math.min(box.clientWidth / PAGE.width, box.clientHeight / PAGE.height);
  const zoom = view.zoom + Math.log2(room);
  const drawn = new Promise(resolve => {
    // What is data is never read as an expression: it is added when the layers are there.
    const instance = createDeck({
      container: box,
      jsonInput: {
        initialViewState: { ...view, zoom, minZoom: Math.min(view.minZoom ?? 0, zoom) },
        layers: layers.map(layer => ({ ...layer, data: [] })),
        views: [{ "@@type": "MapView", controller: true }],
      },
      tooltip: false,
    });
    instance.setProps({
      getTooltip: null,
      layers: instance.props.layers.map((layer, n) =>
        layer.clone({ data: data[n], ...enlarged(layers[n], unit) }),
      ),
      onAfterRender: () => resolve(instance),
      onHover: info => pointAtPlace(box, info, lines),
    });
  });
  const instance = await drawn;
  return () => {
    const canvas = box.querySelector("canvas");
    instance.finalize();
    // A browser has few of these, and is slow to take them back.
    canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  };
}

function pointAtPlace(box, { object, x, y }, lines) {
  if (!object || !lines.length) {
    unpoint();
    return;
  }
  const { left, top } = box.getBoundingClientRect();
  const said = lines.map(({ words, bold }) => ({ words: filled(words, object), bold }));
  point(left + x, top + y, said.filter(({ words }) => words.trim()));
}
