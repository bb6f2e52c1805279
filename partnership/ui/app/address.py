"""The address bar and the widgets, kept alike.

Streamlit's own `bind="query-params"` writes the label that is shown, not the option, so links
would change with the language. Here the address carries ids: widgets are seeded from it when
it changed under us (a link, the browser's back button), and it is rewritten from them after.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from partnership.language import texts
from partnership.site import link
from partnership.state import BY_FIELD, PARAMS, State, Wrong, from_query

_WRITTEN, _SHOWN = "_address", "_address_shown"
ENDS = ("from_year", "to_year")
"""Fields that one widget sets: a range of years."""
YEARS = "years"
"""Key of the widget of both ends of the years."""


def read() -> tuple[State, tuple[Wrong, ...]]:
    """What the address asks for, and what in it was wrong; seeds the widgets.

    A choice made before the browser has taken up the address that the last run wrote comes with
    the one before it. Such an address is late, not another view: the widgets stay.
    """
    query = _query()
    asked, wrong = from_query({**query, "lang": query.get("lang", [language()])})
    if query != st.session_state.get(_WRITTEN, {}) and not _chosen():
        for param in PARAMS:
            _seed(param.field, asked)
    return asked, wrong


def write(state: State, *, without: Collection[str] = ()) -> None:
    """Put the choices of `state` into the address, where they are not yet.

    Parameters of others stay, but for those of `without`: after a step back the browser still
    sends what another page of ours wrote into its own address.
    """
    ours = _explicit(state, state.query())
    theirs = {k: v for k, v in _query().items() if k not in _OURS and k not in without}
    wanted = {**theirs, **ours}
    if wanted != _query():
        st.query_params.from_dict(wanted)
    st.session_state[_WRITTEN] = wanted
    st.session_state[_SHOWN] = _values()


def language() -> str:
    """The language that was chosen, or else asked for by the address, or else the browser's."""
    asked = st.session_state.get("lang") or st.query_params.get("lang")
    return asked if asked in texts.languages() else _browsers()


def _browsers() -> str:
    """The language of the reader's browser, where it is one of ours."""
    spoken = (st.context.locale or "").replace("_", "-").partition("-")[0].lower()
    return spoken if spoken in texts.LANGUAGES else texts.DEFAULT


def _explicit(state: State, query: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """`query` with the usual language, where a reload would bring that of the browser."""
    unusual = state.lang == texts.DEFAULT != _browsers()
    return {**query, "lang": [texts.DEFAULT]} if unusual else dict(query)


def seed(field: str, asked: State) -> None:
    """Give the widget of `field` its first value, when it has none."""
    if key(field) not in st.session_state:
        _seed(field, asked)


def expect_another() -> None:
    """The next address is another view, whatever the widgets of this page show."""
    st.session_state.pop(_SHOWN, None)


def key(field: str) -> str:
    """Key of the widget of a field of `State`; both ends of the years have one."""
    return YEARS if field in ENDS else BY_FIELD[field].name


def chosen(asked: State, fields: Iterable[str]) -> State:
    """`asked` with what the widgets of `fields` show, where they are known to this run."""
    shown = {f: _shown(f, getattr(asked, f)) for f in fields if key(f) in st.session_state}
    return replace(asked, **shown)


def _shown(field: str, otherwise: Any) -> Any:
    """What the widget of a field shows, in the form that its parameter has."""
    value, param = st.session_state[key(field)], BY_FIELD[field]
    if field in ENDS:
        value = value[ENDS.index(field)]
    try:
        written = param.write(value)
        return param.read(written) if written else getattr(State(), field)
    except (ValueError, TypeError):
        return otherwise


def default(field: str) -> None:
    """Have the widget of a field show what a first visit shows."""
    _seed(field, State())


def here(state: State, figure_id: str = "") -> str:
    """Address of this page with what the reader chose, or of one of its figures; defaults are left
    out.
    """
    parts = urlsplit(st.context.url or "")
    query = urlencode(_explicit(state, state.query()), doseq=True)
    anchor = link.anchor(figure_id)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, anchor))


def site(path: str) -> str:
    """Where the dashboard runs, seen from its page at `path`: `https://example.org`, no slash."""
    parts = urlsplit(st.context.url or "")
    folder = parts.path.rstrip("/").removesuffix(f"/{path}" if path else "")
    return urlunsplit((parts.scheme, parts.netloc, folder.rstrip("/"), "", ""))


def _seed(field: str, asked: State) -> None:
    value = getattr(asked, field)
    if field in ENDS:
        st.session_state[YEARS] = (asked.from_year, asked.to_year)
    else:
        st.session_state[key(field)] = list(value) if isinstance(value, tuple) else value


def _chosen() -> bool:
    """Whether this run comes of a choice: a widget shows something else than at the last write."""
    now = _values()
    before: dict[str, Any] = st.session_state.get(_SHOWN, {})
    return any(name in now and now[name] != value for name, value in before.items())


def _values() -> dict[str, Any]:
    """What the widgets show that are known to this run, by key."""
    state, keys = st.session_state, {key(param.field) for param in PARAMS}
    shown = {one: state[one] for one in keys if one in state}
    return {k: tuple(v) if isinstance(v, list) else v for k, v in shown.items()}


def _query() -> dict[str, list[str]]:
    return {key: st.query_params.get_all(key) for key in st.query_params}


_OURS = frozenset(param.name for param in PARAMS)
