"""Figures of assets: the map of all of them, its table, the card of one."""
