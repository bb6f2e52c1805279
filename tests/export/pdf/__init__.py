"""Tests of `export.pdf`."""
