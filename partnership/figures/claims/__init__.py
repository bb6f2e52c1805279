"""The room `claims`."""
