"""Figures of sources: list, tables, freshness, licences and kinds."""
