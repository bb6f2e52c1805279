"""The room `decks`."""
