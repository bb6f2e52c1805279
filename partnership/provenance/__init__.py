"""The room `provenance`."""
