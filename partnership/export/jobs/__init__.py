"""Exports asked for on screen: a queue, and a process for each."""
