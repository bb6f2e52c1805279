"""The room `assets`."""
