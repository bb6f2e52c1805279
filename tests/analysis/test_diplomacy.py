"""Events of diplomacy: which count, whose dates are in doubt, and where they stand."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from partnership import tables
from partnership.analysis import diplomacy

EVENTS = pd.DataFrame(
    [
        ("e1", "1992-08-21", "recognition", "diplomacy", None, "a", "reported", None),
        ("e2", "2009-11", "visit", "diplomacy", None, "b", "reported", None),
        ("e3", "2009-11-05", "treaty", "diplomacy", None, "b", "reported", None),
        ("e4", "2024", "visit", "trade", None, "article", "claimed", None),
        ("e5", "2024-05-29", "forum", "trade", None, "c", "reported", None),
        ("e6", "2024-05-29", "forum", "transport", None, "d", "reported", None),
        ("e7", "2025-06-01", "visit", "renewables", "plant", "e", "reported", None),
        ("e8", "2025-02-17", "incident", "transport", "cpc", "e", "reported", None),
        ("e9", "2026-03", "visit", "diplomacy", None, "e", "planned", None),
        ("f1", "2014", "visit", "diplomacy", None, "b", "reported", None),
        ("f2", "2024-01", "meeting", "companies", None, "b", "reported", None),
    ],
    columns=["event_id", "date", "kind", "sector", "asset_id", "source_id", "status", "note"],
)


VISITS = pd.DataFrame(
    [
        ("e2", "KAZ", "head_of_state"),
        ("e4", "KAZ", "minister"),
        ("e9", "KAZ", "head_of_state"),
        ("f1", "ITA", "deputy"),
    ],
    columns=["event_id", "visitor", "level"],
)


def _claims(*rows: tuple[str, str, str, str, str | None]) -> pd.DataFrame:
    columns = ["claim_id", "method", "arguments", "period", "unit"]
    return pd.DataFrame(rows, columns=columns).assign(source_id="article")


def _evidence(*rows: tuple[str, str, str | None, str | None]) -> pd.DataFrame:
    columns = ["claim_id", "source_id", "unit", "period"]
    return pd.DataFrame(rows, columns=columns).assign(status="reported", note=None)


def test_inspections_of_plants_and_other_kinds_are_left_out() -> None:
    rows = diplomacy.chosen(EVENTS, None, None, ())
    known = ["e1", "e2", "e3", "f1", "e4", "f2", "e5", "e6", "e9"]
    assert rows["event_id"].tolist() == known


def test_years_and_sectors() -> None:
    assert diplomacy.chosen(EVENTS, 2000, 2010, ())["event_id"].tolist() == ["e2", "e3"]
    assert diplomacy.chosen(EVENTS, None, None, ("trade",))["event_id"].tolist() == ["e4", "e5"]
    assert diplomacy.chosen(EVENTS, 2024, 2025, ("diplomacy",)).empty


def test_visits_by_level_and_forums_a_year() -> None:
    rows = diplomacy.per_year(diplomacy.chosen(EVENTS, None, None, ()), VISITS)
    assert rows[["year", "group", "count"]].to_numpy().tolist() == [
        [2009, "top", 1],
        [2014, "deputy", 1],
        [2024, "claimed", 1],
        [2024, "forum", 2],
    ]
    assert rows["status"].tolist() == ["derived", "derived", "claimed", "derived"]


def test_half_of_the_visits() -> None:
    counts = pd.DataFrame({"year": [1994, 1998, 2014, 2024], "count": [1, 1, 1, 1]})
    assert diplomacy.half_since(counts) == 2014
    assert diplomacy.half_since(counts.assign(count=[3, 1, 1, 1])) == 1998


@pytest.mark.parametrize(
    ("period", "status", "published", "known"),
    [
        ("2024-05-29", "reported", "2024-05-30", "happened"),
        ("2027", "planned", "2025-05-30", "ahead"),
        ("2026", "planned", "2025-05-30", "ahead"),  # the year is not over
        ("2026-07-01", "planned", "2026-06-03", "open"),
        ("2026-06-29", "planned", "2026", "open"),
        ("2023-05-22", "planned", "2023-05-23", "dropped"),
        ("2025-04-26", "planned", "2025-05", "dropped"),
        ("2019-11", "planned", "2019-11", "open"),
        ("2019-11", "planned", "", "open"),
    ],
)
def test_what_became_of_a_plan(period: str, status: str, published: str, known: str) -> None:
    assert diplomacy.standing(period, status, published, date(2026, 11, 26)) == known


def test_the_presidents_visits_are_as_many_as_a_source_counts() -> None:
    """By the ministry 1994, 1998, 2003 and 2009; by the embassy 2014 and 2015."""
    names = ("events", "visits", "observations")
    compared = diplomacy.count_comparison(*(tables.load(n) for n in names))
    assert compared[["value", "listed"]].to_numpy().tolist() == [[6, 6]]
    fewer = tables.load("visits")
    fewer = fewer[fewer["event_id"].ne("1998_nazarbayev_italy")]
    compared = diplomacy.count_comparison(tables.load("events"), fewer, tables.load("observations"))
    assert compared["listed"].tolist() == [5]


def test_visits_of_the_highest_level_by_hand() -> None:
    """1994, 97, 98, 2003, 07, 08, 09, two in 2014, 15, 24 and three in 2025."""
    rows = diplomacy.per_year(tables.load("events"), tables.load("visits"))
    top = rows[rows["group"].eq("top")].set_index("year")["count"].to_dict()
    ones = dict.fromkeys((1994, 1997, 1998, 2003, 2007, 2008, 2009, 2015, 2024), 1)
    assert top == ones | {2014: 2, 2025: 3}


def test_two_days_exclude_each_other() -> None:
    claims = _claims(("c1", "months_between", "event_id_a=e0;event_id_b=e1", "1992", "months"))
    evidence = _evidence(
        ("c1", "x", "date", "1992-06-12"),
        ("c1", "y", None, "1992-06/1992-08"),
        ("c1", "z", "USD", "1992-01"),
    )
    stated = diplomacy.statements(EVENTS, claims, evidence)
    assert stated["date"].tolist() == ["1992-08-21", "1992-06-12", "1992-06/1992-08"]
    assert set(stated["event_id"]) == {"e1"}
    assert diplomacy.doubtful(stated) == ["e1"]


def test_an_event_that_two_sources_tell_stands_once() -> None:
    rows = EVENTS.assign(same_as=EVENTS["event_id"].map({"e6": "e5", "e7": "gone"}))
    once = diplomacy.without_duplicates(rows).set_index("event_id")["others"]
    assert once["e5"] == ("e6",)
    assert "e6" not in once
    assert once["e7"] == ()  # what it repeats is not among the rows


def test_the_fire_and_the_stop_at_tengiz_are_one_event() -> None:
    once = diplomacy.without_duplicates(tables.load("events")).set_index("event_id")["others"]
    assert once["2026_01_18_tengiz_fire"] == ("2026_01_19_tengiz_stop",)
    assert once["1992_italian_recognition"] == ("1992_01_01_italian_recognition",)
    assert once.map(len).sum() == 2


def test_a_day_inside_a_month_is_no_doubt_but_an_exact_claim_is() -> None:
    evidence = _evidence(("c1", "x", "date", "2009-11"))
    coarse = _claims(("c1", "event_date", "event_id=e3", "2009", "date"))
    exact = _claims(("c1", "event_date", "event_id=e2", "2009-11-01", "date"))
    assert diplomacy.doubtful(diplomacy.statements(EVENTS, coarse, evidence)) == []
    assert diplomacy.doubtful(diplomacy.statements(EVENTS, exact, evidence)) == ["e2"]


def test_the_dates_in_doubt_are_those_of_1992() -> None:
    stated = diplomacy.statements(*(tables.load(n) for n in ("events", "claims", "evidence")))
    assert diplomacy.doubtful(stated) == [
        "1992_italian_recognition",
        "1992_08_21_diplomatic_relations",
    ]
    dates = stated.groupby("event_id")["date"].agg(set)
    assert dates["1992_italian_recognition"] == {"1992", "1992-01-01"}
    assert {"1992-06-12", "1992-08-21"} <= dates["1992_08_21_diplomatic_relations"]


def test_agreements_of_30_may_2025_are_eight() -> None:
    rows = diplomacy.chosen(tables.load("events"), None, None, ())
    signed = rows[rows["kind"].eq("agreement") & rows["date"].eq("2025-05-30")]
    assert len(signed) == 8


def test_the_share_of_visas_is_printed_or_computed() -> None:
    """19 756 of 159 072 is 12.42 %; for the year after the page prints 15 %."""
    seen = tables.load("observations")
    shares = diplomacy.visa_shares(seen[seen["metric_id"].isin(diplomacy.PEOPLE)])
    assert shares["year"].tolist() == ["2023", "2024"]
    assert shares["share"].tolist() == pytest.approx([12.4195, 15], abs=1e-3)
