(script => {
  document.documentElement.lang = script.dataset.lang ?? "";
  const begun = Boolean(window.partnershipWords);
  const SEARCH = ".st-key-search input";
  // Those of the language that was chosen last: what listens began in another.
  window.partnershipWords = script.dataset;
  if (begun) return;
  landmark();

  document.addEventListener("click", event => {
    if (!(event.target instanceof Element)) return;
    const button = event.target.closest("button.copy-link");
    if (button instanceof HTMLElement) void copied(button);
    const place = event.target.closest('[class*="st-key-foot-"] a[href^="#"]');
    if (place instanceof HTMLAnchorElement) void linked(place);
    // On a telephone the menu covers the page: it closes when a page is chosen.
    const link = event.target.closest(".st-key-pages a");
    if (link && window.innerWidth < 768) press('[data-testid="stSidebarCollapseButton"] button');
  });

  document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.target;
    if (at instanceof HTMLElement && (at.isContentEditable || at.matches("input, textarea"))) return;
    event.preventDefault();
    press('[data-testid="stExpandSidebarButton"]');
    seek();
  });

  let seeking = false;
  /**
   * The search takes the focus, and takes it again where a page that is still drawn puts another
   * in its place, until it is drawn or the reader has done with it.
   */
  function seek() {
    /** @type {HTMLInputElement | null} */ (document.querySelector(SEARCH))?.focus();
    if (seeking) return;
    seeking = true;
    const [begun, quiet, end] = [performance.now(), 3_000, 60_000];
    let [done, busy] = [false, begun];
    const leave = (/** @type {Event} */ event) => {
      if (!(event instanceof KeyboardEvent) || /^(Enter|Escape|Tab)$/.test(event.key)) done = true;
    };
    const kinds = ["keydown", "pointerdown"];
    for (const kind of kinds) window.addEventListener(kind, leave, true);
    const step = () => {
      const now = performance.now();
      const box = document.querySelector(SEARCH);
      if (box instanceof HTMLInputElement && document.activeElement === document.body) box.focus();
      const app = document.querySelector('[data-testid="stApp"]');
      if (!box || app?.getAttribute("data-test-script-state") !== "notRunning") busy = now;
      seeking = !done && now - busy < quiet && now - begun < end;
      if (seeking) setTimeout(step, 100);
      else for (const kind of kinds) window.removeEventListener(kind, leave, true);
    };
    step();
  }

  /** The links to the pages are a landmark with a name, and the page that is open is marked. */
  function landmark() {
    const place = (/** @type {string} */ address) => new URL(address).pathname.replace(/\/+$/, "");
    const here = () => place(location.href);
    // The link to the first page has no path of its own.
    const first = (/** @type {Element} */ link) => /^(\?|$)/.test(link.getAttribute("href") ?? "");
    let waits = false;
    const mark = () => {
      waits = false;
      const links = document.querySelector(".st-key-pages");
      links?.setAttribute("role", "navigation");
      links?.setAttribute("aria-label", window.partnershipWords?.pages ?? "");
      const all = [...(links?.querySelectorAll("a") ?? [])];
      const open = all.find(one => !first(one) && place(one.href) === here());
      for (const one of all) {
        const current = open ? one === open : first(one);
        if (current) one.setAttribute("aria-current", "page");
        else one.removeAttribute("aria-current");
      }
      named();
    };
    new MutationObserver(() => {
      if (!waits) setTimeout(mark, 300);
      waits = true;
    }).observe(document.body, { childList: true, subtree: true });
    mark();
  }

  /** What Streamlit draws without a name is left out, and what scrolls takes the focus. */
  function named() {
    // The trend in a tile repeats what the tile says: its marks would be read one by one, unnamed.
    for (const trend of document.querySelectorAll('[data-testid="stMetricChart"]')) {
      trend.setAttribute("aria-hidden", "true");
      for (const one of [trend, ...trend.querySelectorAll("[aria-label]")]) {
        one.removeAttribute("aria-label");
      }
    }
    // A long address scrolls in its box: by keys too.
    for (const box of document.querySelectorAll('[data-testid="stCode"] pre')) {
      if (box instanceof HTMLElement && box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
    }
  }

  /** @param {string} what */
  function press(what) {
    /** @type {HTMLElement | null} */ (document.querySelector(what))?.click();
  }

  /** @param {HTMLAnchorElement} place Copies the address of a figure and says so beside it. */
  async function linked(place) {
    await copy(place.href);
    place.dataset.copied = window.partnershipWords?.copied ?? "";
    setTimeout(() => delete place.dataset.copied, 1500);
  }

  /** @param {HTMLElement} button Copies `data-link`, or the address of the page as it is. */
  async function copied(button) {
    await copy(button.dataset.link || location.href.replace(/#.*/, ""));
    const words = button.textContent;
    button.textContent = button.dataset.copied ?? words;
    setTimeout(() => (button.textContent = words), 1500);
  }

  /** @param {string} address */
  async function copy(address) {
    try {
      await navigator.clipboard.writeText(address);
    } catch {
      // Without https there is no clipboard but the old one.
      const box = document.body.appendChild(document.createElement("textarea"));
      box.value = address;
      box.select();
      document.execCommand("copy");
      box.remove();
    }
  }
})(/** @type {HTMLScriptElement} */ (document.currentScript));
