"""The room `mirror`."""
