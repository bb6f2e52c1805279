"""Rows left out of sound data: a figure goes on, or says which rows it needs."""

from __future__ import annotations

import sys
from datetime import date

import pandas as pd
import pytest

from partnership import tables
from partnership.figures import figure as figures
from partnership.state import State
from partnership.tables import reading
from tests import gaps

_SUBJECTS = ("trade", "stakes", "overview", "claims")
_ELSEWHERE = ("overview.map", "stakes.deals")
"""Figures of these subjects that `test_gaps_more.py` builds."""
_LEFT_OUT: dict[str, dict[str, tuple[str, ...]]] = {
    "observations": {
        "metric_id": ("barrels_per_tonne", "turnover_target_usd"),
        "entity_id": ("cpc",),
    },
    "trade": {
        "reporter": ("KAZ", "ITA"),
        "partner": ("WLD",),
        "product_id": ("total",),
    },
    "prices": {"series_id": ("price_brent",)},
    "stakes": {"asset_id": ("karachaganak",)},
}
"""Values of columns whose rows are left out, by table."""
_EMPTY = ("observations", "trade", "stakes", "events", "evidence", "claims")
"""Tables of which every row is left out."""
_SLOW = "claims."
"""Figures that read every table: built where a table is empty, not for each row left out."""


def _without(column: str, value: str) -> gaps.Cut:
    return lambda frame: frame[frame[column].astype(str).ne(value)]


def _before(year: str) -> gaps.Cut:
    return lambda frame: frame[frame["period"].astype(str).lt(year)]


_CASES: dict[str, tuple[str, gaps.Cut]] = {
    **{
        f"{table} without {value}": (table, _without(column, value))
        for table, columns in _LEFT_OUT.items()
        for column, values in columns.items()
        for value in values
    },
    **{f"{table} empty": (table, lambda frame: frame.head(0)) for table in _EMPTY},
    "prices before 2024": ("prices", _before("2024")),
    "every other row of trade": ("trade", lambda frame: frame.iloc[::2]),
}


class _Noted(tables.Package):
    """The package as it is, noting which tables are asked for."""

    def __init__(self) -> None:
        super().__init__(tables.package().folder)
        self.read: set[str] = set()
        self.whole = tables.package()

    def table(self, name: str) -> pd.DataFrame:
        self.read.add(name)
        return self.whole.table(name)


@pytest.fixture(scope="module")
def readers() -> dict[str, frozenset[str]]:
    """The tables that each figure of our subjects reads."""
    found = {}
    with pytest.MonkeyPatch.context() as patch:
        for figure_id, entry in figures.registry().items():
            if figure_id.split(".")[0] in _SUBJECTS and figure_id not in _ELSEWHERE:
                noted = _Noted()
                patch.setitem(reading._open, noted.folder, noted)
                entry.make(figures.reduced(entry, State()))
                found[figure_id] = frozenset(noted.read)
    return found


@pytest.mark.parametrize("case", _CASES)
def test_a_gap_costs_no_more_than_itself(
    case: str, readers: dict[str, frozenset[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    table, cut = _CASES[case]
    gaps.opened(monkeypatch, table, cut)
    built = [f for f, read in readers.items() if table in read]
    if not case.endswith("empty"):
        built = [f for f in built if not f.startswith(_SLOW)]
    wrong = [w for f in built for w in gaps.faults(f)]
    assert wrong == []


_DATED = (
    "stakes.history",
    "stakes.matrix",
    "stakes.karachaganak",
    "stakes.cpc",
    "overview.numbers",
    "renewables.italian_owned",
    "renewables.milestones",
    "sources.freshness",
)
"""Figures that ask for the day, without maps."""
_CLOCKS = (date(1991, 1, 1), date(1999, 12, 31), date(2028, 2, 29), date(2099, 6, 1))


class _Day(date):
    """A date whose today is another one; known by name, as a chart that is kept has to be."""

    clock = date(1991, 1, 1)

    @classmethod
    def today(cls) -> _Day:
        return cls(cls.clock.year, cls.clock.month, cls.clock.day)


@pytest.mark.parametrize("day", _CLOCKS, ids=str)
def test_no_clock_breaks_a_figure(day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Day, "clock", day)
    for name, module in list(sys.modules.items()):
        if name.startswith("partnership.figures.") and getattr(module, "date", None) is date:
            monkeypatch.setattr(module, "date", _Day)
    assert [w for figure_id in _DATED for w in gaps.faults(figure_id)] == []
