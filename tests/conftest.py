"""Fixtures shared by all tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from partnership import tables
from tests.serving import Server


@pytest.fixture
def package() -> tables.Package:
    """The data package as it stands in the repository, read anew."""
    return tables.Package(tables.DATA)


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of `data/` to damage; it is the package in use for the test."""
    folder = tmp_path / "data"
    shutil.copytree(tables.DATA, folder)
    monkeypatch.setenv("PARTNERSHIP_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on a free port; one for the whole run."""
    with Server(tmp_path_factory.mktemp("server") / "log.txt") as running:
        yield running
