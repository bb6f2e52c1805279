"""The room `process`."""
