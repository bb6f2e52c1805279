"""Tests of `wording`."""
