/** Printing: every slide on a page of its own, light, maps as their pictures. */

import { make } from "../dom.js";
import { slides } from "../page.js";
import { DESIGN, build } from "./slide.js";

const paper = make("div", { class: "paper", "aria-hidden": "true" });

export async function beforePrint() {
  paper.replaceChildren();
  document.body.append(paper);
  const theme = /** @type {const} */ ("light");
  await Promise.all(slides.map((_, n) => build(paper, n, DESIGN, { still: true, theme })));
  paper.dataset.done = String(slides.length);
}

export function afterPrint() {
  paper.remove();
}
