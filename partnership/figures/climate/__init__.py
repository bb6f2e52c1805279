"""Figures of climate: emissions, targets, allowances, intensity."""
