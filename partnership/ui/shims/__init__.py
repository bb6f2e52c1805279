"""The room `shims`."""
