// ---- overview: all slides at once

const overview = make("dialog", { class: "overview", "aria-label": say.overview });
const thumbs = new Map();
const THUMB = { width: 1280, height: 720 };

function openOverview() {
  if (overview.open || !slides.length) return;
  const tiles = slides.map((slide, n) => {
    const tile = make(
      "button",
      { type: "button", "aria-label": announced(n), "aria-current": n === index && "true" },
      make("span", { class: "thumb", "aria-hidden": "true", inert: true }),
    );
    tile.addEventListener("click", () => {
      overview.close();
      show(n);
    });
    return make("li", {}, tile);
  });
  overview.replaceChildren(make("ol", {}, ...tiles));
  overview.showModal();
  tileOf(index).focus();
  draughts();
}

const tileOf = n => overview.querySelectorAll("button")[n];

/** Fill the tiles one by one, those near the slide that is shown first. */
async function draughts() {
  const order = slides.map((_, n) => n).sort((a, b) => Math.abs(a - index) - Math.abs(b - index));
  for (const n of order) {
    const thumb = tileOf(n)?.firstElementChild;
    if (!overview.open || !thumb) return;
    await draught(thumb, n);
    await new Promise(resolve => setTimeout(resolve));
  }
}

async function draught(thumb, n) {
  if (thumbs.has(n)) {
    thumb.append(thumbs.get(n));
  } else {
    const made = await build(thumb, n, THUMB, { still: true });
    thumbs.set(n, made.element);
  }
  const scale = thumb.clientWidth / THUMB.width;
  thumbs.get(n).style.transform = `scale(${scale})`;
}

/** Move among the tiles with the arrow keys, by row and column as they stand. */
function step(key) {
  const tiles = [...overview.querySelectorAll("button")];
  const at = tiles.indexOf(document.activeElement);
  const top = tiles[0].getBoundingClientRect().top;
  const columns = tiles.filter(t => t.getBoundingClientRect().top === top).length;
  const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[key];
  const to = { Home: 0, End: tiles.length - 1 }[key] ?? at + by;
  tiles[Math.min(Math.max(to, 0), tiles.length - 1)].focus();
}
