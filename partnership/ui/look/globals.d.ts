interface Window {
  /** Whether the page listens to its menu: scripts run again with each run of the page. */
  partnershipMenu?: boolean;
  /** The place that was gone to last, and whether the page listens to links to others. */
  partnershipPlace?: { reached: string; watched: boolean };
}
