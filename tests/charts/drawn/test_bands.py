"""Bands as they are drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from partnership import palette
from partnership.charts.drawn import bands
from partnership.charts.forms import Bands
from partnership.charts.forms.bands import Band, Panel, Stretch
from tests import spec
from tests.charts.banded import BANDS, CHANGE, FIRST, LAST


def _rows(form: Bands, mark: str) -> list[dict[str, Any]]:
    drawn = bands.draw(form).to_dict(validate=False)
    return [row for v in spec.views(drawn) if v.mark["type"] == mark for row in v.rows]


def test_bands_stand_on_those_below() -> None:
    eni, others = (band.colour for band in BANDS.panels[0].bands)
    found = {(r["fill"], r["day"], r["lower"], r["upper"]) for r in _rows(BANDS, "area")}
    assert (eni, str(FIRST), 0, 40.0) in found
    assert (others, str(FIRST), 40.0, 100.0) in found
    assert (others, str(LAST), 30.0, 100.0) in found


def test_what_is_not_documented_has_an_edge_of_its_own() -> None:
    drawn = bands.draw(BANDS).to_dict(validate=False)
    areas = [v for v in spec.views(drawn) if v.mark["type"] == "area"]
    dashed = [v for v in areas if v.mark["strokeDash"] != [1, 0]]
    assert [{r["edge"] for r in v.rows} for v in dashed] == [{palette.INK.light}]


def test_the_last_are_named_with_their_share() -> None:
    named = {r["words"] for r in _rows(BANDS, "text") if "words" in r}
    assert named == {"Eni 30 %", "Others 70 %"}


def test_a_former_band_is_named_in_its_middle() -> None:
    former = Band("BP", "#333333", (Stretch(FIRST, CHANGE, 50.0, "50 %"),))
    heir = Band("SOCAR", "#444444", (Stretch(CHANGE, LAST, 50.0, "50 %"),))
    panel = Panel("BTC", (former, heir))
    words = {r["words"]: r for r in _rows(replace(BANDS, panels=(panel,)), "text")}
    middle = date.fromisoformat(words["BP"]["day"])
    assert FIRST < middle < CHANGE
    assert words["BP"]["y"] == 25.0
