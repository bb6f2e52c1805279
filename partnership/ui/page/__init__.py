"""A page on screen."""
