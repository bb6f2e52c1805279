"""A chart sent as Arrow that was made before is the chart that Streamlit would send."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from partnership import palette
from partnership.figures import drawings
from partnership.figures import figure as figures
from partnership.state import State
from partnership.ui.figure import themed

CHARTS = [
    i for i in figures.registry() if isinstance(figures.build(i, State()).drawn, drawings.Chart)
]


def _sent(figure_id: str, theme: str) -> None:
    import streamlit as st

    from partnership.figures import drawings
    from partnership.figures import figure as figures
    from partnership.state import State
    from partnership.ui.figure import themed

    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, drawings.Chart)
    st.vega_lite_chart(themed._looking(drawn.text, theme), theme=None)
    st.vega_lite_chart(themed.chart(drawn, theme), theme=None)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("figure_id", CHARTS[::4])
def test_what_is_sent_is_the_same(figure_id: str, theme: str) -> None:
    shown = AppTest.from_function(_sent, args=(figure_id, theme), default_timeout=60).run()
    assert not shown.exception
    plain, ready = (one.proto for one in shown.get("vega_lite_chart"))
    assert json.loads(ready.spec) == json.loads(plain.spec)
    assert {d.name: d.data.data for d in ready.datasets} == {
        d.name: d.data.data for d in plain.datasets
    }


def test_rows_become_arrow_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = drawings.Chart(json.dumps({"mark": "bar", "datasets": {"a": [{"x": 1}]}}))
    first = themed.chart(drawn, "light")["datasets"]["a"]
    monkeypatch.setattr(themed, "_ready", None)
    assert themed.chart(drawn, "light")["datasets"]["a"] is first


def test_dark_shades_reach_the_rows() -> None:
    light, dark = palette.INK.light, palette.INK.dark
    drawn = drawings.Chart(json.dumps({"datasets": {"a": [{"c": light}]}}))
    rows = themed.chart(drawn, "dark")["datasets"]["a"]
    assert dark.encode() in rows
    assert light.encode() not in rows


def test_the_page_has_the_look_of_pictures() -> None:
    drawn = drawings.Chart(json.dumps({"mark": "bar", "config": {"axis": {"ticks": True}}}))
    shown = themed.chart(drawn, "dark")["config"]
    assert shown["axis"]["ticks"]
    assert shown["axis"]["labelColor"] == palette.SOFT.dark
    assert shown["background"] is None
