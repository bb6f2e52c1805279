"""Analysis: tidy table in, tidy table out, pure pandas; one file a question."""
