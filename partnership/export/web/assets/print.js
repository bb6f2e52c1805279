// ---- printing: every slide on a page of its own, light, maps as their pictures

const paper = make("div", { class: "paper", "aria-hidden": "true" });

async function beforePrint() {
  paper.replaceChildren();
  document.body.append(paper);
  const wanted = "light";
  await Promise.all(slides.map((_, n) => build(paper, n, DESIGN, { still: true, wanted })));
  paper.dataset.done = slides.length;
}

function afterPrint() {
  paper.remove();
}
