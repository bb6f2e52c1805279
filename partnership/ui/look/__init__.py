"""Style and the scripts that are written into a page."""
