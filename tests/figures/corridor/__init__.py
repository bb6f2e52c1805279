"""Figures of the Middle Corridor: what each says and draws."""
