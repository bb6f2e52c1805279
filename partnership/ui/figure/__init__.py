"""A figure on screen: frame, drawing, menu, table."""
