"""The deck on screen: its slides, and files made of it."""
