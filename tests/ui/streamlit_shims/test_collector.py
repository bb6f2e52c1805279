"""The collector: not after each run, and nothing that was dropped stays."""

from __future__ import annotations

import asyncio
import gc
import weakref

import pytest
from streamlit import config

from partnership.ui.streamlit_shims import collector


class _Loop:
    """Two things that hold each other: only the collector frees them."""

    def __init__(self) -> None:
        self.itself = self


def _dropped() -> weakref.ref[_Loop]:
    return weakref.ref(_Loop())


def test_streamlit_does_not_collect_while_the_server_runs() -> None:
    async def run() -> bool:
        async with collector.tending():
            return bool(config.get_option("runner.postScriptGC"))

    before = config.get_option("runner.postScriptGC")
    assert asyncio.run(run()) is False
    assert config.get_option("runner.postScriptGC") == before


def test_what_was_frozen_and_then_dropped_is_freed() -> None:
    kept = [_Loop()]
    seen = weakref.ref(kept[0])
    try:
        gc.collect()
        gc.freeze()
        kept.clear()
        gc.collect()
        assert seen() is not None
        collector.settle()
        assert seen() is None
    finally:
        gc.unfreeze()


@pytest.mark.parametrize("settled_for", [1, 1000])
def test_garbage_is_freed_while_the_server_runs(
    settled_for: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collector, "SETTLED_FOR", settled_for)

    async def run() -> None:
        async with collector.tending(every_s=0.001):
            seen = _dropped()
            async with asyncio.timeout(30):
                while seen() is not None:
                    await asyncio.sleep(0)

    gc.disable()
    try:
        asyncio.run(run())
    finally:
        gc.enable()
