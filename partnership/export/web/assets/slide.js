// ---- one slide

const LEAST_SHARE = 0.42;
const SMALLEST = 0.5;

/** The words of slide `n`, and an empty box for its drawing. */
function frame(n, area, { still }) {
  const slide = slides[n];
  const box = make("div", { class: `drawing ${slide.kind}`, "data-kind": slide.kind });
  if (["chart", "map"].includes(slide.kind)) {
    box.setAttribute("role", "img");
    box.setAttribute("aria-label", slide.alt);
  } else if (slide.kind === "words") {
    box.append(worded("p", "why", slide.words) ?? "");
  }
  const chips = slide.chips.map(chip => worded("li", "", chip));
  const element = make(
    "article",
    { class: area.height > area.width ? "slide tall" : "slide", "aria-roledescription": "slide", "aria-label": announced(n) },
    n === 0 && !still ? notices() : null,
    make(
      "header",
      {},
      worded("h1", "", slide.heading),
      worded("p", "subtitle", slide.subtitle),
      chips.length ? make("ul", { class: "chips", "aria-label": say.filters }, ...chips) : null,
    ),
    box,
    worded("p", "finding", slide.finding),
    make(
      "footer",
      {},
      make("p", { class: "source", dir: "auto" }, slide.source),
      make(
        "p",
        { class: "place" },
        slide.address && !still ? make("a", { href: slide.address, rel: "noopener", target: "_blank" }, say.open) : null,
        make("span", { dir: "auto" }, shown.made),
        make("b", { dir: "ltr" }, `${n + 1} / ${slides.length}`),
      ),
    ),
  );
  element.style.width = `${area.width}px`;
  element.style.height = `${area.height}px`;
  element.style.setProperty("--k", unitOf(area));
  return { element, box };
}

const announced = n =>
  filled(say.announce, { n: n + 1, count: slides.length, title: slides[n].heading });

/** Smaller letters, until the drawing has its share; then fewer words: a slide is never cut. */
function settle(element, box) {
  const tight = () =>
    element.scrollHeight > element.clientHeight ||
    box.clientHeight < element.clientHeight * LEAST_SHARE;
  for (let fit = 1; tight() && fit >= SMALLEST; fit -= 0.05) {
    element.style.setProperty("--fit", fit.toFixed(2));
  }
  const parts = [...element.querySelectorAll("h1, .subtitle, .chips li, .finding, .source")];
  for (let tries = 0; tight() && tries < 60; tries += 1) {
    const longest = parts.reduce((a, b) => (a.textContent.length > b.textContent.length ? a : b));
    longest.title ||= longest.textContent;
    const letters = [...longest.textContent];
    longest.textContent = `${letters.slice(0, Math.floor(letters.length * 0.8)).join("")}…`;
  }
}

/**
 * Put slide `n`, `area` large, into `parent`. `still`: nothing in it moves, a map is its picture.
 * Answers the element and how to take it away.
 */
async function build(parent, n, area, { still = false, wanted = theme } = {}) {
  const slide = slides[n];
  const { element, box } = frame(n, area, { still });
  shade(element, wanted);
  parent.append(element);
  settle(element, box);
  let close = () => {};
  try {
    close = await draw(box, slide, unitOf(area), still, wanted);
  } catch (error) {
    // A drawing that fails leaves its words: what it shows is said.
    console.error(error);
    box.replaceChildren(worded("p", "why", slide.alt) ?? "");
  }
  return {
    element,
    remove() {
      close();
      element.remove();
    },
  };
}

const ON_SLIDE = 1.5;
const LEAST_SCALE = 0.95;

async function draw(box, slide, unit, still, wanted) {
  if (slide.kind in listings) listing(box, slide, unit);
  else if (slide.kind === "map" && drawsMaps && !still) return map(box, slide, unit, wanted);
  else if (slide.spec) {
    return chart(box, slide, Math.max(ON_SLIDE * unit, LEAST_SCALE), wanted);
  }
  return () => {};
}
