interface Window {
  /** Whether the page listens to its menu: scripts run again with each run of the page. */
  partnershipMenu?: boolean;
}
