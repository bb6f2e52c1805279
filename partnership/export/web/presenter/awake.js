/** The screen stays on while slides are shown; a browser that cannot, or may not, goes on as before. */
export async function stayAwake() {
  if (document.visibilityState !== "visible") return;
  try {
    await navigator.wakeLock?.request("screen");
  } catch {
    return;
  }
}
