"""The room `production`."""
