"""PNG and SVG: a figure with its title, finding and sources on paper."""
