"""Figures of mirror statistics: the gap between two reporters and what explains it."""
