"""Figures of the EU's critical materials: what each says and draws."""
