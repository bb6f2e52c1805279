"""The room `minerals`."""
