"""Figures of Kazakhstan's minerals: map, output, reserves, ranks, exports."""
