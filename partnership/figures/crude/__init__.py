"""The room `crude`."""
