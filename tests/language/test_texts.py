"""Numbers, dates, plurals and names in words; the pseudo-language that finds bare strings."""

from __future__ import annotations

from datetime import date

import pytest

from partnership.language import texts

EN = texts.in_language("en")
QPS = texts.in_language(texts.PSEUDO)
_NARROW = "\u202f"


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [
        (0, 0, "0"),
        (1234567.891, 0, "1,234,568"),
        (1234.5, 2, "1,234.50"),
        (-3.14, 1, "−3.1"),
        (6.25, 1, "6.3"),
        (-6.25, 1, "−6.3"),
    ],
)
def test_numbers(value: float, digits: int, written: str) -> None:
    assert EN.number(value, digits) == written


def test_percents_are_already_percent() -> None:
    assert EN.percent(22.94) == f"22.9{_NARROW}%"
    assert EN.percent(16.807, 3) == f"16.807{_NARROW}%"


@pytest.mark.parametrize(
    ("period", "written"),
    [
        ("2024", "2024"),
        ("2024-05", "May 2024"),
        ("2024-05-30", "30 May 2024"),
        (date(2011, 1, 1), "1 Jan 2011"),
        ("2024-01/2024-09", "Jan 2024–Sept 2024"),
        ("2020/2022", "2020–2022"),
    ],
)
def test_periods(period: str | date, written: str) -> None:
    assert EN.day(period) == written


def test_plurals() -> None:
    words = ("{count} wind farm", "{count} wind farms")
    assert [EN.plural(*words, n) for n in (0, 1, 2)] == [
        "0 wind farms",
        "1 wind farm",
        "2 wind farms",
    ]
    assert EN.plural(*words, 1000) == "1,000 wind farms"


def test_names_fall_back_to_the_plain_name_and_then_to_the_id() -> None:
    assert EN.name("eni") == "Eni"
    assert EN.short("karachaganak") == "Karachaganak"
    assert EN.name("no_such_thing") == "no_such_thing"
    assert EN.description("no_such_thing") == ""


def test_values_are_filled_in_after_translation() -> None:
    assert EN("{a} and {b}", a="{b}", b=2) == "{b} and 2"
    assert EN("a { b") == "a { b"


def test_three_months_of_a_quarter_are_a_quarter() -> None:
    t = texts.in_language("en")
    assert t.day("2013-10/2013-12") == "Q4 2013"
    assert t.day("2013-09/2013-11") == "Sept 2013–Nov 2013"


def test_the_pseudo_language_wraps_everything() -> None:
    assert QPS("Trade") == "⟦Trade⟧"
    assert QPS.plural("{count} day", "{count} days", 2) == "⟦2 days⟧"
    assert QPS.name("eni") == "⟦Eni⟧"
    assert QPS.day("2024-05").startswith("⟦")
    assert QPS.day("2024") == "2024"
    assert QPS.quote("Il Sole 24 Ore") == "‹Il Sole 24 Ore›"
    assert EN.quote("Il Sole 24 Ore") == "Il Sole 24 Ore"


def test_the_pseudo_language_is_offered_to_tests_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARTNERSHIP_PSEUDO", raising=False)
    assert texts.PSEUDO not in texts.languages()
    monkeypatch.setenv("PARTNERSHIP_PSEUDO", "1")
    assert texts.PSEUDO in texts.languages()


def test_an_unknown_language_speaks_english() -> None:
    assert texts.in_language("xx")("Trade") == "Trade"
    assert texts.in_language("xx").lang == "en"
