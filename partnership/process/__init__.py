"""Processes of our own, which end with the one that started them."""
