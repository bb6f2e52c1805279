"""What the server does once, before the first reader comes."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pyarrow
from altair.utils import schemapi
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from partnership.figures import figure as figures
from partnership.process import children
from partnership.state import State
from partnership.ui.present import presenter
from partnership.ui.server import headers, hosts, limits, readiness
from partnership.ui.streamlit_shims import collector, hints

_LOG = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Take Streamlit's old page discovery out of the way, and warm what all readers share.

    A folder called `pages/` beside the script makes Streamlit answer the first deep link after a
    start with "Page not found", until `st.navigation` has run once. The folder stays; the old
    discovery is switched off here instead.
    """
    children.end_with_parent()
    PagesManager.uses_pages_directory = False
    warm()
    async with collector.tending():
        yield


def middleware() -> list[Middleware]:
    """What stands between the reader and Streamlit's own server."""
    return [
        Middleware(headers.Headers),
        Middleware(limits.Limits),
        Middleware(hosts.Hosts),
        Middleware(readiness.Readiness),
        Middleware(presenter.Presenter),
        Middleware(hints.Hints),
    ]


def warm() -> None:
    """Load and check every table, and draw every figure once.

    Arrow's own allocator keeps what it once took, 16 MB here; the system's gives it back. Charts
    are held against Vega-Lite's schema by the tests, not again for every reader. What cannot be
    drawn is logged here and named on the page that needs it.
    """
    pyarrow.set_memory_pool(pyarrow.system_memory_pool())
    schemapi.disable_debug_mode()
    for figure_id in figures.registry():
        try:
            figures.build(figure_id, State())
        except figures.Undrawn as error:
            _LOG.warning("%s cannot be drawn: %s", figure_id, error)
