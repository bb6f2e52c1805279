"""Figures of the EU's critical materials: list, uses, imports, coverage of codes."""
