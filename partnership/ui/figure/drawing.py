"""A `Figure` put on screen: a chart, a map, a listing or a table."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

import streamlit as st

from partnership.figures import drawings
from partnership.figures.figure import Figure, Listing
from partnership.language import texts
from partnership.language.readable import Table
from partnership.language.texts import Texts
from partnership.maps.model import Map
from partnership.state import State
from partnership.ui.figure import table, themed, webgl
from partnership.ui.look import style
from partnership.ui.streamlit_shims.finished_deck import FinishedDeck


def draw(figure: Figure, key: str, state: State) -> None:
    """Draw `figure`. An empty one is a sentence, never an empty frame."""
    t = texts.in_language(state.lang)
    if figure.table.empty:
        if not figure.finding:
            st.info(t("There is nothing to show for this choice. Widen the years or the sectors."))
    elif isinstance(figure.drawn, Table):
        opened = getattr(state, figure.drawn.opens) if figure.drawn.opens else None
        table.table(figure.drawn, key, t, opened)
    elif isinstance(figure.drawn, Listing):
        _LISTINGS[figure.drawn.kind](figure.drawn, key, t)
    elif isinstance(figure.drawn, drawings.Chart):
        _chart(figure.drawn, figure.alt, key)
    elif isinstance(figure.drawn, Map):
        moving(figure, figure.drawn, key, t)
    else:
        raise TypeError(f"{figure.id} is not finished")


def _chart(drawn: drawings.Chart, alt: str, key: str) -> None:
    ready = themed.chart(drawn, style.theme())
    st.vega_lite_chart(ready, width="stretch", theme=None, key=f"chart-{key}", alt=alt)


def moving(
    figure: Figure,
    drawn: Map,
    key: str,
    t: Texts,
    view: dict[str, float] | None = None,
    on_select: Callable[[], None] | None = None,
    *,
    narrow: bool = False,
) -> None:
    """A map that moves where the browser can draw it; else, or if it does not, its picture.

    `view` is where it looks first, instead of at its frame; `on_select` is called after a
    click. `narrow`: on a telephone.
    """
    if not drawn.moves or webgl.missing():
        _chart(drawings.still(drawn), figure.alt, key)
        if drawn.moves:
            st.caption(
                t(
                    "This is a still picture: the live map needs WebGL, which this browser does not"
                    " have or has switched off."
                )
            )
        return
    webgl.listen(key)
    live = drawings.filtered(drawn, narrow=narrow)
    st.pydeck_chart(
        FinishedDeck(themed.deck(live, style.theme(), view or {}), live._tooltip),
        height=figure.height,
        key=f"deck-{key}",
        on_select=on_select or "ignore",
        alt=figure.alt,
    )


def _numbers(listing: Listing, key: str, _t: Texts) -> None:
    """Cards, five a row on a wide screen, each with its period and source."""
    with st.container(key=f"numbers-{key}"):
        rows = listing.rows
        for start in range(0, len(rows), 5):
            columns = st.columns(5, gap="medium")
            for column, row in zip(columns, rows[start : start + 5], strict=False):
                with column:
                    st.metric(style.literal(row["label"]), style.literal(row["value"]))
                    st.caption(style.literal(row["detail"]))


def _events(listing: Listing, _key: str, _t: Texts) -> None:
    for row in listing.rows:
        label, value, detail = (style.literal(row[part]) for part in ("label", "value", "detail"))
        st.markdown(f"**{label}** — {value}  \n{detail}")


def _facts(listing: Listing, _key: str, _t: Texts) -> None:
    """Label and value on a line each; a source is named once, after what comes from it, as a link
    to its page where that is known.
    """
    parts = []
    for (source, url), rows in groupby(listing.rows, lambda r: (r["detail"], r.get("url", ""))):
        lines = [
            f":gray[{style.literal(row['label'])}] **{style.literal(row['value'])}**"
            for row in rows
        ]
        named = style.literal(source)
        named = f"[{named}](<{url}>)" if url and named else named
        parts.append("  \n".join([*lines, f":small[:gray[{named}]]"]))
    st.markdown("\n\n".join(parts))


_LISTINGS = {"numbers": _numbers, "events": _events, "facts": _facts}
