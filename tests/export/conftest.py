"""One figure's files: their tests run one after the other, and what is alike is drawn once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import pytest
import vl_convert

from partnership.export import BY_KEY, handout
from partnership.figures import figure as figures
from partnership.state import State

FileOf = Callable[[str, str], bytes]
_SVG = lru_cache(maxsize=64)(vl_convert.vegalite_to_svg)
_PNG = lru_cache(maxsize=8)(vl_convert.vegalite_to_png)
CHOSEN = State(sector=("trade",))
ADDRESS = "https://example.org/trade?from=2010"
"""A choice and an address that are in the files which tests share."""
_SHARED = {"drawn_once", "file_of"}
"""Fixtures of the tests of a single figure's files."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the tests of single figures' files by figure, in the places that they have."""
    places = [n for n, item in enumerate(items) if _SHARED & {*getattr(item, "fixturenames", ())}]
    by_figure = sorted((items[n] for n in places), key=_figure)
    for n, item in zip(places, by_figure, strict=True):
        items[n] = item


def _figure(item: pytest.Item) -> str:
    assert isinstance(item, pytest.Function)
    return str(item.callspec.params["figure_id"])


@pytest.fixture
def drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drawing that another test has had drawn from the same specification is not drawn again."""
    monkeypatch.setattr(vl_convert, "vegalite_to_svg", _SVG)
    monkeypatch.setattr(vl_convert, "vegalite_to_png", _PNG)


@pytest.fixture
def file_of(request: pytest.FixtureRequest) -> FileOf:
    """The file `(figure id, format)` of a figure alone as on a first visit, written once.

    Above it stands the sector of `CHOSEN`, if the figure does not listen to it.
    """
    request.getfixturevalue("drawn_once")
    return _file


@lru_cache(maxsize=16)
def _file(figure_id: str, key: str) -> bytes:
    listens = figures.reduced(figures.registry()[figure_id], CHOSEN) != State()
    state = State() if listens else CHOSEN
    figure = figures.build(figure_id, state)
    return BY_KEY[key].write(handout.of_figure(figure, state, ADDRESS), handout.silent)
