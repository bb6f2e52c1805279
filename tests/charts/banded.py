"""Bands for tests: two of one whole that change once; the last stretch of one is not sure."""

from datetime import date

from partnership.charts.forms import Bands
from partnership.charts.forms.bands import Band, Flag, Panel, Stretch

FIRST, CHANGE, LAST = date(2000, 1, 1), date(2010, 1, 1), date(2020, 1, 1)
BANDS = Bands(
    (
        Panel(
            "Kashagan",
            (
                Band(
                    "Eni",
                    "#111111",
                    (
                        Stretch(FIRST, CHANGE, 40.0, "40 %"),
                        Stretch(CHANGE, LAST, 30.0, "30 %", sure=False),
                    ),
                ),
                Band(
                    "Others",
                    "#222222",
                    (Stretch(FIRST, CHANGE, 60.0, "60 %"), Stretch(CHANGE, LAST, 70.0, "70 %")),
                ),
            ),
            (Flag(CHANGE, 1, firm=True),),
        ),
    ),
    details=(),
    flag_details=(),
    measure="Percent",
    unsure="{name} (not documented)",
)
