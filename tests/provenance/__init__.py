"""Tests of `provenance`."""
