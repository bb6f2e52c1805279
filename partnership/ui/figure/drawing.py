"""A `Figure` put on screen: a chart, a map, a listing or a table."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import groupby

import streamlit as st

from partnership.figures import drawings
from partnership.figures.figure import Figure, Listing
from partnership.language import texts
from partnership.language.readable import Table
from partnership.language.texts import Texts
from partnership.maps.model import Map
from partnership.site import link, sitemap
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
        _LISTINGS[figure.drawn.kind](figure.drawn, key, state)
    elif isinstance(figure.drawn, drawings.Chart):
        _chart(figure.drawn, figure.alt, key)
    elif isinstance(figure.drawn, Map):
        if figure.drawn.linked:
            _linked(figure, figure.drawn, key, state)
        else:
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


def _linked(figure: Figure, drawn: Map, key: str, state: State) -> None:
    """A still map whose dots and names lead to the large one, and its names as a line of links."""
    ready = themed.chart(drawings.still(drawn), style.theme())
    address = link.to("map", state.shared())
    start = f"{address}{'&' if '?' in address else '?'}asset="
    for layer in ready["layer"]:
        if layer.get("encoding", {}).pop("key", None):
            place = {"calculate": f"{json.dumps(start)} + datum.id", "as": "to"}
            layer["transform"] = [*layer.get("transform", ()), place]
            layer["encoding"]["href"] = {"field": "to", "type": "nominal"}
    st.vega_lite_chart(ready, width="stretch", theme=None, key=f"chart-{key}", alt=figure.alt)
    links = (f'<a href="{escape(start + one)}">{escape(name)}</a>' for one, name in drawn.named())
    st.html(f'<p class="places">{" ".join(links)}</p>')


def _numbers(listing: Listing, key: str, state: State) -> None:
    """Tiles as wide as there is room for, in one height, each with its period and source."""
    trends = listing.trends or ((),) * len(listing.rows)
    with st.grid(min_column_width=_TILE, gap="small", key=f"numbers-{key}"):
        for n, (row, trend) in enumerate(zip(listing.rows, trends, strict=True)):
            name = f"tile{_length(row['value'])}-{n}-{key}"
            with st.container(border=True, height="stretch", gap=None, key=name):
                _tile(row, trend, state)


def _length(value: str) -> str:
    """What the key of a tile says of its value, for the style of the page."""
    return "-longer" if len(value) > _LONGER else "-long" if len(value) > _LONG else ""


def _tile(row: Mapping[str, str], trend: Sequence[float], state: State) -> None:
    """A number with its change and what led up to it; the whole tile is a link to its figure."""
    st.metric(
        style.literal(row["label"]),
        style.literal(row["value"]),
        style.literal(row["change"]) if row.get("change") else None,
        delta_color="off",
        delta_arrow="off",
        chart_data=list(trend) if len(trend) > 1 else None,
    )
    words = escape(row["detail"])
    if row.get("figure"):
        name = escape(f"{row['label']}: {row['value']}")
        where = escape(sitemap.to(row["figure"], state))
        words += f'<a href="{where}" aria-label="{name}"></a>'
    st.html(f'<p class="source">{words}</p>')


def _events(listing: Listing, key: str, _state: State) -> None:
    """Events under the headings of their sorts, if they have some, with the icons of their kind."""
    parts = []
    for heading, rows in groupby(listing.rows, lambda row: row.get("heading", "")):
        if heading:
            parts.append(f"**{style.literal(heading)}**")
        parts += [_event(row) for row in rows]
    with st.container(key=f"events-{key}"):
        st.markdown("\n\n".join(parts))


def _event(row: Mapping[str, str]) -> str:
    label, value, detail = (style.literal(row[part]) for part in ("label", "value", "detail"))
    if not row.get("icon"):
        return f"**{label}** — {value}  \n{detail}"
    return f":small[:gray[:material/{row['icon']}: {label}]]  \n**{value}**  \n{detail}"


def _facts(listing: Listing, _key: str, _state: State) -> None:
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


_TILE = 150
"""Pixels of width that a tile has at least: two stand side by side on a telephone."""
_LONG, _LONGER = 9, 11
"""Letters of a value from which on a tile sets it smaller, and smaller still."""


_LISTINGS = {"numbers": _numbers, "events": _events, "facts": _facts}
