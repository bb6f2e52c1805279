"""Presentations: a list of figures with their choices; their links, ready ones, ids of before."""
