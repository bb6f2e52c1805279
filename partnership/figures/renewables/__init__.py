"""The room `renewables`."""
