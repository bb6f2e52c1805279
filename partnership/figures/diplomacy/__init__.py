"""Figures of diplomacy: timeline, agreements, visits, dates, people."""
