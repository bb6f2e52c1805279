"""The room `diplomacy`."""
