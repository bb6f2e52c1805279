"""The map of all assets as the page of maps has it: legend, views, the card of what is chosen."""
