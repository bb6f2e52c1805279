"""A chart finished before has the rows that Streamlit would send, as short as they go."""

from __future__ import annotations

import json
from typing import Any

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


def _named(spec: Any, datasets: dict[str, Any]) -> tuple[Any, set[str]]:
    """A specification with the names of the rows that stand in it, and these names."""
    names: set[str] = set()

    def named(part: Any) -> Any:
        if isinstance(part, list):
            return [named(one) for one in part]
        if not isinstance(part, dict):
            return part
        values = part.get("data", {}).get("values") if isinstance(part.get("data"), dict) else None
        whole = {key: named(value) for key, value in part.items()}
        if values is not None:
            name = next(n for n, rows in datasets.items() if rows == values)
            names.add(name)
            whole["data"] = {"name": name}
        return whole

    return named(spec), names


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("figure_id", CHARTS[::4])
def test_what_is_sent_is_the_same(figure_id: str, theme: str) -> None:
    shown = AppTest.from_function(_sent, args=(figure_id, theme), default_timeout=60).run()
    assert not shown.exception
    plain, ready = (one.proto for one in shown.get("vega_lite_chart"))
    drawn = figures.build(figure_id, State()).drawn
    assert isinstance(drawn, drawings.Chart)
    datasets = themed._looking(drawn.text, theme).get("datasets", {})
    spec, rows = _named(json.loads(ready.spec), datasets)
    assert spec == json.loads(plain.spec)
    arrow = {d.name: d.data.data for d in plain.datasets}
    assert {d.name: d.data.data for d in ready.datasets} == {
        name: sent for name, sent in arrow.items() if name not in rows
    }
    assert ready.ByteSize() < plain.ByteSize()


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


def test_rows_of_a_whole_chart_are_left_to_streamlit() -> None:
    rows = [{"x": 1}]
    drawn = drawings.Chart(
        json.dumps({"data": {"name": "a"}, "layer": [{}], "datasets": {"a": rows}})
    )
    spec = themed.chart(drawn, "light")
    assert spec["data"] == {"name": "a"}
    assert isinstance(spec["datasets"]["a"], bytes)
