"""The marks of a drawing, read back as pieces of a native chart."""
