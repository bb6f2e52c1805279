// ---- charts: Vega-Lite, laid out in its own pixels and enlarged

const ERRORS_ONLY = 1;
const refused = () => Promise.reject(new Error("nothing is loaded"));
/** Loads nothing; the picture of a drawing whose data is not passed on stands in the file itself. */
const nobody = {
  load: refused,
  sanitize: address =>
    address.startsWith("data:image/png;") ? Promise.resolve({ href: address }) : refused(),
};

// So many charts in a pile may stand side by side, each so wide; its height may shrink to a part.
const HIGH_PILE = 4;
const NARROWEST = 310;
const FLATTEST = 0.8;
const GAP = 30;

/** In how many columns the `pile` of charts of a slide is largest. */
function columnsOf(slide, pile, room) {
  const scale = columns =>
    Math.min(
      (room.height * pile) / slide.height / Math.ceil(pile / columns),
      room.width / (columns * NARROWEST),
    );
  return pile < HIGH_PILE ? 1 : [1, 2, 3].reduce((a, b) => (scale(b) > scale(a) ? b : a));
}

/** Give a specification its width and, where its rows leave a choice, its height. */
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

/** Draw a chart into `box`, in pixels of its own. */
async function render(box, slide, sizes, wanted) {
  const specification = inTheme(slide.spec, wanted);
  size(specification, sizes);
  const { finalize } = await vegaEmbed(box, specification, {
    actions: false,
    defaultStyle: false,
    loader: nobody,
    logLevel: ERRORS_ONLY,
    mode: "vega-lite",
    renderer: "svg",
    tooltip: pointAtMark,
  });
  const svg = box.querySelector("svg");
  const drawn = { width: +svg.getAttribute("width"), height: +svg.getAttribute("height") };
  return { finalize, svg, drawn, parts: specification.vconcat ?? specification.concat };
}

/**
 * Draw the chart of a slide as large as `box` lets it be, its letters `scale` times the size they
 * have on a page, smaller where it has many rows. Answers how to take it away.
 */
async function chart(box, slide, scale, wanted) {
  const room = { width: box.clientWidth, height: box.clientHeight };
  const pile = slide.spec.vconcat?.length ?? 1;
  const columns = columnsOf(slide, pile, room);
  const natural = (slide.height * Math.ceil(pile / columns)) / pile;
  const least = natural * (await closest(slide, natural, columns, room.height / scale));
  const enlarged = Math.min(scale, room.height / least);
  const own = { width: room.width / enlarged, height: room.height / enlarged, columns };
  own.squeeze = own.height / natural;
  let made = await render(box, slide, own, wanted);
  const ratio = ({ drawn }) => Math.min(room.width / drawn.width, room.height / drawn.height);
  if (ratio(made) < enlarged * 0.98) {
    made.finalize();
    made = await render(box, slide, corrected(made, room, own, enlarged), wanted);
  }
  fill(made, room, Math.min(ratio(made), enlarged * 1.15));
  return made.finalize;
}

/** The sizes for a chart whose axes or rows took more than was planned. */
function corrected({ drawn, parts }, room, own, enlarged) {
  const beside = Math.max(0, drawn.width - own.width);
  if (parts) {
    // What stands between the parts keeps its height, they give way.
    const rows = Math.ceil(parts.length / own.columns);
    const high = rows * (parts.reduce((sum, { height }) => sum + height, 0) / parts.length);
    const share = (own.height - drawn.height + high) / high;
    const squeeze = Math.max(Math.min(FLATTEST, own.squeeze), own.squeeze * share);
    return { ...own, width: own.width - beside, squeeze };
  }
  // Its height is its own: it is smaller than wanted, and so there is room for more width.
  return { ...own, width: room.width / Math.min(enlarged, room.height / drawn.height) - beside };
}

const ENLARGED_MOST = 1.5;
const EDGE = 4;

/** Give a drawing its size on the slide; one that stands in empty space comes closer. */
function fill({ svg, drawn }, room, scale) {
  const outer = svg.getBoundingClientRect();
  const marks = [...svg.querySelectorAll("text, .role-mark path, .role-legend path")]
    .map(mark => mark.getBoundingClientRect())
    .filter(({ width, height }) => width > 0 || height > 0);
  const inner = {
    left: Math.max(0, Math.min(...marks.map(m => m.left)) - outer.left - EDGE),
    top: Math.max(0, Math.min(...marks.map(m => m.top)) - outer.top - EDGE),
    right: Math.min(drawn.width, Math.max(...marks.map(m => m.right)) - outer.left + EDGE),
    bottom: Math.min(drawn.height, Math.max(...marks.map(m => m.bottom)) - outer.top + EDGE),
  };
  const width = inner.right - inner.left;
  const height = inner.bottom - inner.top;
  const closer = Math.min(room.width / width, room.height / height, scale * ENLARGED_MOST);
  const whole = closer < scale * 1.05 || !Number.isFinite(closer);
  const [x, y, w, h, by] = whole
    ? [0, 0, drawn.width, drawn.height, scale]
    : [inner.left, inner.top, width, height, closer];
  svg.setAttribute("viewBox", `${x} ${y} ${w} ${h}`);
  svg.style.width = `${w * by}px`;
  svg.style.height = `${h * by}px`;
}
