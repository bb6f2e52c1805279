"""Labels of what a reader chooses, and of the badges that a figure may carry."""

from __future__ import annotations

from partnership.language.texts import message

REPORTER = {
    "both": message("Both"),
    "kazakhstan": message("Kazakhstan"),
    "italy": message("Italy"),
}
"""Which country declares."""
CURRENCY = {"usd": message("US dollars"), "eur": message("Euros")}
VIEW = {
    "italy_china": message("Italy to China"),
    "kazakhstan": message("Kazakhstan"),
    "caspian": message("Caspian"),
    "italy": message("Italy"),
}
"""Parts of the world that the map is framed on."""
MARK_SIZE = {
    "output": message("Output or capacity"),
    "equal": message("Equal"),
}
"""By what the marks of the map are large or small."""
MAP_FORM = {"map": message("Map"), "table": message("Table")}
"""Ways to look at all assets; see `state.FORMS`."""
BADGE = {
    "disagree": message("Sources disagree"),
    "estimated": message("Estimated"),
    "computed": message("Computed"),
    "editorial": message("Judged by reading"),
    "schematic": message("Schematic"),
    "incomplete": message("Incomplete"),
}
"""Badges of a figure; see `figures.figure.BADGES`."""
BADGE_MEANING = {
    "disagree": message("Two sources give different values; both are in the table."),
    "estimated": message("Some values are estimates, forecasts, targets or bounds."),
    "computed": message("Some values are computed from published ones; the table says which."),
    "editorial": message("Some verdicts are editorial, because no table can decide them."),
    "schematic": message("Some lines or points are drawn by hand or only approximately."),
    "incomplete": message("The source covers only part of what the title names."),
}
"""What a badge tells its reader."""
