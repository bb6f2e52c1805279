"""A session: shell, address bar, shared choices, the deck of a reader."""
