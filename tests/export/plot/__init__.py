"""Tests of `export.plot`."""
