"""The Italy–Kazakhstan partnership in tables, figures and pages."""
