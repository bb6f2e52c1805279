"""The room `type`."""
