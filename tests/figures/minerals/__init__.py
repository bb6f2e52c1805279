"""Figures of Kazakhstan's minerals: what each says and draws."""
