"""Tests of `export.pptx`."""
