"""The site map: what a page is, which pages there are, and on which a figure stands."""
