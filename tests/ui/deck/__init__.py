"""Tests of `ui.deck`."""
