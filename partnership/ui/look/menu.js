(script => {
  document.documentElement.lang = script.dataset.lang ?? "";
  if (window.partnershipMenu) return;
  window.partnershipMenu = true;

  document.addEventListener("click", event => {
    if (!(event.target instanceof Element)) return;
    const copy = event.target.closest("button.copy-link");
    if (copy instanceof HTMLElement) void copied(copy);
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
    /** @type {HTMLInputElement | null} */ (document.querySelector(".st-key-search input"))?.focus();
  });

  /** @param {string} what */
  function press(what) {
    /** @type {HTMLElement | null} */ (document.querySelector(what))?.click();
  }

  /** @param {HTMLElement} button Copies `data-link`, or the address of the page as it is. */
  async function copied(button) {
    const address = button.dataset.link || location.href.replace(/#.*/, "");
    const words = button.textContent;
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
    button.textContent = button.dataset.copied ?? words;
    setTimeout(() => (button.textContent = words), 1500);
  }
})(/** @type {HTMLScriptElement} */ (document.currentScript));
