"""The room `maps`."""
