"""A specification in fewer bytes draws the same."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest
import vl_convert

from partnership.charts.terse import terse
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.state import State

_X = {"field": "year", "type": "quantitative", "axis": {"grid": False}}
_Y = {"field": "at", "type": "quantitative"}
_NAME = "data-0d5af74e207ce27a5f95ab034c13d82a"
_MOST = 1_250_000
"""Bytes of all charts together; they were 1,596,225 when each layer said everything anew."""


def _whole(*layers: dict[str, Any], **more: Any) -> dict[str, Any]:
    rows = [{"year": 2020 + n, "at": n / 3, "unread": "x" * 40, "words": "w"} for n in range(3)]
    layered = [{"data": {"name": _NAME}, **layer} for layer in layers]
    schema = "https://vega.github.io/schema/vega-lite/v5.json"
    return {"$schema": schema, "layer": layered, "datasets": {_NAME: rows}, **more}


def _layer(mark: str, **encoding: Any) -> dict[str, Any]:
    return {"mark": {"type": mark}, "encoding": {"x": _X, "y": _Y, **encoding}}


def test_layers_on_the_same_axes_share_them() -> None:
    found = terse(_whole(_layer("line"), _layer("point")))
    assert found["encoding"] == {"x": _X, "y": _Y}
    assert [layer["encoding"] for layer in found["layer"]] == [{}, {}]


def test_a_layer_without_the_axes_stays_outside() -> None:
    key = {"mark": {"type": "point"}, "encoding": {"fill": {"field": "words", "type": "nominal"}}}
    found = terse(_whole(_layer("line"), _layer("point"), key))
    assert "encoding" not in found
    shared, alone = found["layer"]
    assert [part["mark"]["type"] for part in shared["layer"]] == ["line", "point"]
    assert set(alone["encoding"]) == {"fill"}


def test_layers_that_share_one_axis_keep_their_order_and_the_other() -> None:
    rule = {"mark": {"type": "rule"}, "encoding": {"x": _X}}
    found = terse(_whole(rule, _layer("line"), _layer("point")))
    assert found["encoding"] == {"x": _X}
    first, rest = found["layer"]
    assert first["mark"]["type"] == "rule"
    assert rest["encoding"] == {"y": _Y}


def test_rows_have_what_is_drawn_under_a_short_name() -> None:
    whole = _whole(_layer("line"), _layer("text", text={"field": "words"}))
    before = deepcopy(whole)
    found = terse(whole)
    assert whole == before
    ((name, rows),) = found["datasets"].items()
    assert len(name) < len(_NAME)
    assert {layer["data"]["name"] for layer in found["layer"]} == {name}
    assert rows[1] == {"year": 2021, "at": 0.33333333, "words": "w"}


def test_what_a_selection_asks_for_is_kept() -> None:
    over = {"name": "over", "select": {"type": "point", "fields": ["unread"]}, "views": ["v"]}
    found = terse(_whole({"name": "v", **_layer("point")}, params=[over]))
    ((_, rows),) = found["datasets"].items()
    assert set(rows[0]) == {"year", "at", "unread"}


def test_the_drawing_is_the_same() -> None:
    rule = {"mark": {"type": "rule"}, "encoding": {"x": _X}}
    whole = _whole(rule, _layer("line"), _layer("point"), width=300, height=200)
    assert vl_convert.vegalite_to_png(terse(whole)) == vl_convert.vegalite_to_png(whole)


def test_all_charts_together_are_small() -> None:
    drawn = [figures.build(figure_id, State()).drawn for figure_id in figures.registry()]
    sizes = [len(one.text) for one in drawn if isinstance(one, drawings.Chart)]
    assert sum(sizes) <= _MOST
    assert max(sizes) <= _MOST / 8


@pytest.mark.parametrize("figure_id", ["trade.share", "stakes.history"])
def test_no_number_has_more_digits_than_a_screen_shows(figure_id: str) -> None:
    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, drawings.Chart)
    written: list[str] = []

    def kept(number: str) -> float:
        written.append(number)
        return float(number)

    json.loads(drawn.text, parse_float=kept)
    digits = [len(number.replace(".", "").lstrip("-0")) for number in written if "e" not in number]
    assert digits
    assert max(digits) <= 8
