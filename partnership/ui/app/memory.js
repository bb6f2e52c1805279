/** What this browser remembered when the page was loaded; null before it was looked up. */
let before = /** @type {string | null} */ (null);

/**
 * Tells the session which deck this browser remembers: once when the session does not know it yet
 * (`ask`), and whenever another tab changes it. Nothing is sent to any other host. `unknowing` is
 * true where the session may have gathered slides without knowing of those that were remembered.
 *
 * @param {{
 *   data: { name: string, ask: boolean },
 *   setStateValue: (name: string, value: { deck: string, unknowing: boolean }) => void,
 * }} component
 */
export default function ({ data, setStateValue }) {
  const tell = (/** @type {string} */ deck) =>
    setStateValue("found", { deck, unknowing: data.ask && before !== "" });
  const heard = (/** @type {StorageEvent} */ event) => {
    if (event.key === data.name) tell(event.newValue ?? "");
  };
  before ??= remembered(data.name);
  if (data.ask && before) tell(remembered(data.name));
  window.addEventListener("storage", heard);
  return () => window.removeEventListener("storage", heard);
}

/**
 * @param {string} name
 * @returns {string} what is kept under `name`; empty where a browser keeps nothing
 */
function remembered(name) {
  try {
    return localStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}
