"""Figures of trade: flows, balance, customers, products."""
