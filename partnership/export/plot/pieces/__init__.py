"""The room `pieces`."""
