"""Bands as they are drawn."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from partnership import palette
from partnership.charts.drawn import bands
from partnership.charts.forms import Bands
from partnership.charts.forms.bands import Band, Flag, Panel, Stretch
from tests import spec
from tests.charts.banded import BANDS, CHANGE, FIRST, LAST


def _rows(form: Bands, mark: str) -> list[dict[str, Any]]:
    drawn = bands.draw(form).to_dict(validate=False)
    return [row for v in spec.views(drawn) if v.mark["type"] == mark for row in v.rows]


def test_bands_stand_on_those_below() -> None:
    eni, others = (band.colour for band in BANDS.panels[0].bands)
    rows = {(r["fill"], r["x"]): (r["y"], r["upper"]) for r in _rows(BANDS, "area")}
    foot, upper = rows[eni, FIRST.year]
    assert rows[others, FIRST.year][0] == upper
    top = rows[others, FIRST.year][1]
    assert (foot - upper) / (foot - top) == pytest.approx(0.4)
    assert rows[others, LAST.year] == (pytest.approx(foot - 0.3 * (foot - top)), top)


def test_nothing_half_and_all_are_on_the_axis_of_each_panel() -> None:
    both = replace(BANDS, panels=BANDS.panels * 2)
    area = next(v for v in spec.views(bands.draw(both).to_dict(validate=False)) if v.rows)
    axis = area.encoding["y"]["axis"]
    assert len(axis["values"]) == 6
    named = json.loads(axis["labelExpr"].split("[")[0])
    assert [named[f"{at:g}"] for at in axis["values"]] == ["0", "50", "100"] * 2


def test_flags_that_are_close_stand_in_rows_of_their_own() -> None:
    soon = Flag(CHANGE + timedelta(days=90), 2, firm=True)
    late = Flag(CHANGE + timedelta(days=2000), 3, firm=True)
    panel = replace(BANDS.panels[0], flags=(*BANDS.panels[0].flags, soon, late))
    points = {r["number"]: r["y"] for r in _rows(replace(BANDS, panels=(panel,)), "point")}
    assert points[2] < points[1] == points[3]


def test_what_is_not_documented_has_an_edge_of_its_own() -> None:
    drawn = bands.draw(BANDS).to_dict(validate=False)
    areas = [v for v in spec.views(drawn) if v.mark["type"] == "area"]
    dashed = [v for v in areas if v.mark["strokeDash"] != [1, 0]]
    assert [{r["edge"] for r in v.rows} for v in dashed] == [{palette.INK.light}]


def test_the_last_are_named_with_their_share() -> None:
    named = {r["words"] for r in _rows(BANDS, "text") if "words" in r}
    assert named == {"Eni 30 %", "Others 70 %"}


def test_names_of_thin_bands_stand_apart_from_each_other() -> None:
    thin = [Band(n, "#333333", (Stretch(FIRST, LAST, 1.0, "1 %"),)) for n in "abcde"]
    whole = Band("Rest", "#444444", (Stretch(FIRST, LAST, 95.0, "95 %"),))
    form = replace(BANDS, panels=(Panel("BTC", (*thin, whole)),))
    heights = sorted(r["at"] for r in _rows(form, "rule") if "at" in r)
    assert len(heights) == 6
    assert min(b - a for a, b in pairwise(heights)) > 12


def test_a_former_band_is_named_in_its_middle_where_there_is_room() -> None:
    former = Band("BP", "#333333", (Stretch(FIRST, CHANGE, 50.0, "50 %"),))
    heir = Band("SOCAR", "#444444", (Stretch(CHANGE, LAST, 50.0, "50 %"),))
    form = replace(BANDS, panels=(Panel("BTC", (former, heir)),))
    words = {r["words"]: r for r in _rows(form, "text") if "words" in r}
    middle = date.fromisoformat(words["BP"]["day"])
    assert FIRST < middle < CHANGE
    assert words["BP"]["share"] == pytest.approx(0.5, abs=0.01)
    lower, upper = next((r["y"], r["upper"]) for r in _rows(form, "area") if r["fill"] == "#333333")
    assert words["BP"]["y"] == (lower + upper) / 2
    kept = [v.get("transform") for v in bands.draw(form).to_dict(validate=False)["layer"]]
    assert any("datum.share * (width" in str(one) for one in kept)
