// ---- buttons, pointer, fingers

const QUIET_AFTER = 2600;
const place = make("span", { class: "at", "aria-hidden": "true" });
const controls = make(
  "nav",
  { class: "controls", "aria-label": say.controls },
  button("previous", () => show(index - 1)),
  place,
  button("next", () => show(index + 1)),
  button("overview", openOverview),
  button("notes", toggleNotes),
  button("full", toggleFull),
  button("help", openHelp),
  around.back ? button("leave", leave, "close") : null,
);

function showPlace() {
  place.textContent = `${index + 1} / ${slides.length}`;
}

function toggleFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

function openHelp() {
  if (!help.open) help.showModal();
}

function leave() {
  if (around.back) location.assign(around.back);
}

let quiet = 0;
function stir() {
  controls.classList.add("awake");
  document.documentElement.classList.remove("still");
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    controls.classList.remove("awake");
    document.documentElement.classList.add("still");
  }, QUIET_AFTER);
}

// A swipe turns the slide; on a map a finger moves the map.
const SWIPE = 50;
let began = null;

function touchStart(event) {
  stir();
  const [finger, second] = event.touches;
  const free = !second && !event.target.closest(".map, .notes, dialog");
  began = free && (visualViewport?.scale ?? 1) === 1 ? [finger.clientX, finger.clientY] : null;
}

function touchEnd(event) {
  if (!began) return;
  const [finger] = event.changedTouches;
  const [across, down] = [finger.clientX - began[0], finger.clientY - began[1]];
  began = null;
  if (Math.abs(across) > SWIPE && Math.abs(across) > 1.5 * Math.abs(down)) {
    show(index + (across < 0 ? 1 : -1));
  }
}
