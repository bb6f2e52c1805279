"""Tests of `export.jobs`."""
