"""The room `companies`."""
