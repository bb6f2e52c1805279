"""Type: the typeface, its widths, signs that a file can hold."""
