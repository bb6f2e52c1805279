"""Pages that are not ours, to measure ours against."""
