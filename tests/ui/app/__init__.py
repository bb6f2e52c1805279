"""Tests of `ui.app`."""
