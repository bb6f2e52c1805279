"""Tests of `maps`."""
