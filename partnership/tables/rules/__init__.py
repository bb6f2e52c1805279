"""Rules on single tables, held each time a table is loaded."""
