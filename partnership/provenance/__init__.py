"""Where values come from: sources, how they are cited, what may be redistributed."""
