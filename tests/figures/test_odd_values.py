"""Sound data with values that nobody expects: figures are whole, or say which rows they need."""

from __future__ import annotations

from fractions import Fraction

import pandas as pd
import pytest

from partnership.figures import figure as figures
from partnership.state import State
from tests import gaps

_TRADE = [i for i in figures.registry() if i.startswith("trade.")]


def _zero(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(value_usd=0.0, declared_value=0.0)


def _newest(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["period"].astype(str).str[:4].eq("2025")]


def _negated(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(value=-rows["value"])


_CASES = [
    *(("trade", _zero, i) for i in [*_TRADE, "overview.numbers", "minerals.eu_imports"]),
    *(("trade", _newest, i) for i in _TRADE),
    *(
        ("observations", _negated, i)
        for i in ("minerals.imports", "trade.mirror_ratio", "trade.gap")
    ),
]


@pytest.mark.parametrize(
    ("table", "cut", "figure_id"), _CASES, ids=[f"{t}-{c.__name__}-{i}" for t, c, i in _CASES]
)
def test_a_figure_of_odd_values_is_whole_or_says_what_it_needs(
    table: str, cut: gaps.Cut, figure_id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    gaps.opened(monkeypatch, table, cut)
    assert gaps.faults(figure_id, State()) == []


def test_differences_have_no_noise() -> None:
    table = figures.build("claims.deviations", State()).table
    for found, value, difference in zip(
        table["found"], table["value"], table["difference"], strict=True
    ):
        exact = (Fraction(str(found)) - Fraction(str(value))) / abs(Fraction(str(value))) * 100
        assert difference == float(exact)
