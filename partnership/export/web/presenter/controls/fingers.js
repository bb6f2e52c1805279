/** A swipe turns the slide; on a map a finger moves the map. */

const SWIPE = 50;

/**
 * @param {HTMLElement} element
 * @param {(by: number) => void} move
 */
export function listenToFingers(element, move) {
  /** @type {{ x: number, y: number } | null} */
  let began = null;
  const start = (/** @type {TouchEvent} */ event) => {
    const [finger, second] = event.touches;
    const target = /** @type {Element} */ (event.target);
    const free = !second && !target.closest(".map, .notes, dialog");
    const whole = (visualViewport?.scale ?? 1) === 1;
    began = free && whole ? { x: finger.clientX, y: finger.clientY } : null;
  };
  const end = (/** @type {TouchEvent} */ event) => {
    if (!began) return;
    const [finger] = event.changedTouches;
    const [across, down] = [finger.clientX - began.x, finger.clientY - began.y];
    began = null;
    if (Math.abs(across) > SWIPE && Math.abs(across) > 1.5 * Math.abs(down)) {
      move(across < 0 ? 1 : -1);
    }
  };
  element.addEventListener("touchstart", start, { passive: true });
  element.addEventListener("touchend", end, { passive: true });
}
