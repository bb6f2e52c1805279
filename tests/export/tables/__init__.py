"""Tests of `export.tables`."""
