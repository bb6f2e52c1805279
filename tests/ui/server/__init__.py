"""Tests of `ui.server`."""
