"""Tests of `export.pictures`."""
