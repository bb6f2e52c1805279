"""A map that is text already reaches the browser as that text, with its tooltip."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest


def _map(on_select: str) -> None:
    import streamlit as st

    from partnership.ui.streamlit_shims.finished_deck import FinishedDeck

    deck = FinishedDeck('{"layers":[{"id":"a"}]}', {"html": "<b>{name}</b>"})
    st.pydeck_chart(deck, key="deck", on_select=on_select, alt="a map")  # type: ignore[call-overload]


@pytest.mark.parametrize("on_select", ["ignore", "rerun"])
def test_the_text_is_sent_as_it_is(on_select: str) -> None:
    shown = AppTest.from_function(_map, args=(on_select,), default_timeout=30).run()
    assert not shown.exception
    (sent,) = (one.proto for one in shown.get("deck_gl_json_chart"))
    assert sent.json == '{"layers":[{"id":"a"}]}'
    assert json.loads(sent.tooltip) == {"html": "<b>{name}</b>"}
    assert sent.alt == "a map"
    assert bool(sent.id) == (on_select == "rerun")
