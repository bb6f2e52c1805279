// ---- keys: of a keyboard and of a clicker, which sends the same

const NEXT = ["ArrowRight", "ArrowDown", "PageDown"];
const PREVIOUS = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];
const LETTERS = {
  f: toggleFull,
  b: toggleBlank,
  ".": toggleBlank,
  o: openOverview,
  n: toggleNotes,
  d: toggleTheme,
  "?": openHelp,
};
let digits = "";
let forgetting = 0;

/** The letter of a key; on a keyboard of other letters, the one in its place. */
const letterOf = ({ key, code }) =>
  key.toLowerCase() in LETTERS || !/^Key[A-Z]$/.test(code) ? key.toLowerCase() : code[3].toLowerCase();

function typed(digit) {
  digits = (digits + digit).slice(-3);
  place.textContent = `→ ${digits}`;
  stir();
  clearTimeout(forgetting);
  forgetting = setTimeout(forget, 3000);
}

function forget() {
  digits = "";
  showPlace();
}

/** What a key does on a slide; `undefined` where it does nothing. */
function meant(event) {
  const { key, shiftKey } = event;
  const pressed = document.activeElement?.closest("button, a");
  if (NEXT.includes(key)) return () => show(index + 1);
  if (PREVIOUS.includes(key)) return () => show(index - 1);
  if (key === "Home") return () => show(0);
  if (key === "End") return () => show(slides.length - 1);
  if (/^[0-9]$/.test(key)) return () => typed(key);
  if (key === "Enter" && digits) {
    return () => {
      const n = Number(digits) - 1;
      forget();
      show(n);
    };
  }
  if (key === "Escape") return escape;
  if ((key === " " || key === "Enter") && !pressed) {
    return () => show(index + (shiftKey ? -1 : 1));
  }
  return LETTERS[letterOf(event)];
}

function escape() {
  if (!notes.hidden) toggleNotes();
  else if (document.fullscreenElement) document.exitFullscreen();
  else leave();
}

function meantInDialog({ key }) {
  if (key === "Escape") return () => (overview.open ? overview : help).close();
  const moves = key.startsWith("Arrow") || key === "Home" || key === "End";
  if (overview.open && moves) return () => step(key);
  if (overview.open && key === "o") return () => overview.close();
  return help.open && key === "?" ? () => help.close() : undefined;
}

function keyDown(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (!blank.hidden) {
    if (event.key === "Shift") return;
    stop(event);
    toggleBlank();
    return;
  }
  const action = overview.open || help.open ? meantInDialog(event) : meant(event);
  if (action) {
    stop(event);
    action();
  }
}

/** Keys are ours before they are a map's or the page's. */
function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
