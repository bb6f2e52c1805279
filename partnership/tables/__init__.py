"""The only reader of `data/`: tables as frames, geometry as GeoJSON, each checked as it is read."""

from partnership.tables.reading import DATA, Package, geometry, load, loaded, package, refresh

__all__ = ["DATA", "Package", "geometry", "load", "loaded", "package", "refresh"]
