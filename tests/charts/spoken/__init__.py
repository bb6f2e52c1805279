"""Tests of `charts.spoken`."""
