// ---- buttons

const SIGNS = {
  next: "M9 5l7 7-7 7",
  previous: "M15 5l-7 7 7 7",
  overview: "M4 5h6v6H4zM14 5h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  notes: "M5 6h14M5 11h14M5 16h9",
  full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  help: "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18v.6",
  close: "M6 6l12 12M18 6L6 18",
};

/** A button with the sign and the words of `name`. */
function button(name, action, drawn = name) {
  const words = { "aria-label": say[name], title: say[name] };
  const made = make("button", { type: "button", "data-does": name, ...words }, sign(SIGNS[drawn]));
  made.addEventListener("click", event => {
    action();
    // After a click with the mouse the keys belong to the slides again.
    if (event.detail) made.blur();
  });
  return made;
}
