"""Maps: ground, layers and names, as a deck of layers on screen and as a still picture."""
