"""When garbage is collected: now and then, not after every run of every reader.

Streamlit collects all garbage after each run with Python's lock held, and walks all that the
server keeps: the more figures it has drawn, the longer every reader waits. Python's own collector
goes on as ever; what it leaves for later is collected here, once for all the runs of a while.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from streamlit import config

EVERY_S = 30.0
"""Seconds between two collections."""
SETTLED_FOR = 120
"""Collections after which the objects then alive are frozen too (an hour)."""


def settle() -> None:
    """Collect everything, and freeze what is left: it is not walked again until the next time.

    What was frozen before is collected too: a day's figures, or a reader's session, may be
    unused by then.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def tending(every_s: float = EVERY_S) -> AsyncIterator[None]:
    """Take the collector over from Streamlit for as long as the server runs."""
    before = config.get_option(_AFTER_EACH_RUN)
    config.set_option(_AFTER_EACH_RUN, False)
    settle()
    task = asyncio.create_task(_tend(every_s))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        gc.unfreeze()
        config.set_option(_AFTER_EACH_RUN, before)


async def _tend(every_s: float) -> None:
    turn = 0
    while True:
        await asyncio.sleep(every_s)
        turn += 1
        if turn % SETTLED_FOR:
            gc.collect()
        else:
            settle()


_AFTER_EACH_RUN = "runner.postScriptGC"
