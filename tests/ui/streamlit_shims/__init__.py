"""Tests of `ui.shims`."""
