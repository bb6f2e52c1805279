"""The room `stakes`."""
