interface Window {
  /** Words of the menu in the language that was chosen last; there once the page listens to it. */
  partnershipWords?: DOMStringMap;
  /** The place that was gone to last, and whether the page listens to links to others. */
  partnershipPlace?: { reached: string; watched: boolean };
}
