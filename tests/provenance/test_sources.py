"""Who is cited: the office whose figures a page quotes comes before the page."""

from __future__ import annotations

from partnership import tables
from partnership.language import texts
from partnership.provenance import sources


def test_an_office_that_a_page_quotes_is_cited_first() -> None:
    (page,) = sources.by_ids(["duerighe_2025_06_central_asia"])
    assert page.publisher == "ICE and Istat, via 2duerighe"
    assert page.citation().startswith("ICE and Istat, via 2duerighe (2025-06). ")


def test_a_page_that_quotes_nobody_is_cited_as_it_is() -> None:
    (page,) = sources.by_ids(["agi_2018_12_10_badamsha"])
    assert page.publisher == "AGI"


def test_no_office_stands_in_the_publisher_as_well() -> None:
    quoted = tables.load("quotes").merge(tables.load("sources"), on="source_id")
    for row in quoted.itertuples():
        assert row.quoted not in row.publisher
        assert " via " not in row.publisher


def test_publishers_by_source() -> None:
    t = texts.in_language("en")
    named = sources.publishers(["agi_2018_12_10_badamsha", "duerighe_2025_06_central_asia"], t)
    assert named == {
        "agi_2018_12_10_badamsha": "AGI",
        "duerighe_2025_06_central_asia": "ICE and Istat, via 2duerighe",
    }
    assert sources.publisher("agi_2018_12_10_badamsha", t) == "AGI"


def test_the_word_between_an_office_and_a_page_is_that_of_the_reader() -> None:
    (page,) = sources.by_ids(["duerighe_2025_06_central_asia"])
    for lang, written in (("en", "X, via Y"), ("ru", "X (через Y)"), ("kk", "X (Y арқылы)")):
        t = texts.in_language(lang)
        assert sources.named("X, via Y", t) == written
        assert sources.titled(page, t).startswith(sources.named(page.publisher, t) + ", ")


def test_where_room_is_short_an_office_stands_alone_and_words_stay_whole() -> None:
    t = texts.in_language("en")
    assert sources.named("ICE and Istat, via 2duerighe", t, 28) == "ICE and Istat"
    assert sources.named("Ministry of Energy of Kazakhstan", t, 20) == "Ministry of Energy…"
    assert sources.publisher("agi_2018_12_10_badamsha", t, 28) == "AGI"
