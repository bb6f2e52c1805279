"""Which browser tests go to one worker: those of one page, and those of the saved file.

pytest-xdist has a mark for that, which does nothing from pytest 9.2 on, without a word:
https://github.com/pytest-dev/pytest-xdist/issues/1386. What a test shares stands in its name.
"""

from __future__ import annotations

import os

import pytest
from xdist.scheduler import LoadScopeScheduling

from tests import site

PAGES = {path: path or "overview" for path in site.LEAF}
"""Names of pages in names of tests, by their paths."""
SAVED = "saved"
"""The same of the saved file."""
_SHARED = {*PAGES.values(), SAVED}


def shared(nodeid: str) -> str:
    """What a test shares with others, as `trade` in `test_x.py::test_y[trade-5]`; else its name."""
    named = nodeid.partition("[")[2].rstrip("]").split("-")
    return next((name for name in named if name in _SHARED), nodeid)


class Sharing(LoadScopeScheduling):
    """Tests that share something go to one worker; what most of them share comes first."""

    def _split_scope(self, nodeid: str) -> str:
        return shared(nodeid)


def once(folders: pytest.TempPathFactory, name: str) -> None:
    """Fail if another worker of this run shares the same: it would open or write it again."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker is None:
        return
    first = folders.getbasetemp().parent / f"shared-{name}"
    try:
        with first.open("x", encoding="utf-8") as file:
            file.write(worker)
    except FileExistsError:
        assert first.read_text(encoding="utf-8") == worker, f"two workers share {name}"
