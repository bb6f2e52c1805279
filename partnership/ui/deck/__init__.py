"""The room `deck`."""
