"""The legend of a native chart stands beside the chart, not on it."""

from __future__ import annotations

import math

import pytest

from partnership.export.pptx import names, native, plots
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.state import CONSORTIA, State

T = texts.in_language("en")
_ROW = 0.056
"""Height of a row of a legend as a share of the chart's, as PowerPoint sets 14 points."""
_LETTER = 0.0085
"""Width of a letter of that size as a share of the chart's width."""


@pytest.mark.parametrize("consortium", CONSORTIA)
def test_names_beside_a_chart_have_room(consortium: str) -> None:
    plot = plots.plot(figures.build("stakes.history", State(consortium=consortium)))
    assert plot
    legend = [one.name for one in native.named_in_legend(plot)]
    assert not names.legend_above(plot, legend)
    left, _, wide, _ = names.inner(plot, legend)
    columns = math.ceil(len(legend) * _ROW / 0.85)
    assert 1 - left - wide >= columns * (_LETTER * max(map(len, legend)) + 0.03)
    assert wide > 0.5


@pytest.mark.parametrize("consortium", CONSORTIA)
def test_each_holder_is_named_once(consortium: str) -> None:
    plot = plots.plot(figures.build("stakes.history", State(consortium=consortium)))
    assert plot
    legend = [one.name for one in native.named_in_legend(plot)]
    plain = [name.removesuffix(" (not documented)") for name in legend]
    assert len(plain) == len(set(plain))
    assert set(plain) == {one.name.removesuffix(" (not documented)") for one in plot.series}
