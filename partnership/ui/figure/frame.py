"""The frame round every figure: title, drawing, finding, badges, source line and menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import streamlit as st

from partnership.figures import failures
from partnership.figures import figure as figures
from partnership.figures.claims import verdicts
from partnership.figures.figure import Badge, Figure, FigureError
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.provenance import citations, sources
from partnership.site import link
from partnership.state import State
from partnership.tables.contract import TableError
from partnership.ui.figure import drawing, menu
from partnership.ui.look import style

Colour = Literal["red", "orange", "violet", "gray"]
BADGE_COLOURS: dict[Badge, Colour] = {
    "disagree": "red",
    "estimated": "orange",
    "computed": "gray",
    "editorial": "violet",
    "schematic": "violet",
    "incomplete": "gray",
}
_SHOWN_SOURCES = 2
_SHOWN_PROBLEMS = 5


def key(figure_id: str) -> str:
    """Key of a figure's container in the page: dots of the id become dashes."""
    return f"figure-{figure_id.replace('.', '-')}"


Draw = Callable[[Figure, str, State], None]
"""Draws a figure under a key, for what a reader chose."""


def frame(figure_id: str, state: State, draw: Draw | None = None) -> None:
    """Draw one figure in its frame; broken data is named in its place and nothing else stops.

    `draw` draws what is inside, where that is more than the figure.
    """
    with st.container(key=key(figure_id)):
        if draw is None:
            _alone(figure_id, state)
        else:
            # What is chosen in it is shown elsewhere on the page, which must run with it.
            _inside(figure_id, state, draw)


@st.fragment
def _alone(figure_id: str, state: State) -> None:
    """A figure that runs by itself: opening its menu does not run the page."""
    _inside(figure_id, state, drawing.draw)


def _inside(figure_id: str, state: State, draw: Draw) -> None:
    t = texts.in_language(state.lang)
    try:
        with figures.guarded(figure_id):
            drawn = figures.build(figure_id, state)
            menu.menu(drawn, state)
            st.markdown(f"### {style.literal(drawn.title)}\n\n{style.lines(drawn.finding)}")
            draw(drawn, key(figure_id), state)
            _foot(drawn, _contested(figure_id, state, t), _sources(drawn, t), t)
    except figures.Undrawn as error:
        broken(error, t)


def _contested(figure_id: str, state: State, t: Texts) -> str:
    """Claims of the article that the figure contradicts, each a link to its evidence.

    What the claims are judged by may be damaged where the figure is whole: then the frame says so.
    """
    if not verdicts.touched(figure_id):
        return ""
    try:
        with figures.guarded(f"claims of {figure_id}"):
            found = verdicts.disputed(figure_id, state)
            names = [style.literal(t.name(c, "title")) for c in found]
    except figures.Undrawn as error:
        return t(
            "Contested claims of the article could not be looked up: {why}",
            why=style.literal(failures.beside(error, t)),
        )
    pages = [link.to("claims", replace(state.shared(), claim=c)) for c in found]
    links = "; ".join(f"[{n}]({p})" for n, p in zip(names, pages, strict=True))
    return t("Disputed claims of the article: {links}", links=links) if links else ""


def _sources(drawn: Figure, t: Texts) -> str:
    """The source line; where it cannot be written, why, since the figure may be whole."""
    try:
        with figures.guarded(f"sources of {drawn.id}"):
            rows = sources.by_ids(drawn.source_ids)
            return citations.source_line(rows, t, _SHOWN_SOURCES, _linked)
    except figures.Undrawn as error:
        return style.literal(failures.unlisted(error, t))


def _foot(drawn: Figure, contested: str, cited: str, t: Texts) -> None:
    """One element: the browser's work on a change grows with their number."""
    badges = [b for b in figures.BADGES if b in drawn.badges]
    shown = " ".join(f":{BADGE_COLOURS[b]}-badge[{t(codes.BADGE[b])}]" for b in badges)
    meant = "\n".join(f"- **{t(codes.BADGE[b])}**: {t(codes.BADGE_MEANING[b])}" for b in badges)
    lines = [style.lines(drawn.note), contested, cited]
    text = "  \n".join(line for line in lines if line)
    st.caption("\n\n".join(part for part in (shown, text) if part), help=meant or None)


def _linked(row: sources.Source, t: Texts) -> str:
    title = style.literal(t.quote(f"{row.publisher}, {row.title}"))
    return f"[{title}]({style.address(row.url)})"


def broken(error: TableError | FigureError, t: Texts, part: bool = False) -> None:
    """Show what is wrong (for damaged data: table, row and rule), and what to do."""
    lines = [failures.reason(error, t, part)]
    lines += ["- " + style.literal(one) for one in failures.details(error, t, _SHOWN_PROBLEMS)]
    if isinstance(error, TableError):
        check = "`python -m partnership check`"
        words = t("Mend the file in data/ and reload; {check} lists every problem.", check=check)
        lines += ["", words]
    st.error("\n".join(lines))
