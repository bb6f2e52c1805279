"""The frame round every figure: title, drawing, finding, badges, source line and menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import streamlit as st

from partnership.figures import failing
from partnership.figures import figure as figures
from partnership.figures.claims import verdicts
from partnership.figures.figure import Badge, Figure, FigureError
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.site import link
from partnership.state import State
from partnership.tables.contract import TableError
from partnership.ui.figure import drawing, menu
from partnership.ui.look import style

Colour = Literal["red", "orange", "violet", "gray"]
BADGE_NAMES: dict[Badge, tuple[str, Colour, str]] = {
    "disagree": (
        message("Sources disagree"),
        "red",
        message("Two sources give different values; both are in the table."),
    ),
    "estimated": (
        message("Estimated"),
        "orange",
        message("Some values are estimates, forecasts, targets or bounds."),
    ),
    "computed": (
        message("Computed"),
        "gray",
        message("Some values are computed from published ones; the table says which."),
    ),
    "editorial": (
        message("Judged by reading"),
        "violet",
        message("Some verdicts are editorial, because no table can decide them."),
    ),
    "schematic": (
        message("Schematic"),
        "violet",
        message("Some lines or points are drawn by hand or only approximately."),
    ),
    "incomplete": (
        message("Incomplete"),
        "gray",
        message("The source covers only part of what the title names."),
    ),
}
_SHOWN_SOURCES = 2
_SHOWN_PROBLEMS = 5


def key(figure_id: str) -> str:
    """Key of a figure's container in the page: dots of the id become dashes."""
    return f"figure-{figure_id.replace('.', '-')}"


def frame(figure_id: str, state: State, on_select: Callable[[], None] | None = None) -> None:
    """Draw one figure in its frame; broken data is named in its place and nothing else stops."""
    with st.container(key=key(figure_id)):
        if on_select is None:
            _alone(figure_id, state)
        else:
            # What a click chooses is shown elsewhere on the page, which must run with it.
            _inside(figure_id, state, on_select)


@st.fragment
def _alone(figure_id: str, state: State) -> None:
    """A figure that runs by itself: opening its menu does not run the page."""
    _inside(figure_id, state, None)


def _inside(figure_id: str, state: State, on_select: Callable[[], None] | None) -> None:
    t = texts.of(state.lang)
    try:
        with figures.guarded(figure_id):
            drawn = figures.build(figure_id, state)
            source_rows = sources.of(drawn.source_ids)
            menu.menu(drawn, state)
            st.markdown(f"### {drawn.title}\n\n{drawn.finding}")
            drawing.draw(drawn, key(figure_id), state, on_select)
            _foot(drawn, source_rows, _contested(figure_id, state, t), t)
    except figures.Undrawn as error:
        broken(error, t)


def _contested(figure_id: str, state: State, t: Texts) -> str:
    """Claims of the article that the figure contradicts, each a link to its evidence."""
    try:
        found = verdicts.disputed(figure_id, state)
        names = [t.name(c, "title") for c in found]
    except figures.Undrawn:
        return ""
    pages = [link.to("claims", replace(state.shared(), claim=c)) for c in found]
    links = "; ".join(f"[{n}]({p})" for n, p in zip(names, pages, strict=True))
    return t("Disputed claims of the article: {links}", links=links) if links else ""


def _foot(drawn: Figure, source_rows: list[sources.Source], contested: str, t: Texts) -> None:
    """One element: the browser's work on a change grows with their number."""
    badges = [BADGE_NAMES[b] for b in figures.BADGES if b in drawn.badges]
    shown = " ".join(f":{colour}-badge[{t(label)}]" for label, colour, _ in badges)
    meant = "\n".join(f"- **{t(label)}**: {t(words)}" for label, _, words in badges)
    lines = [drawn.note, contested, source_line(source_rows, t) if source_rows else ""]
    said = "  \n".join(line for line in lines if line)
    st.caption("\n\n".join(part for part in (shown, said) if part), help=meant or None)


def source_line(rows: list[sources.Source], t: Texts) -> str:
    """`Source: publisher, title (date), licence` for the first sources, and how many more."""
    shown = "; ".join(_source(row, t) for row in rows[:_SHOWN_SOURCES])
    rest = len(rows) - _SHOWN_SOURCES
    if rest > 0:
        more = t.plural("and {count} more source", "and {count} more sources", rest)
        shown = f"{shown}; {more}"
    return f"{t('Source:')} {shown}"


def _source(row: sources.Source, t: Texts) -> str:
    title = style.literal(t.quote(f"{row.publisher}, {row.title}"))
    date = t.day(row.published) if row.published else t("undated")
    return f"[{title}]({style.address(row.url)}) ({date}; {t(sources.LICENCES[row.licence])})"


def broken(error: TableError | FigureError, t: Texts) -> None:
    """Say what is wrong (of damaged data table, row and rule), and what to do."""
    lines = [failing.reason(error, t)]
    lines += ["- " + style.literal(one) for one in failing.details(error, t, _SHOWN_PROBLEMS)]
    if isinstance(error, TableError):
        check = "`python -m partnership check`"
        words = t("Mend the file in data/ and reload; {check} lists every problem.", check=check)
        lines += ["", words]
    st.error("\n".join(lines))
