"""Tests of `benchmarks.baseline`."""
