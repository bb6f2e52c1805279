"""Figures of the overview: numbers, map, latest events."""
