"""Figures of oil production: by field and of the country."""
