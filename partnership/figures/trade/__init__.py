"""The room `trade`."""
