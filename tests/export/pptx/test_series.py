"""How the series of a native chart look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pptx import Presentation

from partnership import palette
from partnership.export.pptx import native
from partnership.export.pptx.plots.model import Plot, Series

DARK, PALE = palette.KAZAKHSTAN.light, palette.FAINT.light


def _colours(plot: Plot) -> list[str]:
    """The colour of the values of each series."""
    slides = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[6])
    chart = native.add(slide, plot, (0, 0, 9, 5), "", date(2026, 1, 1)).chart
    return [f"#{s.data_labels.font.color.rgb}".lower() for p in chart.plots for s in p.series]


@pytest.mark.parametrize(
    ("whole", "overlaid", "part"),
    [
        (DARK, True, palette.PAPER.light),
        (PALE, True, palette.INK.light),
        (DARK, False, palette.INK.light),
    ],
)
def test_values_upon_a_longer_dark_bar_are_in_paper(whole: str, overlaid: bool, part: str) -> None:
    plot = Plot(
        "bar",
        ("Almaty", "Bari"),
        (
            Series("All", (9.0, 8.0), whole, "bar"),
            Series("Part", (4.0, None), palette.ITALY.light, "bar"),
        ),
        overlaid=overlaid,
    )
    assert _colours(plot) == [palette.INK.light, part]


def test_values_that_stand_upon_nothing_are_in_ink() -> None:
    parts = (Series("All", (9.0, None), DARK, "bar"), Series("Part", (4.0, 3.0), PALE, "bar"))
    plot = Plot("bar", ("Almaty", "Bari"), parts, overlaid=True)
    assert _colours(plot)[1] == palette.INK.light
    assert _colours(replace(plot, stacked=True, overlaid=False))[0] == palette.PAPER.light
