/**
 * Tells the session when the page changes between light and dark, so that charts and maps, which
 * are drawn for one of them, are drawn anew. Says nothing where they are as the page is.
 *
 * @param {{
 *   data: { theme: string },
 *   setStateValue: (name: string, value: string) => void,
 * }} component
 */
export default function ({ data, setStateValue }) {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app) return undefined;
  const tell = () => {
    const shown = getComputedStyle(app).colorScheme;
    if (shown !== data.theme && /^(light|dark)$/.test(shown)) setStateValue("shown", shown);
  };
  const watch = new MutationObserver(tell);
  watch.observe(app, { attributes: true, attributeFilter: ["class"] });
  tell();
  return () => watch.disconnect();
}
