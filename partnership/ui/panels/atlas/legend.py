"""The legend of the map is its filter: kinds in the colours and shapes of their marks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import streamlit as st

from partnership.analysis import assets as analysis
from partnership.language import codes
from partnership.language.texts import Texts
from partnership.maps.assets import seen_on
from partnership.maps.model import Map
from partnership.state import KIND_GROUPS, STATUSES, State
from partnership.ui.app import controls
from partnership.ui.panels.atlas import look, stage


def panel(state: State, drawn: Map | None, t: Texts) -> None:
    """Kinds with their counts, Italian-held ones alone, status and size; what sizes mean."""
    small = stage.narrow()
    with st.container(key="maplegend"):
        holder = st.popover(t("Legend and filter"), key="legend-small") if small else st.container()
        with holder:
            _kinds(state, t)
            controls.drawn(state, ("italian",), t)
            if small:
                _more(state, t)
            else:
                with st.popover(t("Status and size"), key="legend-more"):
                    _more(state, t)
            if drawn is not None:
                look.key(drawn)


def _counts(state: State, column: str, **other: Any) -> dict[str, int]:
    """How many there are of each, for what the other filters let pass."""
    chosen: dict[str, Any] = {"kind": state.kind, "status": state.status, **other}
    rows = analysis.chosen(
        seen_on(date.today()), state.sector, chosen["kind"], chosen["status"], state.italian
    )
    return {str(k): int(v) for k, v in rows[column].value_counts().items()}


def _kinds(state: State, t: Texts) -> None:
    counts = _counts(state, "group", kind=())
    present = _pills("kind", t("Kinds"), KIND_GROUPS, codes.ASSET_KIND_GROUP, counts, t)
    look.pills(present, t)


def _more(state: State, t: Texts) -> None:
    counts = _counts(state, "asset_status", status=())
    st.caption(t("Status"))
    _pills("status", t("Status"), STATUSES, codes.ASSET_STATUS, counts, t)
    controls.drawn(state, ("size",), t)


def _pills(
    field: str,
    label: str,
    options: Iterable[str],
    names: dict[str, str],
    counts: dict[str, int],
    t: Texts,
) -> list[str]:
    current = st.session_state[field]
    present = [o for o in options if counts.get(o) or o in current]
    st.pills(
        label,
        present,
        selection_mode="multi",
        label_visibility="collapsed",
        format_func=lambda o: f"{t(names[o])} :gray[{t.number(counts.get(o, 0))}]",
        key=field,
    )
    return present
