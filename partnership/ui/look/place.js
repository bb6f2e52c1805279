(script => {
  const { anchor = "", count = "" } = script.dataset;
  const state = (window.partnershipPlace ??= { reached: "", watched: false });
  const asked = count ? `${count} ${anchor}` : location.pathname + location.hash;
  if (state.reached === asked) return;
  state.reached = asked;
  // On a telephone the menu covers the page: it closes when a thing is chosen.
  if (count && window.innerWidth < 768) {
    const close = '[data-testid="stSidebarCollapseButton"] button';
    /** @type {HTMLButtonElement | null} */ (document.querySelector(close))?.click();
  }
  go(anchor || (count ? "" : location.hash.slice(1)));
  if (state.watched) return;
  state.watched = true;
  window.addEventListener("hashchange", () => go(location.hash.slice(1)));

  /**
   * Bring a figure into view and keep it there until all above it is drawn, or the reader moves.
   * @param {string} name Its id with dashes.
   */
  function go(name) {
    if (!name) return;
    let left = false;
    const leave = () => (left = true);
    for (const kind of ["wheel", "touchstart", "keydown", "mousedown"]) {
      window.addEventListener(kind, leave, { once: true, passive: true });
    }
    const LOWEST = window.innerWidth < 768 ? 120 : 80;
    const [patience, quiet, end] = [100, 2000, performance.now() + 60000];
    let [last, since] = [NaN, performance.now()];
    const step = () => {
      const now = performance.now();
      if (left || now > end) return;
      const place = document.querySelector(`.st-key-figure-${CSS.escape(name)}`);
      const top = place?.getBoundingClientRect().top ?? NaN;
      if (!(Math.abs(top - last) < 2)) [last, since] = [top, now];
      const app = document.querySelector('[data-testid="stApp"]');
      const idle = app?.getAttribute("data-test-script-state") === "notRunning";
      if (idle && now - since > quiet) return;
      place?.scrollIntoView({ block: "start" });
      // What stands last on a page is at its top only with room below.
      const box = document.querySelector('[data-testid="stMainBlockContainer"]');
      if (top > LOWEST && box instanceof HTMLElement) box.style.paddingBottom = "80vh";
      setTimeout(step, patience);
    };
    step();
  }
})(/** @type {HTMLScriptElement} */ (document.currentScript));
