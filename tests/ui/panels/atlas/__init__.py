"""Tests of the page of maps."""
