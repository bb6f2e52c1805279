"""What the server does once, before the first reader comes."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Event

import pyarrow
from altair.utils import schemapi
from starlette.middleware import Middleware

from partnership.figures import figure as figures
from partnership.language.texts import DEFAULT, LANGUAGES
from partnership.process import children
from partnership.site import search
from partnership.state import State
from partnership.ui.present import presenter
from partnership.ui.server import headers, hosts, limits, moved, readiness, rows
from partnership.ui.streamlit_shims import collector, hints, page_discovery

_LOG = logging.getLogger(__name__)
AHEAD = "PARTNERSHIP_AHEAD"
"""Names the languages, beside English, that are drawn before anybody asks; all without it."""


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Switch Streamlit's old page discovery off, and warm what all readers share."""
    children.end_with_parent()
    page_discovery.switch_off()
    warm()
    stopped = Event()
    others = asyncio.create_task(_other_languages(stopped))
    try:
        async with collector.tending():
            yield
    finally:
        # A thread cannot be cancelled: the server would wait for it before it ends.
        stopped.set()
        others.cancel()


def middleware() -> list[Middleware]:
    """The layers between the reader and Streamlit's own server, the outermost first."""
    return [
        Middleware(headers.Headers),
        Middleware(limits.Limits),
        Middleware(hosts.Hosts),
        Middleware(readiness.Readiness),
        Middleware(rows.LayerRows),
        Middleware(moved.Moved),
        Middleware(presenter.Presenter),
        Middleware(hints.Hints),
    ]


def warm() -> None:
    """Load and check every table, draw every figure once, and list what can be found.

    Arrow's own allocator keeps memory that is free again, 16 MB here; the system's returns it. The
    tests check charts against Vega-Lite's schema, not the server for every reader. What cannot be
    drawn is logged here and named on the page that needs it.
    """
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    schemapi.disable_debug_mode()
    learn(State().lang)


def learn(lang: str, stopped: Event | None = None) -> None:
    """Draw every figure once in a language, and list what can be found, unless it is `stopped`."""
    titles = {}
    for figure_id in figures.registry():
        if stopped is not None and stopped.is_set():
            return
        try:
            titles[figure_id] = figures.build(figure_id, State(lang=lang)).title
        except figures.Undrawn as error:
            _LOG.warning("%s cannot be drawn in %s: %s", figure_id, lang, error)
    search.learn(lang, titles)
    search.entries(lang)


async def _other_languages(stopped: Event) -> None:
    """The same for other languages, one after the other, while the server answers already."""
    for lang in ahead():
        await asyncio.to_thread(learn, lang, stopped)


def ahead() -> list[str]:
    """The languages beside English that are drawn after the start, see `AHEAD`."""
    asked = os.environ.get(AHEAD)
    others = [lang for lang in LANGUAGES if lang != DEFAULT]
    return (
        others
        if asked is None
        else [lang for lang in others if lang in asked.replace(",", " ").split()]
    )
