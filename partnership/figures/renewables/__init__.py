"""Figures of renewables: plants, capacity, generation, milestones."""
