"""Fixtures shared by all tests."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from functools import cache, wraps
from pathlib import Path
from typing import Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.pages_manager import PagesManager

from partnership import opening, tables
from partnership.language import pseudo
from partnership.ui import lifespan
from partnership.ui.streamlit_shims import page_discovery
from tests import reading
from tests.serving import WORD, Server


def pytest_collection() -> None:
    """The collector of garbage waits while thousands of tests, which all stay, are found."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What stands by then stays to the end: the collector need not walk it again and again."""
    gc.freeze()
    gc.enable()


@pytest.fixture
def package() -> tables.Package:
    """The data package as it stands in the repository, read anew."""
    return tables.Package(tables.DATA)


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of `data/` to damage; it is the package in use for the test."""
    folder = tmp_path / "data"
    shutil.copytree(tables.DATA, folder)
    reading.only_changes(monkeypatch)
    reading.own_figures(monkeypatch)
    monkeypatch.setenv("PARTNERSHIP_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on a free port; one for the whole run."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    # Other languages are drawn where a test asks for them; one has longer words than any.
    asked = {opening.STARTED: WORD, lifespan.AHEAD: "", pseudo.ASKED: "1"}
    with Server(log, **asked) as running:
        yield running


@pytest.fixture(scope="session", autouse=True)
def _page_runs() -> Iterator[None]:
    """What every run of a page through `AppTest` finds otherwise than on our server."""
    build = PagesManager.__init__

    @wraps(build)
    def built(self: PagesManager, *args: Any, **named: Any) -> None:
        build(self, *args, **named)
        page_discovery.switch_off()

    with pytest.MonkeyPatch.context() as patch:
        # Our server switches Streamlit's old page discovery off.
        patch.setattr(PagesManager, "__init__", built)
        # A server looks through all installed packages once, not for each run.
        scanned = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scanned)
        yield
