"""Parts of a drawing of columns: bars, what stands over them, names, places."""
