"""Rows that are Arrow already are sent as Streamlit would send the rows themselves."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest


def _charts() -> None:
    from typing import Any

    import streamlit as st

    from partnership.ui.streamlit_shims import arrow

    rows: list[dict[str, Any]] = [
        {"year": 2020, "value": 1.5, "name": "Kazakhstan"},
        {"year": 2021, "value": None},
    ]
    for data in (rows, arrow.from_rows(rows)):
        st.vega_lite_chart({"mark": "bar", "data": {"name": "a"}, "datasets": {"a": data}})


def test_both_ways_send_the_same() -> None:
    shown = AppTest.from_function(_charts, default_timeout=30).run()
    assert not shown.exception
    plain, ready = (one.proto for one in shown.get("vega_lite_chart"))
    ((name, expected),) = ((d.name, d.data.data) for d in plain.datasets)
    assert name == "a"
    assert len(expected) > 100
    assert [(d.name, d.data.data) for d in ready.datasets] == [("a", expected)]
    assert ready.spec == plain.spec
