"""Parts of the drawing of bands: where panels stand, and the names of bands."""
