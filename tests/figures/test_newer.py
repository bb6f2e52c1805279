"""A newer year, or one year less, in the tables: every figure follows, and none knows the old one.

All figures are built once for each state of the tables: as they stand, with a year appended to
each series, and without the newest year of each.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from partnership import tables
from partnership.analysis import coverage
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.state import State
from tests import newer, reading

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOT_MEASURED = ("claimed", "target", "planned")
_BOTH_NEEDED = {"renewables.italian_owned", "corridor.containers"}
"""Figures of several series, of which one goes on alone here: others keep their newest year."""
_OTHER_YEAR = {
    "climate.intensity": "the year of a release",
    "renewables.generation_wind_solar": "the year of a release",
    "corridor.containers": "the year of a target",
}
"""Figures that name the year taken out for what else is of it."""
_MOVED = 40
"""Were there fewer figures that go on, nothing would be tested."""


@dataclass(frozen=True)
class _Words:
    """What a figure says, and the last year that was measured of what it draws."""

    title: str
    finding: str
    alt: str
    newest: int | None

    @property
    def each(self) -> tuple[str, str, str]:
        return self.title, self.finding, self.alt


@dataclass(frozen=True)
class _Known:
    """Every figure, and the last year that can be chosen, for one state of the tables."""

    last: int
    figures: dict[str, _Words]


def _known() -> _Known:
    words = {figure_id: _words(figure_id) for figure_id in figures.registry()}
    return _Known(State().to_year, words)


def _changed(folder: Path, change: Callable[[Path], None]) -> _Known:
    """Every figure built and drawn from a copy of `data/` in `folder`, changed."""
    data = folder / "data"
    shutil.copytree(tables.DATA, data)
    change(data)
    with pytest.MonkeyPatch.context() as patch:
        reading.only_changes(patch)
        reading.own_figures(patch)
        patch.setenv("PARTNERSHIP_DATA", str(data))
        tables.refresh()
        return _known()


def _words(figure_id: str) -> _Words:
    built = figures.build(figure_id, State())
    rows = built.table
    if "status" in rows:
        rows = rows[~rows["status"].isin(_NOT_MEASURED)]
    extent = coverage.extent(rows) if len(rows) else None
    ends = extent is not None and extent[1] < date.max
    newest = (extent[1] - timedelta(days=1)).year if extent and ends else None
    return _Words(built.title, built.finding, built.alt, newest)


@pytest.fixture(scope="session")
def standing() -> _Known:
    return _known()


@pytest.fixture(scope="session")
def appended(tmp_path_factory: pytest.TempPathFactory) -> _Known:
    return _changed(tmp_path_factory.mktemp("appended"), newer.appended)


@pytest.fixture(scope="session")
def shortened(tmp_path_factory: pytest.TempPathFactory) -> _Known:
    return _changed(tmp_path_factory.mktemp("shortened"), newer.shortened)


def _years(words: str) -> set[int]:
    return {int(year) for year in _YEAR.findall(words)}


def _moved(before: _Known, after: _Known) -> dict[str, tuple[_Words, _Words]]:
    """Figures whose newest year is another, as they were and as they are."""
    pairs = {i: (before.figures[i], after.figures[i]) for i in before.figures}
    return {i: (a, b) for i, (a, b) in pairs.items() if a.newest and a.newest != b.newest}


def test_the_years_to_choose_follow(standing: _Known, appended: _Known, shortened: _Known) -> None:
    assert appended.last == standing.last + 1
    assert shortened.last == standing.last - 1


def test_what_named_the_newest_year_names_the_new_one(standing: _Known, appended: _Known) -> None:
    moved = _moved(standing, appended)
    assert len(moved) >= _MOVED
    silent = [
        (figure_id, now)
        for figure_id, (before, after) in moved.items()
        if figure_id not in _BOTH_NEEDED
        for was, now in zip(before.each, after.each, strict=True)
        if before.newest in _years(was) and after.newest not in _years(now)
    ]
    assert silent == []


def test_nothing_ends_with_the_year_that_was_newest(standing: _Known, appended: _Known) -> None:
    """Neither is a title of it, nor does a span end with it."""
    moved = _moved(standing, appended)
    old = [
        (figure_id, words)
        for figure_id, (before, after) in moved.items()
        if figure_id not in _BOTH_NEEDED
        for words in after.each
        if re.search(rf"[–-]{before.newest}(?!\d)", words)
        or (words == after.title and before.newest in _years(words))
    ]
    assert old == []


def test_nothing_names_a_year_taken_out(standing: _Known, shortened: _Known) -> None:
    moved = _moved(standing, shortened)
    assert len(moved) >= _MOVED
    named = {
        figure_id
        for figure_id, (before, after) in moved.items()
        for words in after.each
        if after.newest and before.newest in _years(words)
    }
    assert named == set(_OTHER_YEAR)


def test_shares_are_as_last_reported(appended: _Known) -> None:
    day = texts.in_language("en").day(date.today() - timedelta(days=1))
    assert day in appended.figures["stakes.cpc"].title
    assert day in appended.figures["stakes.btc"].title
