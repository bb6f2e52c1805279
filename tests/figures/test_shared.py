"""What figures of every room share: sums of the currency chosen, changes, badges, sources."""

from __future__ import annotations

import pandas as pd
import pytest

from partnership.charts.forms import Lines, Unit
from partnership.figures import shared
from partnership.language import texts
from partnership.state import State

T = texts.in_language("en")
_FORM = Lines((), Unit(""), "Year")


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [(110.0, 100.0, "+10.0\u202f%"), (50.0, 80.0, "−37.5\u202f%"), (100.0, 100.0, "0.0\u202f%")],
)
def test_a_change_has_its_sign(now: float, before: float, words: str) -> None:
    assert shared.change(now, before, T) == words


def test_sums_are_in_the_currency_chosen() -> None:
    euros = shared.Billions("eur", T)
    assert (euros(2.5e9), euros.signed(-2.5e9)) == ("€2.50bn", "−€2.50bn")
    assert euros.unit == Unit("billion EUR", 9)
    assert shared.Billions("usd", T).unit == Unit("billion USD", 9)


@pytest.mark.parametrize(
    ("reporter", "left"), [("both", ["KAZ", "ITA"]), ("italy", ["ITA"]), ("kazakhstan", ["KAZ"])]
)
def test_rows_are_of_the_reporter_chosen(reporter: str, left: list[str]) -> None:
    rows = pd.DataFrame({"reporter": ["KAZ", "ITA"]})
    assert list(shared.reported_by(rows, State(reporter=reporter))["reporter"]) == left


def test_badges_are_of_what_is_drawn_and_sources_of_the_whole_table() -> None:
    rows = pd.DataFrame({"status": ["derived"], "source_id": ["a"]})
    table = pd.DataFrame({"status": ["derived", "target"], "source_id": ["a", "b"]})
    cited = pd.DataFrame({"source_id": ["c"]})
    figure = shared.drawn(
        "x.y", _FORM, rows, title="T", table=table, cited=[cited], disagree=True, incomplete=False
    )
    assert figure.badges == {"computed", "disagree"}
    assert set(figure.source_ids) == {"a", "b", "c"}
    assert len(figure.table) == 2
    assert shared.drawn("x.y", _FORM, rows, title="T").source_ids == ("a",)


def test_months_are_listed_by_country_and_year() -> None:
    rows = pd.DataFrame({"reporter": ["ITA", "AUT"], "year": [2020, 2016], "months": [6, 11]})
    assert shared.with_months(rows, T) == ["Austria 2016 (11)", "Italy 2020 (6)"]
