"""No axis, legend or tooltip of a drawing is headed by the name of a field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import vl_convert

from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.state import State
from tests import spec

_WORDS = {"percent"}
"""Names of fields that are words for readers too."""
_CHARTS = [
    i for i in figures.registry() if isinstance(figures.build(i, State()).drawn, drawings.Chart)
]
_NAMED = re.compile(r'"((?:[^"\\]|\\.)*)": ')


def _titles(node: Any) -> Iterator[str]:
    """Titles of axes and legends and names in tooltips, as they are drawn in the end."""
    if isinstance(node, list):
        for one in node:
            yield from _titles(one)
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key in ("axes", "legends"):
            for title in (guide.get("title") for guide in value):
                yield from (title if isinstance(title, list) else str(title or "").split(", "))
        if key == "tooltip" and isinstance(value, dict):
            yield from _NAMED.findall(str(value.get("signal", "")))
        yield from _titles(value)


def _bare(drawn: dict[str, Any]) -> set[str]:
    """Titles of a specification that are names of fields of its rows."""
    fields = {name for view in spec.views(drawn) for row in view.rows for name in row}
    return {title for title in _titles(vl_convert.vegalite_to_vega(drawn)) if title in fields}


@pytest.mark.parametrize("figure_id", _CHARTS)
def test_nothing_is_headed_by_the_name_of_a_field(figure_id: str) -> None:
    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, drawings.Chart)
    assert _bare(json.loads(drawn.text)) <= _WORDS


def test_names_of_fields_are_found_wherever_they_are_drawn() -> None:
    shown = {"field": "price", "type": "quantitative"}
    drawn = {
        "data": {"values": [{"price": 1, "place": "a", "kind": "b"}]},
        "mark": "point",
        "encoding": {
            "x": {**shown, "title": "US dollars"},
            "y": {"field": "place", "type": "nominal"},
            "color": {"field": "kind", "type": "nominal"},
            "tooltip": [shown],
        },
    }
    assert _bare(drawn) == {"price", "place", "kind"}
