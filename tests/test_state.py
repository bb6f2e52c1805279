"""`State`: from an address and back; wrong values fall back and are reported."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnership import state as choices
from partnership import tables
from partnership.analysis.verdicts import VERDICTS
from partnership.state import PARAMS, State, Wrong, from_query
from partnership.tables.contract import YEARS
from tests.sealing import sealed

_CLAIMS = sorted(tables.load("claims")["claim_id"].astype(str))
_COMPANIES = ["eni", "todini", "kazmunaygas"]
_ASSETS = sorted(tables.load("assets")["asset_id"].astype(str))
_YEARS = st.integers(choices.first_year(), choices.last_year())


def _some(options: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    chosen = st.sets(st.sampled_from(options))
    return chosen.map(lambda found: tuple(o for o in options if o in found))


_DRAWN: dict[str, st.SearchStrategy[object]] = {
    "lang": st.just("en"),
    "sector": _some(choices.SECTORS),
    "reporter": st.sampled_from(choices.REPORTERS),
    "currency": st.sampled_from(choices.CURRENCIES),
    "consortium": st.sampled_from(("all", *choices.CONSORTIA)),
    "on": st.none() | st.dates(choices.first_choosable(), choices.last_choosable()),
    "then": st.none() | st.dates(choices.first_choosable(), choices.last_choosable()),
    "asset": st.none() | st.sampled_from(_ASSETS),
    "kind": _some(choices.KIND_GROUPS),
    "status": _some(choices.STATUSES),
    "italian": st.booleans(),
    "view": st.sampled_from(choices.VIEWS),
    "size": st.sampled_from(choices.SIZES),
    "form": st.sampled_from(choices.FORMS),
    "verdict": _some(VERDICTS),
    "claim": st.none() | st.sampled_from(_CLAIMS),
    "part": st.sampled_from(("", *choices.PARTS, choices.ALL)),
    "company": st.none() | st.sampled_from(_COMPANIES),
    "find": st.text(max_size=choices.LONGEST_SEARCH).map(
        lambda words: "".join(c for c in words if c.isprintable()).strip()
    ),
}


@st.composite
def _states(draw: st.DrawFn) -> State:
    first, last = sorted((draw(_YEARS), draw(_YEARS)))
    choices: dict[str, Any] = {name: draw(values) for name, values in _DRAWN.items()}
    if choices["then"] and choices["then"] >= (choices["on"] or date.today()):
        choices["then"] = None
    return State(from_year=first, to_year=last, **choices)


def test_every_field_is_drawn() -> None:
    assert {*_DRAWN, "from_year", "to_year"} == {f.name for f in fields(State)}


@given(_states())
def test_round_trip(state: State) -> None:
    assert from_query(state.query()) == (state, ())


def test_values_of_earlier_addresses_stand_for_what_took_their_place() -> None:
    asked, wrong = from_query({"view": ["oil_to_trieste"], "size": ["capacity"]})
    assert (asked, wrong) == (State(), ())
    _, wrong = from_query({"view": ["elsewhere"]})
    assert [one.name for one in wrong] == ["view"]


@given(_states())
def test_defaults_are_left_out(state: State) -> None:
    plain = State()
    changed = {p.name for p in PARAMS if getattr(state, p.field) != getattr(plain, p.field)}
    assert set(state.query()) == changed
    assert all(values for values in state.query().values())


_NAMES = st.sampled_from([p.name for p in PARAMS]) | st.text(max_size=12)
_NUMBERS = ["", "0", "-1", "1e3", "２０２０", "2011-02-30", "2011-W01-1", "20110101"]
_WORDS = ["none", "true ", "TRUE", "<script>alert(1)</script>", "../..", "a\0b", "ﬃ", "x" * 5000]
_LIKELY = st.sampled_from([*_NUMBERS, *_WORDS])
_VALUES = st.lists(st.text() | _LIKELY, max_size=4)


@given(st.dictionaries(_NAMES, _VALUES, max_size=8))
def test_never_raises_and_reports_what_it_drops(query: dict[str, list[str]]) -> None:
    state, wrong = from_query(query)
    assert from_query(state.query()) == (state, ())
    named = {w.name for w in wrong}
    written = state.query()
    for param in PARAMS:
        if query.get(param.name) and param.name not in named and "from" not in named:
            assert param.read(query[param.name]) == getattr(state, param.field)
    assert named <= set(query)
    assert not named & set(written)
    assert all(len(w.value) <= 80 for w in wrong)


_FREE = "find"
"""The one parameter that takes any printable words."""


@pytest.mark.parametrize("param", [p for p in PARAMS if p.name != _FREE], ids=lambda p: p.name)
@pytest.mark.parametrize("value", ["perhaps", "", "<b>x</b>", "9999", "y" * 100_000])
def test_a_wrong_value_falls_back_and_is_reported(param: choices.Param, value: str) -> None:
    state, wrong = from_query({param.name: [value]})
    assert state == State()
    assert wrong == (Wrong(param.name, value[:80], "unknown"),)


@pytest.mark.parametrize("value", [" ", "a\0b", "a\nb", "\u202egnirts", "y" * 81])
def test_a_search_is_short_and_printable(value: str) -> None:
    state, wrong = from_query({_FREE: [value]})
    assert (state, wrong) == (State(), (Wrong(_FREE, value[:80], "unknown"),))


def test_years_the_wrong_way_round_are_reported() -> None:
    state, wrong = from_query({"from": ["2020"], "to": ["2015"], "currency": ["eur"]})
    assert state == State(currency="eur")
    assert wrong == (Wrong("from", "2020", "order"),)


def test_the_day_compared_with_is_before_the_one_shown() -> None:
    earlier, later = date(2005, 1, 1), date(2011, 1, 1)
    query = {"then": [earlier.isoformat()], "on": [later.isoformat()]}
    assert from_query(query) == (State(on=later, then=earlier), ())
    state, wrong = from_query({"then": query["on"], "on": query["then"]})
    assert state == State(on=earlier)
    assert wrong == (Wrong("then", "2011-01-01", "order"),)


def test_one_wrong_sector_among_right_ones_is_reported() -> None:
    state, wrong = from_query({"sector": ["trade", "fishing"]})
    assert state.sector == ()
    assert [w.name for w in wrong] == ["sector"]
    assert "fishing" in wrong[0].value


def test_sectors_come_in_our_order_and_once() -> None:
    state, wrong = from_query({"sector": ["trade", "oil_gas", "trade"]})
    assert (state.sector, wrong) == (("oil_gas", "trade"), ())


def test_the_last_of_repeated_values_counts() -> None:
    assert from_query({"on": ["1999-01-01", "2011-01-01"]})[0].on == date(2011, 1, 1)


def test_other_peoples_parameters_are_ignored() -> None:
    assert from_query({"utm_source": ["x"], "embed": ["true"]}) == (State(), ())


def test_the_sector_filter() -> None:
    assert State().in_sectors(["trade"])
    assert State(sector=("trade", "minerals")).in_sectors(["minerals", "oil_gas"])
    assert not State(sector=("trade",)).in_sectors(["minerals"])


def test_the_ends_of_the_filter_of_years_are_open() -> None:
    assert State().open_years() == (None, None)
    assert State(from_year=2001).open_years() == (2001, None)
    assert State(to_year=2001).open_years() == (None, 2001)
    assert State().newest_year == choices.last_year() + 1
    assert State(to_year=2001).newest_year == 2001


def test_a_new_year_in_the_table_can_be_chosen(damaged: Path) -> None:
    last = choices.last_year()
    path = damaged / "trade.csv"
    rows = path.read_text("utf-8").splitlines(keepends=True)
    known = f"KAZ,ITA,export,total,{last},"
    row = next(r for r in rows if r.startswith(known))
    path.write_text(
        "".join([*rows, row.replace(known, f"KAZ,ITA,export,total,{last + 1},")]), "utf-8"
    )
    sealed(damaged)
    tables.refresh()
    assert State().to_year == choices.last_year() == last + 1
    assert from_query({"to": [str(last + 1)]}) == (State(), ())
    assert State(to_year=last).query() == {"to": [str(last)]}


@pytest.mark.parametrize("table", ["trade", "stakes"])
def test_a_broken_table_leaves_every_year_to_choose(damaged: Path, table: str) -> None:
    (damaged / f"{table}.csv").unlink()
    tables.refresh()
    years = (choices.first_year(), choices.last_year())
    assert (years == YEARS) is (table == "trade")
    assert choices.first_choosable().year == (YEARS[0] if table == "stakes" else 1993)
    assert from_query({"from": ["2000"], "to": ["2010"], "on": ["2011-01-01"]})[1] == ()
