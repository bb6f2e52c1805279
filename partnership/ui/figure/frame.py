"""The frame round every figure: its answer, metric and span, the drawing, one line of source.

Everything else stands one click away (`about`), and by the drawing on a printed page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from partnership.figures import failures
from partnership.figures import figure as figures
from partnership.figures.figure import Badge, Figure, FigureError
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.provenance import citations, sources
from partnership.state import State
from partnership.tables.contract import TableError
from partnership.ui.figure import actions, drawing, table
from partnership.ui.look import style
from partnership.ui.streamlit_shims.rules.printing import LONG

_WARNING: dict[Badge, Literal["red", "orange", "gray"]] = {
    "disagree": "red",
    "estimated": "orange",
    "incomplete": "gray",
}
"""The badges that a reader must see before the drawing, the gravest first; one is shown."""
_PUBLISHERS = 2
_SHOWN_PROBLEMS = 5
_BESIDE = 1200
"""Letters below the highest drawing for which a sheet of paper has room."""


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
    """A figure that runs by itself: opening what stands behind it does not run the page."""
    if table.row_chosen():
        st.rerun()
    _inside(figure_id, state, drawing.draw)


def _inside(figure_id: str, state: State, draw: Draw) -> None:
    t = texts.in_language(state.lang)
    try:
        with figures.guarded(figure_id):
            drawn = figures.build(figure_id, state)
            st.markdown(_head(drawn, t))
            draw(drawn, key(figure_id), state)
            _foot(drawn, state, t)
    except figures.Undrawn as error:
        broken(error, t)


def _head(drawn: Figure, t: Texts) -> str:
    """The headline, under it the metric with the gravest badge; one element of Markdown.

    A figure without a headline has its title there, and its finding beneath.
    """
    beneath = style.literal(drawn.title) if drawn.headline else style.lines(drawn.finding)
    gravest = next((b for b in _WARNING if b in drawn.badges), None)
    badge = f":{_WARNING[gravest]}-badge[{t(codes.BADGE[gravest])}]" if gravest else ""
    rest = " ".join(part for part in (beneath, badge) if part)
    return f"### {style.literal(drawn.heading)}\n\n{rest}"


def _foot(drawn: Figure, state: State, t: Texts) -> None:
    """One row: who published it, and what can be done with it.

    A printed page has no clicks: there the row says everything (`printing`).
    """
    slug = drawn.id.replace(".", "-")
    short, whole = _sources(drawn, t)
    printed = _printed(drawn, whole)
    foot = f"foot-{LONG}-{slug}" if len(printed) > _BESIDE else f"foot-{slug}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=foot):
        st.markdown("\n\n".join([short or "\u200b", printed]))
        actions.row(drawn, state, slug, t)


def _printed(drawn: Figure, sources_line: str) -> str:
    finding = style.lines(drawn.finding) if drawn.headline else ""
    return "  \n".join(part for part in (finding, style.lines(drawn.note), sources_line) if part)


def _sources(drawn: Figure, t: Texts) -> tuple[str, str]:
    """The publishers, and the sources with day and licence; why, where they cannot be listed."""
    try:
        with figures.guarded(f"sources of {drawn.id}"):
            rows = sources.by_ids(drawn.source_ids)
            short = style.literal(citations.publishers(rows, t, _PUBLISHERS))
            return short, style.literal(citations.source_line(rows, t, len(rows)))
    except figures.Undrawn as error:
        return style.literal(failures.unlisted(error, t)), ""


def broken(error: TableError | FigureError, t: Texts, part: bool = False) -> None:
    """Show what is wrong (for damaged data: table, row and rule), and what to do."""
    lines = [failures.reason(error, t, part)]
    lines += ["- " + style.literal(one) for one in failures.details(error, t, _SHOWN_PROBLEMS)]
    if isinstance(error, TableError):
        check = "`python -m partnership check`"
        words = t("Mend the file in data/ and reload; {check} lists every problem.", check=check)
        lines += ["", words]
    st.error("\n".join(lines))
