/** Whether single keys (letters, digits, signs) are shortcuts; this browser remembers it. */

const KEPT = "partnership-single-keys";
let on = true;
try {
  on = localStorage.getItem(KEPT) !== "off";
} catch {
  // A file from a disk may have no memory: the shortcuts are on.
}

export const singleKeys = () => on;

/** @param {boolean} wanted */
export function setSingleKeys(wanted) {
  on = wanted;
  try {
    localStorage.setItem(KEPT, wanted ? "on" : "off");
  } catch {
    // It holds until the window is closed.
  }
}
