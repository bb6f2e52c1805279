"""The room `site`."""
