"""Figures of crude oil: origins, importers, prices, quantities, export routes."""
