"""Tests of `export.web`."""
