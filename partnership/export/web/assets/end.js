// ---- the beginning

function listen() {
  addEventListener("keydown", keyDown, true);
  addEventListener("resize", laterAgain);
  addEventListener("mousemove", stir);
  addEventListener("focusin", stir);
  addEventListener("hashchange", () => show(numbered() - 1));
  addEventListener("beforeprint", beforePrint);
  addEventListener("afterprint", afterPrint);
  addEventListener("pagehide", () => unpoint());
  stage.addEventListener("touchstart", touchStart, { passive: true });
  stage.addEventListener("touchend", touchEnd, { passive: true });
  stage.addEventListener("mouseleave", unpoint);
  blank.addEventListener("click", toggleBlank);
  help.addEventListener("click", event => event.target === help && help.close());
}

/** The number of a slide in the address. */
const numbered = () => Number(/^#(\d{1,3})$/.exec(location.hash)?.[1] ?? around.slide ?? 1);

async function begin() {
  dress();
  document.body.append(stage, notes, controls, overview, help, blank, tooltip, spoken);
  listen();
  scaled();
  stir();
  if (!slides.length) {
    nothing();
    controls.hidden = true;
    return;
  }
  // Letters are measured when a chart is laid out: they must be there before.
  const faces = [400, 600].map(weight => document.fonts.load(`${weight} 16px "${shown.family}"`));
  await Promise.all(faces);
  show(numbered() - 1);
  // The browser lets the screen sleep again whenever the tab is hidden.
  document.addEventListener("visibilitychange", stayAwake);
  stayAwake();
}

begin();
})();
