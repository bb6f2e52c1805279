"""Tests of `ui.present`."""
