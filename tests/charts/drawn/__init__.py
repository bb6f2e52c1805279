"""Tests of `charts.drawn`."""
