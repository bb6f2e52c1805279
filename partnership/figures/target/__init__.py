"""Figures of the target for turnover: progress, growth required, single factors."""
