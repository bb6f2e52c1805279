// What the scripts before ours put into the page: Vega-Embed (vl-convert's bundle) and deck.gl (pydeck's).

type Loader = { load: () => Promise<never>; sanitize: (address: string) => Promise<{ href: string }> };
type Embedding = {
  actions: boolean;
  defaultStyle: boolean;
  loader: Loader;
  logLevel: number;
  mode: "vega-lite";
  renderer: "svg";
  tooltip: (handler: unknown, event: MouseEvent, item: unknown, value: unknown) => void;
};
declare function vegaEmbed(
  box: Element,
  specification: Record<string, any>,
  options: Embedding,
): Promise<{ finalize: () => void; view: { resize: () => { runAsync: () => Promise<unknown> } } }>;

type DeckLayer = { clone: (changes: object) => DeckLayer };
type Hover = { object?: Record<string, unknown>; x: number; y: number };
type DeckInstance = {
  props: { layers: DeckLayer[] };
  setProps: (changes: {
    getTooltip: null;
    layers: DeckLayer[];
    onAfterRender: () => void;
    onHover: (info: Hover) => void;
  }) => void;
  finalize: () => void;
};
declare function createDeck(options: {
  container: Element;
  jsonInput: object;
  tooltip: boolean;
}): DeckInstance;
