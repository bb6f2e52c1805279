"""Checks across tables that `python -m partnership check` makes beside those at loading."""
