"""A `Figure` put on screen: an Altair chart, a pydeck deck or a listing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from operator import itemgetter

import streamlit as st

from partnership import texts
from partnership.figures import written
from partnership.figures.figure import Figure, Listing
from partnership.state import State
from partnership.ui import screened, style


def draw(
    figure: Figure, key: str, state: State, on_select: Callable[[], None] | None = None
) -> None:
    """Draw `figure`. An empty one is a sentence, never an empty frame."""
    t = texts.of(state.lang)
    if figure.table.empty:
        if not figure.finding:
            st.info(t("There is nothing to show for this choice. Widen the years or the sectors."))
    elif isinstance(figure.drawn, Listing):
        _LISTINGS[figure.drawn.kind](figure.drawn, key)
    elif isinstance(figure.drawn, written.Chart):
        ready = screened.chart(figure.drawn, style.theme())
        st.vega_lite_chart(ready, width="stretch", key=f"chart-{key}", alt=figure.alt)
    elif isinstance(figure.drawn, written.Deck):
        _deck(figure, figure.drawn, key, on_select)
    else:
        raise TypeError(f"{figure.id} is not written")


class _Deck:
    """The finished text of a deck, in the place where Streamlit expects a deck."""

    mapbox_key = None
    layers: tuple[()] = ()

    def __init__(self, text: str, tooltip: dict[str, object] | None) -> None:
        self._text = text
        self._tooltip = tooltip

    def to_json(self) -> str:
        return self._text


def _deck(
    figure: Figure, drawn: written.Deck, key: str, on_select: Callable[[], None] | None
) -> None:
    st.pydeck_chart(
        _Deck(screened.deck(drawn, style.theme()), drawn._tooltip),
        height=figure.height,
        key=f"deck-{key}",
        on_select=on_select or "ignore",
        alt=figure.alt,
    )


def _numbers(listing: Listing, key: str) -> None:
    """Cards, five a row on a wide screen, each with its period and source."""
    with st.container(key=f"numbers-{key}"):
        rows = listing.rows
        for start in range(0, len(rows), 5):
            columns = st.columns(5, gap="medium")
            for column, row in zip(columns, rows[start : start + 5], strict=False):
                with column:
                    st.metric(row["label"], row["value"])
                    st.caption(row["detail"])


def _events(listing: Listing, _key: str) -> None:
    for row in listing.rows:
        st.markdown(f"**{row['label']}** — {row['value']}  \n{row['detail']}")


def _facts(listing: Listing, _key: str) -> None:
    """Label and value on a line each; what comes from one source is said once, after it."""
    parts = []
    for source, rows in groupby(listing.rows, key=itemgetter("detail")):
        lines = [
            f":gray[{style.literal(row['label'])}] **{style.literal(row['value'])}**"
            for row in rows
        ]
        parts.append("  \n".join([*lines, f":small[:gray[{style.literal(source)}]]"]))
    st.markdown("\n\n".join(parts))


def _table(listing: Listing, key: str) -> None:
    """Each column as wide as its longest text, within bounds: the browser guesses from a few."""
    widest: dict[str, int] = {}
    for row in listing.rows:
        for name, said in row.items():
            widest[name] = max(widest.get(name, len(name) + 2), len(said))
    widths = {
        name: st.column_config.TextColumn(width=min(_CELL + _LETTER * letters, _WIDEST))
        for name, letters in widest.items()
    }
    st.dataframe(
        list(listing.rows), hide_index=True, height=420, key=f"table-{key}", column_config=widths
    )


_CELL, _LETTER, _WIDEST = 18, 7, 460
"""Pixels: a cell without text, a letter, and the widest column."""


_LISTINGS = {"numbers": _numbers, "events": _events, "facts": _facts, "table": _table}
