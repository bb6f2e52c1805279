/**
 * The first click or key on a slide fills the screen: a new tab has no gesture of its own by which
 * a link could do it. What has a meaning for the screen already, or leaves the slides, does not.
 */
export function fillOnFirst() {
  if (!document.fullscreenEnabled) return;
  const stop = new AbortController();
  const fill = (/** @type {Event} */ event) => {
    if (!event.isTrusted) return;
    stop.abort();
    const target = event.target instanceof Element ? event.target : null;
    if (document.fullscreenElement || target?.closest("a, button, dialog") || means(event)) return;
    document.documentElement.requestFullscreen().catch(() => {});
  };
  const options = { capture: true, signal: stop.signal };
  addEventListener("click", fill, options);
  addEventListener("keydown", event => MODIFIERS.test(event.key) || fill(event), options);
}

const MODIFIERS = /^(Shift|Control|Alt|Meta|CapsLock|Tab)$/;

/** @param {Event} event */
const means = event =>
  event instanceof KeyboardEvent &&
  (event.ctrlKey || event.metaKey || event.altKey || /^([fs]|Escape)$/i.test(event.key));
