"""No verdict rests on a quotient of unlike statistics."""

from dataclasses import fields
from functools import lru_cache

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import methods
from partnership.analysis.found import Found, Tables, Value
from partnership.checks import unlike


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    return unlike.families(tables.load("sources"), tables.load("statistics"), tables.load("quotes"))


@lru_cache(maxsize=32)
def _all(family: str = "") -> Tables:
    """The tables, or only their rows of one family of statistics."""
    frames = {f.name: tables.load(f.name) for f in fields(Tables)}
    if family:
        known = _families()
        frames = {
            name: frame[frame["source_id"].map(known.get).eq(family)]
            for name, frame in frames.items()
        }
    return Tables(**frames)


def _computed() -> list[tuple[str, str, str]]:
    claims = tables.load("claims")
    rows = claims[claims["method"].ne(methods.EDITORIAL)]
    columns = zip(rows["claim_id"], rows["method"], rows["arguments"].fillna(""), strict=True)
    return [(str(c), str(m), str(a)) for c, m, a in columns]


def _changed(found: Found, method: str, arguments: str) -> list[str]:
    """Sources whose value is another one without the statistics of other families."""
    gone = []
    for value in found.known:
        family = _families()[value.source_id]
        alone = methods.compute(method, arguments, _all(family)).known
        if not any(v.source_id == value.source_id and v.value == value.value for v in alone):
            gone.append(value.source_id)
    return gone


@pytest.mark.parametrize(("claim", "method", "arguments"), _computed())
def test_a_computed_value_stays_without_other_families(
    claim: str, method: str, arguments: str
) -> None:
    found = methods.compute(method, arguments, _all())
    assert _changed(found, method, arguments) == [], claim


def test_a_method_that_divides_two_families_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    def crude_by_customs(known: Tables, year: str) -> Found:
        rows = known.trade[known.trade["reporter"].eq("ITA") & known.trade["partner"].eq("KAZ")]
        rows = rows[rows["flow"].eq("import") & rows["period"].str.startswith(year)]
        sums = rows.groupby("product_id")["value_usd"].sum()
        share = sums.get("hs2709", 0.0) / sums.get("total", float("inf")) * 100
        value = Value(float(share), year, "eurostat_crude_imports", "derived")
        return Found((value,))

    monkeypatch.setitem(methods.METHODS, "crude_by_customs", crude_by_customs)
    found = methods.compute("crude_by_customs", "year=2021", _all())
    assert _changed(found, "crude_by_customs", "year=2021") == ["eurostat_crude_imports"]


def test_families_come_from_the_table_or_from_the_kind() -> None:
    sources = pd.DataFrame(
        {
            "source_id": ["a", "b", "c", "d", "e", "f", "g"],
            "kind": ["press", "press", "company", "statistics", "press", "press", "press"],
        }
    )
    named = pd.DataFrame({"source_id": ["a"], "family": ["customs"]})
    quotes = pd.DataFrame(
        {
            "source_id": ["a", "e", "f", "g"],
            "quoted": ["Unem", "Italian foreign ministry and Istat", "Reuters", "Istat and Unem"],
        }
    )
    assert unlike.families(sources, named, quotes) == {
        "a": "customs",  # the table goes before the quote
        "b": "statement",
        "c": "company_report",
        "e": "customs",
        "f": "statement",  # an agency counts nothing
        "g": "statement",  # of two families
    }
