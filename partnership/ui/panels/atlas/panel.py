"""The map that fills the window, what lies over it, and the choices that are made in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from partnership.figures.figure import Figure
from partnership.language import codes
from partnership.language.texts import Texts
from partnership.maps.model import Map
from partnership.state import BY_FIELD, FORMS, State
from partnership.ui.app import address, controls
from partnership.ui.figure import drawing, frame
from partnership.ui.panels.atlas import card, choices, legend, stage
from partnership.ui.panels.atlas.look import styled

_DECK = f"deck-{frame.key('map.assets')}"
_CHOSEN_HERE = ("kind", "status", "italian", "view", "size", "form", "asset")


def panel(state: State, t: Texts) -> State:
    """Draw the map or, above the table that follows, what both have in common; the state chosen."""
    for field in _CHOSEN_HERE:
        address.seed(field, state)
    values: dict[str, Any] = {field: _chosen(field) for field in _CHOSEN_HERE}
    state = replace(state, **values)
    styled()
    if state.form == "table":
        with st.container(key="listed"):
            _over(state, None, t)
        return state
    aim = stage.aimed(state)
    frame.frame("map.assets", aim.state(state), lambda f, key, _: _map(f, key, state, aim, t))
    return state


def _chosen(field: str) -> Any:
    value = st.session_state[BY_FIELD[field].name]
    return tuple(value) if isinstance(value, list) else value


def _map(figure: Figure, key: str, state: State, aim: stage.Aim, t: Texts) -> None:
    with st.container(key="mapstage"):
        if isinstance(figure.drawn, Map):
            view = stage.view(aim)
            drawing.moving(figure, figure.drawn, key, t, view, _picked, narrow=stage.narrow())
            stage.tools(t)
            _over(state, figure.drawn, t)


def _over(state: State, drawn: Map | None, t: Texts) -> None:
    """What lies over the map, and above the table."""
    legend.panel(state, drawn, t)
    with st.container(key="mapbar", horizontal=True):
        choices.asset(t)
        st.segmented_control(
            t("Map or table"),
            FORMS,
            format_func=lambda form: t(codes.MAP_FORM[form]),
            label_visibility="collapsed",
            required=True,
            key="form",
        )
    if drawn is not None:
        stage.views(state, t)
    if state.asset is not None:
        card.panel(state, t)


def _picked() -> None:
    """A click on a mark chooses its asset."""
    event = st.session_state[_DECK]
    for objects in event["selection"]["objects"].values():
        for found in objects:
            stage.picked(found["id"])
            controls.choose("asset", found["id"])
