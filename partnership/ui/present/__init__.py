"""Present mode: slides full screen, drawn in a pool of their own."""
