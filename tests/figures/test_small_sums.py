"""Sums and changes that are too small for their unit: never nothing, never minus nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest

from partnership.figures import drawings, shared
from partnership.figures import figure as figures
from partnership.figures.climate import words
from partnership.figures.crude import press
from partnership.figures.figure import Listing
from partnership.language import amounts, texts
from partnership.state import State
from tests import spec

T = texts.in_language("en")
_MINUS_NOTHING = re.compile(r"[-−]0(?:[.,]0+)?(?![\d.,])")
_NO_SUM = re.compile(r"(?<![\d.,])[-−+]?0[.,]0+ (?:bn|m) ")
_HYPHEN = re.compile(r"(?<![\w.–/-])-\d")
_MONEY = [i for i, e in figures.registry().items() if "currency" in e.uses]
_YEARS = ((1992, 2025), (1992, 1992), (1993, 1995), (1996, 2000))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (18.66e9, "$18.7bn"),
        (-18.66e9, "−$18.7bn"),
        (0.01e9, "$10.0m"),
        (9_990_000.0, "$10.0m"),
        (-3_204_000.0, "−$3.2m"),
        (34_512.0, "$34,512"),
        (-34_512.0, "−$34,512"),
        (0.0, "$0"),
    ],
)
def test_a_sum_is_written_in_a_unit_that_shows_it(value: float, words: str) -> None:
    assert amounts.in_billions(value, "usd", T) == words


def test_euros_and_other_digits() -> None:
    assert amounts.in_billions(4e8, "usd", T, 0) == "$400m"
    assert amounts.in_billions(-2e6, "eur", T) == "−€2.0m"
    assert amounts.in_millions(400_000.0, "eur", T, 0) == "€400,000"


@pytest.mark.parametrize(("value", "words"), [(-0.004, "0.00"), (-0.0, "0.00"), (-1.5, "−1.50")])
def test_a_number_that_rounds_to_nothing_has_no_sign(value: float, words: str) -> None:
    assert T.number(value, 2) == words


def test_a_change_that_rounds_to_nothing_has_no_sign() -> None:
    assert words.signed(T, -0.04) == "0.0\u202f%"
    assert words.signed(T, -2.5) == "−2.5\u202f%"
    assert words.signed_mt(T, -0.04) == "0.0"
    assert words.signed_mt(T, 0.3) == "+0.3"
    assert press._changed(-0.04, T) == "0.0\u202f%"
    assert press._changed(float("nan"), T) == ""
    assert shared.Billions("usd", T).signed(-2e6) == "−$2.0m"
    assert shared.Billions("usd", T).signed(0.0) == "$0"


def _words(state: State, figure_id: str) -> Iterator[str]:
    figure = figures.build(figure_id, state)
    yield from (figure.title, figure.headline, figure.finding, figure.note, figure.alt)
    if isinstance(figure.drawn, Listing):
        yield from (str(w) for row in figure.drawn.rows for w in row.values())
    if isinstance(figure.drawn, drawings.Chart):
        views = spec.views(json.loads(figure.drawn.text))
        yield from (w for v in views for row in v.rows for w in row.values() if isinstance(w, str))


@pytest.mark.parametrize("figure_id", _MONEY)
def test_no_figure_of_money_writes_nothing_for_something(figure_id: str) -> None:
    bad = re.compile("|".join(p.pattern for p in (_MINUS_NOTHING, _NO_SUM, _HYPHEN)))
    for first, last in _YEARS:
        for currency in ("usd", "eur"):
            state = State(from_year=first, to_year=last, currency=currency)
            assert [w for w in _words(state, figure_id) if bad.search(w)] == []


def test_a_deficit_is_no_surplus() -> None:
    early = figures.build("trade.balance", State(to_year=1992))
    values = early.table.sort_values("year").groupby("reporter")["value"].last()
    words = f"{early.headline}. {early.finding}"
    assert values["KAZ"] < 0
    assert words.startswith("Kazakhstan reports a deficit of $")
    assert "surplus" not in words + early.title
    assert "−" not in words
    now = figures.build("trade.balance", State())
    assert now.headline.startswith("Kazakhstan reports a surplus of $")
    assert now.finding.startswith("Italy reports a deficit of $")
