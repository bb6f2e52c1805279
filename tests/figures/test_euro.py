"""Years before the euro, asked for in euros: no figure fails, and each says why it shows less."""

from __future__ import annotations

from dataclasses import replace

import pytest

from partnership.analysis import money
from partnership.figures import figure as figures
from partnership.state import State
from tests.gaps import opened

_MONEY = tuple(i for i, e in figures.registry().items() if {"currency", "to_year"} <= set(e.uses))
_WHY = "There was no euro before 1999"
_EARLY = State(to_year=1998, currency="eur")


@pytest.mark.parametrize("to_year", [1992, 1996, 1998])
@pytest.mark.parametrize("figure_id", _MONEY)
def test_a_figure_in_euros_of_years_before_them_says_so(figure_id: str, to_year: int) -> None:
    state = replace(_EARLY, to_year=to_year)
    in_euros = figures.build(figure_id, state)
    in_dollars = figures.build(figure_id, replace(state, currency="usd"))
    # What dollars cannot show either has a reason of its own.
    assert (len(in_euros.table) < len(in_dollars.table)) is (_WHY in in_euros.finding)


def test_years_before_the_euro_are_met() -> None:
    shown = {i: figures.build(i, _EARLY).finding for i in _MONEY}
    assert {i for i, finding in shown.items() if _WHY in finding} == {
        "overview.check",
        "overview.numbers",
        "overview.trade",
        "trade.balance",
        "trade.target",
        "trade.to_italy",
        "trade.to_kazakhstan",
    }


def test_numbers_that_are_no_sums_stay_without_a_euro() -> None:
    numbers = figures.build("overview.numbers", _EARLY)
    assert set(numbers.table["unit"]) >= {"%", "rank"}
    assert "USD" not in set(numbers.table["unit"])


def test_the_sentence_is_right_where_the_euro_is_known() -> None:
    for state in (State(currency="eur"), State(to_year=1999, currency="eur"), State(to_year=1998)):
        assert _WHY not in figures.build("overview.numbers", state).finding


def test_rates_that_are_not_on_file_are_damage_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """The euro is not the reason where its rates are missing from a later year."""
    opened(
        monkeypatch, "prices", lambda p: p[p["series_id"].ne(money.RATE) | p["period"].ne("2024")]
    )
    with pytest.raises(figures.Undrawn, match="2024"):
        figures.build("overview.numbers", State(to_year=2024, currency="eur"))
