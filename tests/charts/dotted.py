"""Dots in rows for tests: two kinds, one of them not sure, and a row without a name at the end."""

from partnership.charts.forms import Dots
from partnership.charts.forms.dots import Along, Dot, Kind, Lane

KINDS = (Kind("reported", "#111111"), Kind("article", "#222222", "diamond"))
DOTS = Dots(
    (
        Lane("Eni", (Dot(5.0, 0, "5 %", "5 %"), Dot(7.5, 1, "7.5 %", sure=False))),
        Lane("Shell", (Dot(20.0, 0, "20 %", details=("Shell",)),), label="2026"),
    ),
    KINDS,
    Along(0, 20),
    details=("Holder",),
    step=30,
)
