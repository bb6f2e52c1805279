"""Tests of `export.pptx.plots`."""
