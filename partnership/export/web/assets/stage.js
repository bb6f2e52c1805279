// ---- the stage: the slide that is shown, and its neighbours made ready

const stage = make("main", { class: "stage" });
const spoken = make("p", { class: "spoken", "aria-live": "polite" });
const AHEAD = 2;
const BEHIND = 1;
const kept = new Map();
let index = 0;
let round = 0;

const areaOf = () => ({ width: stage.clientWidth, height: stage.clientHeight });

/** Slide `n`, made now or before: the promise of one that is drawn. */
function ready(n) {
  if (!kept.has(n)) {
    const made = build(stage, n, areaOf());
    kept.set(n, { made, element: stage.lastElementChild });
  }
  return kept.get(n);
}

const drop = n => {
  const { made } = kept.get(n);
  made.then(slide => slide.remove());
  kept.delete(n);
};

/** Show slide `n`; places beyond the ends are the ends. */
async function show(n) {
  if (!slides.length) return;
  index = Math.min(Math.max(n, 0), slides.length - 1);
  unpoint();
  history.replaceState(null, "", `#${index + 1}`);
  document.title = `${index + 1} · ${slides[index].heading} · ${shown.title}`;
  spoken.textContent = announced(index);
  showNotes();
  showPlace();
  const { made } = ready(index);
  for (const [n, { element }] of kept) element.classList.toggle("shown", n === index);
  for (const other of [...kept.keys()]) {
    if (other < index - BEHIND || other > index + AHEAD) drop(other);
  }
  round += 1;
  const mine = round;
  await made;
  stage.dataset.drawn = index + 1;
  // The one after next matters only once the next is there.
  for (const near of [index + 1, index - 1, index + 2]) {
    await new Promise(resolve => setTimeout(resolve));
    if (mine !== round) return;
    if (near >= 0 && near < slides.length) await ready(near).made;
  }
}

/** Make every slide anew: the window has another size, or the theme is another. */
function again() {
  for (const n of [...kept.keys()]) drop(n);
  thumbs.clear();
  show(index);
}

/** Buttons and panels grow with the screen; the buttons stand above the notes. */
function scaled() {
  const larger = Math.max(1, unitOf({ width: innerWidth, height: innerHeight }));
  for (const element of [controls, help, notes]) {
    element.style.zoom = larger;
    // Parts of the window are enlarged with the rest.
    element.style.setProperty("--zoom", larger);
  }
  const below = notes.getBoundingClientRect().height / larger;
  controls.style.marginBottom = `${below}px`;
}

let waiting = 0;
const laterAgain = () => {
  scaled();
  clearTimeout(waiting);
  waiting = setTimeout(again, 120);
};

function dress() {
  document.documentElement.dataset.theme = theme;
  shade(document.documentElement, theme);
}

function toggleTheme() {
  theme = theme === "dark" ? "light" : "dark";
  dress();
  again();
}
