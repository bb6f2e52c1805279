"""A page on screen: its controls and panel, and its figures in reading order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

import streamlit as st

from partnership.figures import figure as figures
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.site import link
from partnership.site.page import Page, Row, Section
from partnership.state import ALL, BY_FIELD, DECK, READY, State
from partnership.ui.app import address, controls, shell
from partnership.ui.figure import frame, table
from partnership.ui.look import style
from partnership.ui.page import bar, takeaway
from partnership.ui.panels import PANELS
from partnership.wording import choices

T = TypeVar("T")


def show(page: Page) -> None:
    """Draw the page for what the reader chose; damaged data is named, never a crash."""
    table.row_chosen()
    t = texts.in_language(shell.state().lang)
    st.title(t(page.title))
    with st.container(key="lead"):
        st.markdown(t(page.lead))
    state, actions = bar.filters(page, shell.state(), t)
    state, whole = _choices(page, state, t)
    if whole:
        # What a part that failed had chosen is not known; the address still says it.
        address.write(state, without=() if page.panel == "deck" else (DECK, READY))
    _alone("filters", partial(_filters, page.heard(state), t), None, t)
    with actions:
        _alone("actions", partial(_takeaway, page, state, t), None, t)
    shown = sum(_section(page, s, state, t) for s in page.chosen(state))
    _left_out(page, state, shown, t)
    _spoken(page, state, t)


def _spoken(page: Page, state: State, t: Texts) -> None:
    """Tells a screen reader what a filter or a link has changed: a region that is read when its
    words are others.
    """
    words, count = t(page.title), len(page.shown(state))
    if count:
        words = t.plural("{page}: {count} figure", "{page}: {count} figures", count, page=words)
    spoken = "; ".join((words, *choices.filter_phrases(page.heard(state), BY_FIELD, t)))
    style.read_out(spoken)


def _left_out(page: Page, state: State, shown: int, t: Texts) -> None:
    """What the sector filter hides here, and where there is something where it hides all."""
    hidden = len(page.ids(state)) - len(page.shown(state))
    if not hidden:
        return
    words = t.plural(
        "{count} figure of other sectors is hidden by the sector filter.",
        "{count} figures of other sectors are hidden by the sector filter.",
        hidden,
    )
    st.info(words, icon=":material/filter_alt:")
    if not shown:
        st.markdown(t("These pages have figures of the sectors chosen:"))
        bar.elsewhere(shell.path(), state)


def _alone(what: str, draw: Callable[[], T], otherwise: T, t: Texts) -> tuple[T, bool]:
    """Draw a part of the page, and whether that went well; a fault costs this part alone."""
    try:
        with figures.guarded(f"{what} of page {shell.path()}"):
            return draw(), True
    except figures.Undrawn as error:
        frame.broken(error, t, part=True)
        return otherwise, False


def _filters(state: State, t: Texts) -> None:
    """The filters that are set, for a printed page: on screen the widgets show them."""
    phrases = choices.filter_phrases(state, BY_FIELD, t)
    with st.container(key="filters-printed"):
        if phrases:
            st.caption(" · ".join(style.literal(one) for one in phrases))


def _takeaway(page: Page, state: State, t: Texts) -> None:
    """The figures of this page full screen, in the deck, as files."""
    ids = page.shown(replace(state, part=ALL))
    if ids:
        takeaway.panel(shell.path(), t(page.title), ids, state, t)


def _choices(page: Page, state: State, t: Texts) -> tuple[State, bool]:
    """Draw the page's own controls and panel; the state chosen in them, and whether all went
    well.
    """
    state, controlled = _alone("controls", partial(_controls, page, state, t), state, t)
    state, whole = _alone("panel", partial(_panel, page, state, t), state, t)
    return state, controlled and whole


def _controls(page: Page, state: State, t: Texts) -> State:
    if not page.controls:
        return state
    with st.container(horizontal=True, vertical_alignment="bottom", key="page-controls"):
        return controls.drawn(state, page.controls, t)


def _panel(page: Page, state: State, t: Texts) -> State:
    return PANELS[page.panel](state, t) if page.panel else state


def _section(page: Page, section: Section, state: State, t: Texts) -> int:
    """Draw the figures of the sectors chosen; how many there are.

    What is hidden leaves its place empty, which the browser does not draw: all that is beneath
    stays where it was, and is neither sent nor drawn anew.
    """
    rows = page.every_row(section, state)
    shown = any(row.ids for row in rows)
    if section.heading:
        heading = partial(st.header, t(section.heading), anchor=link.slug(section.heading))
        _placed(heading, shown)
    if section.words:
        _placed(partial(st.markdown, t(section.words)), shown)
    for row in rows:
        _placed(partial(_row, row, state), bool(row.ids))
    return sum(len(row.ids) for row in rows)


def _placed(draw: Callable[[], object], shown: bool) -> None:
    """Draw one thing, or leave its place empty."""
    if shown:
        draw()
    else:
        st.container()


def _row(row: Row, state: State) -> None:
    if len(row.ids) == 1:
        frame.frame(row.ids[0], state)
    else:
        columns = st.columns(row.widths or len(row.ids), gap="large")
        for column, figure_id in zip(columns, row.ids, strict=True):
            with column:
                frame.frame(figure_id, state)
