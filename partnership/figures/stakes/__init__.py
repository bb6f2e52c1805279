"""Figures of stakes: shares of each consortium, history, deals, entitlement."""
