"""Streamlit's old page discovery: our folder `pages/` sets it off unless it is switched off."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from streamlit.runtime.pages_manager import PagesManager

from partnership.ui.streamlit_shims import page_discovery


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A script with a folder of pages beside it, as on a fresh server."""
    ours = PagesManager.__init__  # does for the other tests what our server does
    monkeypatch.setattr(PagesManager, "__init__", inspect.unwrap(ours))
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    (tmp_path / "pages").mkdir()
    return str(tmp_path / "dashboard.py")


def test_the_folder_alone_sets_it_off(script: str) -> None:
    """Where this fails, Streamlit has dropped the old discovery, and the switch can go."""
    PagesManager(script)
    assert PagesManager.uses_pages_directory is True


def test_it_stays_off_once_it_is_switched_off(script: str) -> None:
    page_discovery.switch_off()
    PagesManager(script)
    assert PagesManager.uses_pages_directory is False
