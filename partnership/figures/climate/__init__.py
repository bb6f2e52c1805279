"""The room `climate`."""
