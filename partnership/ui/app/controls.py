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


def shared(asked: State) -> State:
    """Draw the filters that all pages share in the sidebar; the state chosen in them."""
    t = texts.in_language(asked.lang)
    with st.sidebar:
        return drawn(asked, choices.SHARED, t)


def drawn(state: State, fields: Iterable[str], t: Texts) -> State:
    """Draw the widget of each of `fields`; `state` with their values."""
    values: dict[str, Any] = {}
    for field in fields:
        address.seed(field, state)
        chosen = _WIDGETS[field](BY_FIELD[field].name, state, t)
        values |= chosen if isinstance(chosen, dict) else {field: chosen}
    return replace(state, **values)


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


def _sector(key: str, _state: State, t: Texts) -> tuple[str, ...]:
    chosen = st.pills(
        t("Sectors"),
        choices.SECTORS,
        selection_mode="multi",
        format_func=lambda s: t(codes.SECTOR[s]),
        help=t("No selection means all sectors."),
        key=key,
    )
    return tuple(s for s in choices.SECTORS if s in (chosen or ()))


def _years(label: str, end: Callable[[], int]) -> Callable[[str, State, Texts], int]:
    def draw(key: str, _state: State, t: Texts) -> int:
        years = list(range(choices.first_year(), choices.last_year() + 1))
        chosen = st.selectbox(t(label), years, key=key)
        return end() if chosen is None else int(chosen)

    return draw


def _segments(
    label: str, names: dict[str, str], hint: str = ""
) -> Callable[[str, State, Texts], str]:
    def draw(key: str, _state: State, t: Texts) -> str:
        options = list(names)
        chosen = st.segmented_control(
            t(label),
            options,
            format_func=lambda o: t(names[o]),
            help=t(hint) if hint else None,
            required=True,
            wrap=True,
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


def _verdict(key: str, _state: State, t: Texts) -> tuple[str, ...]:
    chosen = st.pills(
        t("Verdicts"),
        VERDICTS,
        selection_mode="multi",
        format_func=lambda v: t(codes.VERDICT[v]),
        help=t("No selection means all verdicts."),
        wrap=True,
        key=key,
    )
    return tuple(v for v in VERDICTS if v in (chosen or ()))


def _find(key: str, state: State, t: Texts) -> str:
    asked = st.text_input(
        t("Search"),
        max_chars=choices.LONGEST_SEARCH,
        placeholder=t("Words in a claim"),
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
        placeholder=t("Choose a claim, or type a word of it"),
        index=None,
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
    "from_year": _years(message("From"), choices.first_year),
    "to_year": _years(message("To"), choices.last_year),
    "reporter": _segments(
        message("Reporter"),
        codes.REPORTER,
        message("Kazakhstan and Italy publish very different figures for the same trade."),
    ),
    "currency": _segments(message("Currency"), codes.CURRENCY),
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
