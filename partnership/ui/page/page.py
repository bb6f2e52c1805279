"""A page on screen: its controls and panel, and its figures in reading order."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import streamlit as st

from partnership.figures import figure as figures
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.site.page import Page, Section
from partnership.state import BY_FIELD, DECK, READY, State
from partnership.ui.app import address, controls, shell
from partnership.ui.figure import frame
from partnership.ui.look import style
from partnership.ui.page import takeaway
from partnership.ui.panels import PANELS
from partnership.wording import choices

T = TypeVar("T")


def show(page: Page) -> None:
    """Draw the page for what the reader chose; damaged data is named, never a crash."""
    t = texts.in_language(shell.state().lang)
    st.title(t(page.title))
    st.markdown(t(page.lead))
    state, whole = _choices(page, shell.state(), t)
    if whole:
        # What a part that failed had chosen is not known; the address still says it.
        address.write(state, without=() if page.panel == "deck" else (DECK, READY))
    _alone("filters", partial(_filters, state, t), None, t)
    _alone("actions", partial(_takeaway, page, state, t), None, t)
    sections = [s for s in page.sections if s.when(state)]
    stage = _Stage(page, sum(len(_rows(s, state)) for s in sections))
    hidden = sum(_section(s, state, t, stage) for s in sections)
    if hidden:
        words = t.plural(
            "{count} figure of other sectors is hidden by the sector filter.",
            "{count} figures of other sectors are hidden by the sector filter.",
            hidden,
        )
        st.info(words, icon=":material/filter_alt:")


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
    if phrases:
        with st.container(key="filters-printed"):
            st.caption(" · ".join(style.literal(one) for one in phrases))


def _takeaway(page: Page, state: State, t: Texts) -> None:
    """In the sidebar: the figures of this page full screen, in the deck, as files."""
    ids = page.shown(state)
    if ids:
        with shell.place():
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


class _Stage:
    """Gives the browser a moment for the first screen before the rest of the page arrives.

    Charts that come together are drawn in turns and finish together, the last and the first.
    `rows` are the rows of figures that will be drawn.
    """

    def __init__(self, page: Page, rows: int) -> None:
        self._drawn, self._first, self._all = 0, page.first_rows, rows
        # On a first visit the browser still has to load what draws the charts.
        again = st.session_state.get(_SEEN) == page.title
        self._pause = PAUSE_AGAIN_S if again else PAUSE_FIRST_S
        st.session_state[_SEEN] = page.title

    def row_drawn(self) -> None:
        """Called after each row of figures; waits after those of the first screen, if more come."""
        self._drawn += 1
        if self._drawn == self._first < self._all:
            _wait(self._pause)


def _wait(seconds: float) -> None:
    """Sleep, unless the reader has chosen something else or left: Streamlit ends a run that is
    not wanted any more wherever the session's state is looked at.
    """
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        time.sleep(min(left, _STEP_S))
        st.session_state.get(_SEEN)


_SEEN = "_page_seen"
PAUSE_FIRST_S, PAUSE_AGAIN_S = 0.6, 0.2
"""How long the rest of a page waits for its first screen, on a first visit and later."""
_STEP_S = 0.02


def _rows(section: Section, state: State) -> list[list[str]]:
    """The rows of a section with the figures that the sector filter lets through; no empty one."""
    entries = figures.registry()
    listed = ([row] if isinstance(row, str) else list(row) for row in section.rows)
    let = ([i for i in row if state.in_sectors(entries[i].sectors)] for row in listed)
    return [row for row in let if row]


def _section(section: Section, state: State, t: Texts, stage: _Stage) -> int:
    """Draw the figures of the sectors chosen; how many were left out."""
    rows = _rows(section, state)
    if rows:
        if section.heading:
            st.header(t(section.heading))
        if section.words:
            st.markdown(t(section.words))
        for row in rows:
            _row(row, state)
            stage.row_drawn()
    return len(section.ids) - sum(len(row) for row in rows)


def _row(ids: list[str], state: State) -> None:
    if len(ids) == 1:
        frame.frame(ids[0], state)
    else:
        for column, figure_id in zip(st.columns(len(ids), gap="large"), ids, strict=True):
            with column:
                frame.frame(figure_id, state)
