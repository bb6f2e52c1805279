"""The map with its legend, which counts and filters, and the card of the asset chosen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from partnership.analysis import assets as analysis
from partnership.figures.assets import map as figure
from partnership.language import codes
from partnership.language.texts import Texts
from partnership.maps.assets import seen_on
from partnership.state import KIND_GROUPS, STATUSES, State
from partnership.ui.app import address, controls
from partnership.ui.figure import frame

_DECK = f"deck-{frame.key('map.assets')}"


def panel(state: State, t: Texts) -> State:
    """Draw legend, map and card; the state chosen in the legend and the card."""
    state = _legend(state, t)
    left, right = st.columns([0.72, 0.28], gap="medium")
    with left:
        frame.frame("map.assets", state, on_select=_picked)
    with right:
        return _card(state, t)


def _legend(state: State, t: Texts) -> State:
    """Pills that count what the other filters let pass, and filter when chosen."""
    seen = seen_on(date.today())

    def count(column: str, **other: Any) -> dict[str, int]:
        chosen: dict[str, Any] = {"groups": state.kind, "statuses": state.status, **other}
        rows = analysis.chosen(
            seen, state.sector, chosen["groups"], chosen["statuses"], state.italian
        )
        return {str(k): int(v) for k, v in rows[column].value_counts().items()}

    for field in ("kind", "status"):
        address.seed(field, state)
    selections = {
        "kind": _pills(
            "kind", t("Kinds"), KIND_GROUPS, codes.ASSET_KIND_GROUP, count("group", groups=()), t
        ),
        "status": _pills(
            "status",
            t("Status"),
            STATUSES,
            codes.ASSET_STATUS,
            count("asset_status", statuses=()),
            t,
        ),
    }
    return replace(state, **selections)  # type: ignore[arg-type]


def _pills(
    field: str,
    label: str,
    options: Iterable[str],
    names: dict[str, str],
    counts: dict[str, int],
    t: Texts,
) -> tuple[str, ...]:
    current = st.session_state[field]
    present = [o for o in options if counts.get(o) or o in current]
    chosen = st.pills(
        label,
        present,
        selection_mode="multi",
        label_visibility="collapsed",
        format_func=lambda o: f"{t(names[o])} {t.number(counts.get(o, 0))}",
        key=field,
    )
    return tuple(o for o in options if o in (chosen or ()))


def _picked() -> None:
    """A click on a mark chooses its asset; a click on the ground changes nothing."""
    event = st.session_state[_DECK]
    for objects in event["selection"]["objects"].values():
        for found in objects:
            controls.choose("asset", found["id"])


def _card(state: State, t: Texts) -> State:
    rows = figure.chosen(state)
    names = {a: t.name(a) for a in rows["asset_id"]}
    address.seed("asset", state)
    current = st.session_state["asset"]
    if current is not None and current not in names:
        # The asset chosen stays on its card when a filter takes it off the map.
        names[current] = t.name(current)
    chosen = st.selectbox(
        t("Asset"),
        sorted(names, key=names.__getitem__),
        format_func=names.__getitem__,
        placeholder=t("Choose one, or click a mark"),
        index=None,
        key="asset",
    )
    state = replace(state, asset=chosen)
    with st.container(key="card"):
        frame.frame("map.card", state)
    return state
