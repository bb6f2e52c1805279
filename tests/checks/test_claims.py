"""How a claim is judged: by its kind, its print, its time and the weight of sources, by hand."""

from __future__ import annotations

from dataclasses import fields

import pandas as pd
import pytest

from partnership.analysis import kinds, periods, printed, verdicts, weight
from partnership.analysis.found import Found, Tables, Value
from partnership.analysis.kinds import Claimed

_EMPTY = pd.DataFrame()
_KINDS = {
    "office": "statistics",
    "ministry": "government",
    "set": "dataset",
    "firm": "company",
    "wire": "agency",
    "wire2": "agency",
    "paper": "press",
    "paper2": "press",
    "blog": "opinion",
    "wire3": "agency",
}


def _known() -> Tables:
    sources = pd.DataFrame(
        {
            "source_id": list(_KINDS),
            "kind": list(_KINDS.values()),
            "published": [f"2024-{n:02}" for n in range(1, len(_KINDS) + 1)],
        }
    )
    others = {f.name: _EMPTY for f in fields(Tables)}
    return Tables(**{**others, "sources": sources})


def _value(number: float | str, source: str = "office", **more: object) -> Value:
    period = str(more.pop("period", "2024"))
    return Value(number, period, source, "reported", **more)  # type: ignore[arg-type]


def _judge(claimed: Claimed, *values: Value, before: tuple[float, ...] = ()) -> verdicts.Judged:
    return verdicts.judge(claimed, Found(values, before), (), _known())


@pytest.mark.parametrize(
    ("words", "value", "tolerance"),
    [
        ("14.9%", 14.9, 0.05),
        ("90%", 90, 0.5),
        ("13.50%", 13.5, 0.005),
        ("exceed 13 billion", 13e9, 0.5e9),
        ("about 9 billion", 9e9, 1e9),
        ("$14.5 billion", 14.5e9, 0.05e9),
        ("1,5 billion dollars", 1.5e9, 0.05e9),
        ("1,500 tonnes", 1500, 0.5),
        ("250-megawatt", 250, 0.5),
        ("Eight months", 8, 0.5),
        ("more than two decades", 20, 5),
        ("nearly 270 firms", 270, 1),
    ],
)
def test_the_digits_say_how_exact(words: str, value: float, tolerance: float) -> None:
    read = printed.read(words)
    assert read.value == pytest.approx(value)
    assert read.tolerance == pytest.approx(tolerance)


def test_words_without_a_number_are_refused() -> None:
    with pytest.raises(ValueError, match="no number in 'largest'"):
        printed.read("largest")


@pytest.mark.parametrize(
    ("kind", "found", "verdict"),
    [
        ("number", 10.5, "confirmed"),
        ("number", 10.5 + 1e-12, "confirmed"),
        ("number", 10.51, "approximately"),
        ("number", 11, "approximately"),
        ("number", 11.01, "disputed"),
        ("stake", 11, "approximately"),  # twice the tolerance is more than 1 %
        ("stake", 11.01, "disputed"),
        ("rank", 10, "confirmed"),
        ("rank", 11, "disputed"),
        ("year", 11, "approximately"),
        ("year", 12, "disputed"),
        ("lower_bound", 35, "confirmed"),
        ("lower_bound", 10, "approximately"),  # ten is not more than ten
        ("lower_bound", 9.5, "approximately"),
        ("lower_bound", 8.9, "disputed"),
        ("upper_bound", 3, "confirmed"),
        ("upper_bound", 10, "approximately"),
        ("upper_bound", 10.5, "approximately"),
        ("upper_bound", 11.1, "disputed"),
        ("aim", 10, "confirmed"),
        ("exists", 1, "confirmed"),
    ],
)
def test_each_kind_has_its_test(kind: str, found: float, verdict: str) -> None:
    """Claimed 10, printed without a decimal."""
    assert kinds.against(Claimed(kind, 10, tolerance=0.5), _value(found)) == verdict


@pytest.mark.parametrize(
    ("change", "verdict"), [(0.1, "confirmed"), (0, "disputed"), (-3, "disputed")]
)
def test_growth_is_above_zero(change: float, verdict: str) -> None:
    assert kinds.against(Claimed("growth"), _value(change)) == verdict


@pytest.mark.parametrize(
    ("claimed", "known", "verdict"),
    [
        ("2024-01", "2024-01-18", "confirmed"),
        ("1992-01-01", "1992", "approximately"),
        ("2024-01", "2024-02-01", "approximately"),
        ("2024-01", "2023-12-31", "disputed"),
    ],
)
def test_dates_at_the_precision_of_the_claim(claimed: str, known: str, verdict: str) -> None:
    assert kinds.against(Claimed("date", period=claimed), _value(known)) == verdict


@pytest.mark.parametrize(
    ("claimed", "covers", "fit"),
    [
        ("2025-05", "2025-05", "same"),
        ("2025-05", "2025", "same"),
        ("2024", "2024", "same"),
        ("2024", "2024-01/2024-08", "part"),
        ("2013", "2013-12-31", "same"),  # a state on a day of the year
        ("2025-05", "2024", "newest"),
        ("2025-05", "2024-01/2024-04", "newest"),  # ends twelve months before
        ("2025-05", "2024-01/2024-03", "earlier"),
        ("2024", "2023", "earlier"),
        ("2025-05", "2026", "later"),
        ("", "2026", "any"),
        ("2025-05", "", "any"),
    ],
)
def test_how_the_times_lie(claimed: str, covers: str, fit: str) -> None:
    assert periods.fit(claimed, covers) == fit


_TODAY = Claimed("number", 10, "2025-05", 0.5)


@pytest.mark.parametrize(
    ("found", "period", "verdict"),
    [
        (10, "2024", "confirmed"),
        (10, "2022", "not_verifiable"),  # another time confirms nothing
        (10.8, "2022", "not_verifiable"),
        (20, "2022", "not_verifiable"),  # and disputes nothing
        (10, "2026", "not_verifiable"),
        (20, "2026", "not_verifiable"),
        (20, "2024", "disputed"),
    ],
)
def test_another_time_weighs(found: float, period: str, verdict: str) -> None:
    assert _judge(_TODAY, _value(found, period=period)).verdict == verdict


def test_a_part_of_the_time_confirms_in_part_and_disputes() -> None:
    year = Claimed("number", 10, "2024", 0.5)
    assert _judge(year, _value(10, period="2024-01/2024-08")).verdict == "approximately"
    assert _judge(year, _value(20, period="2024-01/2024-08")).verdict == "disputed"


def test_what_is_indirect_confirms_in_part() -> None:
    assert _judge(_TODAY, _value(10, indirect=True)).verdict == "approximately"
    assert _judge(_TODAY, _value(20, indirect=True)).verdict == "disputed"


def test_what_was_right_before_is_outdated() -> None:
    assert _judge(_TODAY, _value(20), before=(9.5,)).verdict == "outdated"
    assert _judge(_TODAY, _value(20), before=(9.4,)).verdict == "disputed"
    assert _judge(_TODAY, before=(10,)).verdict == "not_verifiable"


@pytest.mark.parametrize(
    ("heavier", "lighter"),
    [
        ("office", "set"),
        ("ministry", "firm"),
        ("set", "firm"),
        ("firm", "wire"),
        ("wire", "paper"),
        ("paper", "blog"),
    ],
)
def test_the_heavier_source_decides_and_the_other_dissents(heavier: str, lighter: str) -> None:
    judged = _judge(_TODAY, _value(20, lighter), _value(10, heavier))
    assert (judged.verdict, judged.source_id) == ("confirmed", heavier)
    assert [v.source_id for v in judged.dissent] == [lighter]
    assert _judge(_TODAY, _value(20, heavier), _value(10, lighter)).verdict == "disputed"


def test_the_right_time_goes_before_the_heavier_source() -> None:
    judged = _judge(_TODAY, _value(20, "office", period="2021"), _value(10, "paper"))
    assert (judged.verdict, judged.source_id) == ("confirmed", "paper")
    assert judged.dissent == ()  # of another time


def test_of_equals_more_of_them_and_then_the_newest() -> None:
    two = _judge(_TODAY, _value(20, "paper2"), _value(10, "paper"), _value(10.2, "paper"))
    assert two.source_id == "paper2"  # one source twice is one
    mixed = _judge(_TODAY, _value(20, "wire2"), _value(10, "wire"), _value(10, "paper"))
    assert mixed.source_id == "wire2"  # a lighter kind does not count, so the newest
    three = _judge(_TODAY, _value(20, "wire3"), _value(10, "wire"), _value(10.2, "wire2"))
    assert three.source_id == "wire2"


def test_of_equals_the_longer_span_goes_before_the_newest() -> None:
    share = Claimed("share", 10, "2025-05", 0.5)
    month, eight = (
        _value(20, "paper2", period="2025-01"),
        _value(10, "paper", period="2024-01/2024-08"),
    )
    judged = _judge(share, month, eight)
    assert (judged.verdict, judged.source_id) == ("confirmed", "paper")
    assert [v.source_id for v in judged.dissent] == ["paper2"]
    # What is no measure of a span has no length.
    assert _judge(Claimed("stake", 10, "2025-05", 0.5), month, eight).source_id == "paper2"


def test_growth_of_its_time_carries_what_older_data_cannot() -> None:
    rows = _evidence(
        ("paper", "supports", "+6", "%", "reported"),
        ("wire", "supports", "strong", "%", "reported"),
        ("paper2", "context", "+9", "%", "reported"),
        ("blog", "supports", "9", "%", "reported"),  # a level, no change
    )
    claimed = Claimed("growth", period="2025-05")
    (heard,) = weight.stated(claimed, "%", rows)
    assert (heard.source_id, heard.value, heard.indirect) == ("paper", 6.0, True)
    old = Found((_value(93, period="2020/2022-11"),))
    judged = verdicts.judge(claimed, old, (heard,), _known())
    assert (judged.verdict, judged.source_id, judged.stated) == ("approximately", "paper", True)
    alone = verdicts.judge(claimed, old, (), _known())
    assert (alone.verdict, alone.stated) == ("not_verifiable", False)


def test_one_page_of_the_press_does_not_show_that_something_exists() -> None:
    claimed = Claimed("exists")
    assert _judge(claimed, _value(1, "paper")).verdict == "approximately"
    assert _judge(claimed, _value(1, "paper"), _value(1, "paper2")).verdict == "confirmed"
    assert _judge(claimed, _value(1, "wire")).verdict == "confirmed"
    assert _judge(claimed).verdict == "not_verifiable"


def _evidence(*rows: tuple[str, str, str, str, str]) -> pd.DataFrame:
    columns = ["source_id", "stance", "value", "unit", "status"]
    return pd.DataFrame(rows, columns=columns).assign(period="2024")


def test_evidence_in_the_unit_of_the_claim_is_a_value_too() -> None:
    rows = _evidence(
        ("paper", "supports", "9.9", "%", "reported"),
        ("wire", "contradicts", "12", "%", "reported"),
        ("blog", "supports", "9.9", "USD", "reported"),
        ("firm", "qualifies", "9.9", "%", "reported"),
        ("set", "supports", "9.9", "%", "derived"),
        ("ministry", "contradicts", "none of it", "", "reported"),
    )
    claimed = Claimed("share", 10, "2024", 0.05)
    assert [(v.source_id, v.value) for v in weight.stated(claimed, "%", rows)] == [
        ("paper", 9.9),
        ("wire", 12.0),
    ]
    assert weight.opposed(claimed, "%", "confirmed", rows) == ("ministry",)
    assert weight.opposed(claimed, "%", "disputed", rows) == ("blog",)


def test_an_editors_verdict_rests_on_the_heaviest_evidence_for_it() -> None:
    rows = _evidence(
        ("paper", "supports", "yes", "", "reported"),
        ("wire", "supports", "yes", "", "reported"),
        ("ministry", "contradicts", "no", "", "reported"),
        ("firm", "qualifies", "in part", "", "reported"),
    )
    known = _known()
    assert weight.editorial("confirmed", rows, known) == "wire"
    assert weight.editorial("approximately", rows, known) == "firm"
    assert weight.editorial("disputed", rows, known) == "ministry"
    assert weight.editorial("not_verifiable", rows, known) == ""


@pytest.mark.parametrize(
    ("period", "months"), [("2023", 12), ("2023-04", 1), ("2023-01/2023-11", 11), ("2022/2023", 24)]
)
def test_months_of_a_period(period: str, months: int) -> None:
    assert periods.months_in(period) == months


def test_a_page_without_a_year_dates_no_value() -> None:
    notes = pd.Series(["Period is that of the page, year of the data not stated", "About", None])
    assert periods.of_the_page(notes).tolist() == [True, False, False]
