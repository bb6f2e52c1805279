"""The widgets of `State`. The key of each is its parameter in the address."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from partnership import state as choices
from partnership.analysis.verdicts import VERDICTS
from partnership.figures.claims import verdicts
from partnership.figures.companies import card
from partnership.figures.stakes import compared
from partnership.language import codes, texts
from partnership.language.texts import Texts, message
from partnership.state import BY_FIELD, State
from partnership.ui.app import address
from partnership.ui.look import style


def drawn(state: State, fields: Iterable[str], t: Texts) -> State:
    """Draw the widget of each of `fields`; `state` with their values."""
    values: dict[str, Any] = {}
    for field in fields:
        if field in values:
            continue
        address.seed(field, state)
        value = _WIDGETS[field](address.key(field), state, t)
        ends = address.ENDS if field in address.ENDS else ()
        if isinstance(value, dict):
            values |= value
        else:
            values.update(dict(zip(ends, value, strict=True)) if ends else {field: value})
    return replace(state, **values)


def clear(fields: Iterable[str]) -> None:
    """Bring the filters of `fields` back to what a first visit shows; for a callback."""
    for field in fields:
        address.default(field)


def choose(field: str, value: Any) -> None:
    """Set a choice from a callback; the widget and the address follow."""
    st.session_state[BY_FIELD[field].name] = value


def _lang(key: str, state: State, t: Texts) -> str:
    if len(texts.languages()) < 2:
        return state.lang
    options = list(texts.languages())
    chosen = st.selectbox(
        t("Language"),
        options,
        format_func=lambda code: t.quote(texts.LANGUAGES.get(code, code)),
        key=key,
    )
    return chosen or texts.DEFAULT


_YEARS_WIDTH = 220
"""Pixels: two thumbs that can be set to a year."""


def _sector(key: str, _state: State, t: Texts) -> tuple[str, ...]:
    chosen = st.pills(
        t("Sectors"),
        choices.SECTORS,
        selection_mode="multi",
        format_func=lambda s: t(codes.SECTOR[s]),
        label_visibility="collapsed",
        key=key,
    )
    return tuple(s for s in choices.SECTORS if s in (chosen or ()))


def _years(key: str, _state: State, t: Texts) -> tuple[int, int]:
    years = range(choices.first_year(), choices.last_year() + 1)
    # Only a slider with two values is one of a range; what it shows comes from the address.
    first, last = st.select_slider(
        t("Years"),
        years,
        (years[0], years[-1]),
        label_visibility="collapsed",
        width=_YEARS_WIDTH,
        key=key,
    )
    return int(first), int(last)


def _segments(
    label: str, names: dict[str, str], hint: str = "", plain: bool = False
) -> Callable[[str, State, Texts], str]:
    """One of a few; a `plain` one needs no label to be understood."""

    def draw(key: str, _state: State, t: Texts) -> str:
        options = list(names)
        chosen = st.segmented_control(
            t(label),
            options,
            format_func=lambda o: t(names[o]),
            help=t(hint) if hint else None,
            required=True,
            wrap=True,
            label_visibility="collapsed" if plain else "visible",
            key=key,
        )
        return chosen or options[0]

    return draw


def _consortium(key: str, _state: State, t: Texts) -> str:
    options = ["all", *choices.CONSORTIA]
    chosen = st.segmented_control(
        t("Consortium"),
        options,
        format_func=lambda o: t("All five") if o == "all" else style.literal(t.short(o)),
        required=True,
        wrap=True,
        key=key,
    )
    return chosen or "all"


def _on(key: str, state: State, t: Texts) -> dict[str, date | None]:
    """The two days to compare, in one widget: of the fields `on` and `then`."""
    pair = st.session_state[key]
    if not isinstance(pair, list | tuple):
        # As an address brought it: one day a parameter.
        st.session_state[key] = pair = compared.days(replace(state, on=pair))
    today = date.today()
    earlier, later = st.select_slider(
        t("Days to compare"),
        sorted({*compared.choosable(state), *pair}),
        # Without a pair here Streamlit takes what the reader chose for a single day.
        value=tuple(pair),
        format_func=lambda day: t("today") if day == today else t.day(day),
        help=t("The days on which a split changed. The pies show the later day."),
        width=420,
        key=key,
    )
    on = None if later == today else later
    usual = compared.days(replace(state, on=on, then=None))[0]
    return {"on": on, "then": None if earlier in (usual, later) else earlier}


def _italian(key: str, _state: State, t: Texts) -> bool:
    label = t("Italian-held only")
    return st.toggle(label, help=t("What Italian companies hold, run or develop."), key=key)


def _verdict(key: str, state: State, t: Texts) -> tuple[str, ...]:
    """Pills in the colours of the verdicts, counted as far as the other filters let claims pass."""
    known = verdicts.chosen(replace(state, verdict=()))["verdict"].value_counts()
    chosen = st.pills(
        t("Verdicts"),
        VERDICTS,
        selection_mode="multi",
        format_func=lambda v: f"{t(codes.VERDICT[v])} {t.number(int(known.get(v, 0)))}",
        label_visibility="collapsed",
        wrap=True,
        key=key,
    )
    return tuple(v for v in VERDICTS if v in (chosen or ()))


def _find(key: str, state: State, t: Texts) -> str:
    asked = st.text_input(
        t("Search"),
        max_chars=choices.LONGEST_SEARCH,
        placeholder=t("Words in a claim"),
        label_visibility="collapsed",
        icon=":material/search:",
        key=key,
    )
    try:
        return str(BY_FIELD["find"].read([asked])) if asked.strip() else ""
    except ValueError:
        return state.find


def _claim(key: str, state: State, t: Texts) -> str | None:
    """The claims that pass the filters, and the one that is open although it does not."""
    current = st.session_state[key]
    options = [str(c) for c in verdicts.chosen(state)["claim_id"]]
    if current is not None and current not in options:
        options.append(current)
    return st.selectbox(
        t("Claim"),
        options,
        format_func=lambda c: t.name(c, "title"),
        placeholder=t("Choose a row, or type a word of a claim"),
        index=None,
        label_visibility="collapsed",
        key=key,
    )


def _company(key: str, _state: State, t: Texts) -> str | None:
    return st.selectbox(
        t("Company"),
        card.companies(),
        format_func=t.name,
        placeholder=t("Choose a company, or type its name"),
        index=None,
        key=key,
    )


_WIDGETS: dict[str, Callable[[str, State, Texts], Any]] = {
    "lang": _lang,
    "sector": _sector,
    "from_year": _years,
    "to_year": _years,
    "reporter": _segments(
        message("Reporter"),
        codes.REPORTER,
        message("Kazakhstan and Italy publish very different figures for the same trade."),
    ),
    "currency": _segments(message("Currency"), codes.CURRENCY, plain=True),
    "consortium": _consortium,
    "on": _on,
    "italian": _italian,
    "view": _segments(message("View"), codes.VIEW),
    "size": _segments(message("Size of the marks"), codes.MARK_SIZE),
    "verdict": _verdict,
    "find": _find,
    "claim": _claim,
    "company": _company,
}
