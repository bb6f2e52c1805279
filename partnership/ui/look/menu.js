(script => {
  document.documentElement.lang = script.dataset.lang ?? "";
  if (window.partnershipMenu) return;
  window.partnershipMenu = true;
  // On a telephone the menu covers the page: it closes when a page is chosen.
  document.addEventListener("click", event => {
    const link = event.target instanceof Element && event.target.closest(".st-key-pages a");
    if (!link || window.innerWidth >= 768) return;
    const close = '[data-testid="stSidebarCollapseButton"] button';
    /** @type {HTMLButtonElement | null} */ (document.querySelector(close))?.click();
  });
})(/** @type {HTMLScriptElement} */ (document.currentScript));
