"""The legend of a map: its signs look as what they stand for."""

from __future__ import annotations

import re

import pytest

from partnership.export import chart
from partnership.figures import figure as figures
from partnership.maps import key
from partnership.maps.model import Lines, Map
from partnership.state import State
from tests import spec

STROKES = re.compile(r"M[^M]+")


def _map(figure_id: str) -> Map:
    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, Map)
    return drawn


def _schematic(figure_id: str) -> key.Entry:
    """The entry for schematic courses, which stands last."""
    return key.entries(_map(figure_id), [True])[-1]


@pytest.mark.parametrize("figure_id", ["corridor.map", "corridor.kazakhstan"])
def test_what_is_dashed_on_the_map_is_dashed_in_its_legend(figure_id: str) -> None:
    (dashes,) = {
        la.faint.dash for la in _map(figure_id).layers if isinstance(la, Lines) and la.faint.dash
    }
    assert dashes
    assert len(STROKES.findall(_schematic(figure_id).shape)) > 1
    drawn = spec.views(chart.specification(figures.build(figure_id, State()), 900, None))
    (shapes,) = (v.encoding["shape"]["scale"]["range"] for v in drawn if _explains(v))
    assert _schematic(figure_id).shape in shapes


def test_what_is_thin_on_the_map_is_a_whole_line_in_its_legend() -> None:
    assert _schematic("map.assets").shape == "stroke"


def _explains(view: spec.View) -> bool:
    return "legend" in view.encoding.get("shape", {})
