"""Numbers, dates, plurals and names in words; the pseudo-language that finds bare strings."""

from __future__ import annotations

from datetime import date

import pytest

from partnership.language import texts

EN = texts.in_language("en")
QPS = texts.in_language(texts.PSEUDO)
_NARROW, _BOUND = "\u202f", "\u00a0"


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
        ("2024-01/2024-09", "Jan–Sept 2024"),
        ("2024-01/2025-09", f"Jan 2024{_BOUND}– Sept 2025"),
        ("2026-08-01/2026-08-18", "1–18 Aug 2026"),
        ("2026-07-01/2026-08-18", f"1 Jul 2026{_BOUND}– 18 Aug 2026"),
        ("2005/2025-09-29", f"2005{_BOUND}– 29 Sept 2025"),
        ("2020/2022", "2020–2022"),
    ],
)
def test_periods(period: str | date, written: str) -> None:
    assert EN.day(period) == written


@pytest.mark.parametrize(
    ("lang", "period", "written"),
    [
        ("it", "2025-01/2025-11", "gen–nov 2025"),
        ("ru", "2025-01/2025-11", f"янв.–нояб. 2025{_NARROW}г."),
        ("kk", "2025-01/2025-08", f"2025{_NARROW}ж. қаң.–там."),
        ("kk", "1998-04-06", f"1998{_NARROW}ж. 6 сәу."),
        ("kk", "1998-04-16", f"1998{_NARROW}ж. 16 сәу."),
        ("it", "2002-08-01", "1º ago 2002"),
        ("it", "2002-08-11", "11 ago 2002"),
        ("it", "2026-08-01/2026-08-09", "1º–9 ago 2026"),
    ],
)
def test_periods_in_other_languages(lang: str, period: str, written: str) -> None:
    assert texts.in_language(lang).day(period) == written


@pytest.mark.parametrize("lang", list(texts.LANGUAGES))
def test_months_of_a_span_look_as_they_do_alone(lang: str) -> None:
    t = texts.in_language(lang)
    for month in range(2, 13):
        alone, both = t.day(f"2025-{month:02}"), t.span("2025-01", f"2025-{month:02}")
        name = alone.replace("2025", "").strip("г. ж\u202f")
        assert name in both, (alone, both)


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
    assert t.day("2013-09/2013-11") == "Sept–Nov 2013"


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


def test_dashes_and_ranks_stay_with_the_word_beside_them() -> None:
    russian, eni = texts.in_language("ru"), "Eni holds {share} of {asset} and {other} of {next}"
    written = russian(eni, share=1, asset="A", other=2, next="B")
    assert f"A{_BOUND}— 1" in written
    assert EN("No. {rank}", rank=2) == f"No.{_BOUND}2"
