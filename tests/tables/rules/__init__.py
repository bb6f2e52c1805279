"""Tests of `tables.rules`."""
