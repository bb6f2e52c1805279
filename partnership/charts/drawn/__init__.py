"""Forms drawn with Altair, one file a form."""
