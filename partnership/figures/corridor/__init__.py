"""Figures of the Middle Corridor: map, legs, traffic, plans."""
