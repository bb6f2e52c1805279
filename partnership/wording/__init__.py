"""The room `wording`."""
