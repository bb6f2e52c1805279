// ---- the screen stays on while slides are shown

/** Ask for it; a browser without it, or on a low battery, goes on as before. */
async function stayAwake() {
  if (document.visibilityState !== "visible") return;
  try {
    await navigator.wakeLock?.request("screen");
  } catch {
    return;
  }
}
