"""Parts of the drawing of milestones: rows, axes and legend, and the list of a telephone."""
