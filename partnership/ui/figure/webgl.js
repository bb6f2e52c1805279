/** Milliseconds that a browser has to bring back what it lost. */
const PATIENCE = 3000;

/**
 * Tells the session once that maps cannot be drawn here: WebGL is off or missing, or was lost and
 * did not come back. Says nothing where they can.
 *
 * @param {{ setStateValue: (name: string, value: boolean) => void }} component
 */
export default function ({ setStateValue }) {
  if (!able()) {
    setStateValue("missing", true);
    return undefined;
  }
  const lost = (/** @type {Event} */ event) => {
    const canvas = /** @type {HTMLCanvasElement} */ (event.target);
    const waited = setTimeout(() => {
      if (canvas.isConnected) setStateValue("missing", true);
    }, PATIENCE);
    canvas.addEventListener("webglcontextrestored", () => clearTimeout(waited), { once: true });
  };
  // The event does not bubble, but it comes down from the document.
  document.addEventListener("webglcontextlost", lost, true);
  return () => document.removeEventListener("webglcontextlost", lost, true);
}

/** @returns {boolean} */
function able() {
  try {
    const context = document.createElement("canvas").getContext("webgl2");
    // Browsers keep few of these: this one is given back at once.
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return Boolean(context);
  } catch {
    return false;
  }
}
