"""Figures of companies: their projects, values, numbers and the card of one."""
