(({ name = "", value, last, known }) => {
  try {
    const now = localStorage.getItem(name) ?? "";
    if (known !== "true" && now && now !== last) return;
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // A browser that keeps no storage (private windows may not) is left alone.
  }
})(/** @type {HTMLScriptElement} */ (document.currentScript).dataset);
