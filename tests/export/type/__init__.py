"""Tests of `export.type`."""
