"""The room `overview`."""
