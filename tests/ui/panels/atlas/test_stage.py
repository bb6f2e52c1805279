"""Where the map looks: at what was chosen last, in the part of it that nothing lies over."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from partnership.figures.assets.views import LOOKS
from partnership.ui.panels.atlas import stage
from tests import site
from tests.browser import chromium


def _deck(at: AppTest) -> dict[str, Any]:
    assert not at.exception
    (chart,) = at.get("deck_gl_json_chart")
    found: dict[str, Any] = json.loads(chart.proto.json)
    return found


def _view(at: AppTest) -> dict[str, float]:
    view: dict[str, float] = _deck(at)["initialViewState"]
    return view


def _layers(at: AppTest) -> list[str]:
    return [layer["id"] for layer in _deck(at)["layers"][0]]


def _seen(at: AppTest, place: tuple[float, float]) -> tuple[float, float]:
    return chromium.pixel(*place, _view(at), *stage.DESK)


def test_a_view_stands_clear_of_the_legend() -> None:
    at = site.app("map", {"view": "kazakhstan"})
    west, south, east, north = LOOKS["kazakhstan"].box
    assert _seen(at, (west, north))[0] >= stage.LEGEND - 1
    assert _seen(at, (east, south))[0] <= stage.DESK[0] + 1
    assert "chosen" not in _layers(at)


def test_an_asset_of_the_address_is_marked_and_in_the_middle_of_what_is_free() -> None:
    at = site.app("map", {"asset": "kashagan"})
    x, y = _seen(at, (52.2, 46.43))
    assert x == pytest.approx((stage.LEGEND + stage.DESK[0] - stage.CARD) / 2, abs=2)
    assert 0 < y < stage.DESK[1]
    assert "chosen" in _layers(at)


def test_of_a_line_all_is_in_view() -> None:
    at = site.app("map", {"asset": "cpc"})
    for place in ((53.2, 46.1), (37.6, 44.7)):
        x, y = _seen(at, place)
        assert stage.LEGEND - 5 <= x <= stage.DESK[0] - stage.CARD + 5
        assert 0 <= y <= stage.DESK[1]


def test_what_was_chosen_last_is_looked_at_and_a_view_brings_back_what_was_moved() -> None:
    at = site.app("map", {"asset": "kashagan"})
    at.button("view-italy").click().run()
    italy = _view(at)
    assert 6 < italy["longitude"] < 19
    at.button("view-italy").click().run()
    again = _view(at)
    # The browser goes back to a view only if it is another than the one it was sent last.
    assert all(again[key] != italy[key] for key in ("longitude", "latitude", "zoom"))
    assert again["longitude"] == pytest.approx(italy["longitude"], abs=0.001)
    at.selectbox("asset").set_value("tengiz").run()
    assert _view(at)["zoom"] == pytest.approx(stage.CLOSE, abs=0.01)
    at.button("card-close").click().run()
    assert _view(at)["zoom"] == pytest.approx(stage.CLOSE, abs=0.01)
    assert "chosen" not in _layers(at)


def test_an_asset_without_a_place_leaves_the_view_as_it_is() -> None:
    plain, without = site.app("map"), site.app("map", {"asset": "isatay_block"})
    assert _view(without)["zoom"] <= _view(plain)["zoom"]
    assert "chosen" not in _layers(without)


def test_a_card_that_opens_beside_a_view_moves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    at = site.app("map", {"view": "caspian"})
    before = _view(at)
    kept = at.session_state["_map_stage"]
    monkeypatch.setattr(kept, "picked", "kashagan")
    at.session_state["asset"] = "kashagan"
    at.run()
    assert "chosen" in _layers(at)
    assert _view(at) == before
