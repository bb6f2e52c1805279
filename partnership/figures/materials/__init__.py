"""The room `materials`."""
