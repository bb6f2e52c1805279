"""The room `corridor`."""
