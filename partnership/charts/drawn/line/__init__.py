"""Parts of a drawing of lines: axes, marks, names at their ends, hovering."""
