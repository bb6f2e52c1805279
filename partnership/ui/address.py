"""The address bar and the widgets, kept alike.

Streamlit's own `bind="query-params"` writes the label that is shown, not the option, so links
would change with the language. Here the address carries ids: widgets are seeded from it when
it changed under us (a link, the browser's back button), and it is rewritten from them after.
"""

from __future__ import annotations

from typing import Any

import streamlit as st

from partnership.state import BY_FIELD, PARAMS, State, Wrong, from_query

_WRITTEN, _PAGE = "_address", "_page"


def read(page: str) -> tuple[State, tuple[Wrong, ...]]:
    """What the address asks for on `page`, and what in it was wrong; seeds the widgets.

    Moving to another page by its link in the navigation carries no parameters: the filters that
    are already set stay.
    """
    query = _query()
    asked, wrong = from_query(query)
    moved = page != st.session_state.get(_PAGE, page)
    changed = query != st.session_state.get(_WRITTEN, {})
    if changed and (query or not moved):
        for param in PARAMS:
            _seed(param.field, getattr(asked, param.field))
    st.session_state[_PAGE] = page
    return asked, wrong


def write(state: State) -> None:
    """Put the choices of `state` into the address, where they are not yet."""
    ours = state.query()
    theirs = {k: v for k, v in _query().items() if k not in _OURS}
    wanted = {**theirs, **ours}
    if wanted != _query():
        st.query_params.from_dict(wanted)
    st.session_state[_WRITTEN] = wanted


def seed(field: str, asked: State) -> None:
    """Give the widget of `field` its first value, when it has none."""
    if BY_FIELD[field].name not in st.session_state:
        _seed(field, getattr(asked, field))


def _seed(field: str, value: Any) -> None:
    st.session_state[BY_FIELD[field].name] = list(value) if isinstance(value, tuple) else value


def _query() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}


_OURS = frozenset(param.name for param in PARAMS)
