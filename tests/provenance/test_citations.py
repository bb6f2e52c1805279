"""The line of sources under a figure: whom it names, how many, and as a link."""

from __future__ import annotations

from dataclasses import replace

from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import citations
from partnership.provenance.sources import Source

EN = texts.in_language("en")
ONE = Source(
    source_id="one",
    publisher="Istat",
    title="Coeweb",
    url="https://example.org/one",
    published="2024-05-30",
    undated="",
    accessed="2026-11",
    licence="CC-BY-4.0",
    licence_url="",
    redistribute="yes",
    kind="statistics",
    note="",
)
UNDATED = replace(ONE, title="Register", published="", undated="continuous", licence="ODbL-1.0")


def _link(source: Source, _t: Texts) -> str:
    return f"[{source.title}]({source.url})"


def test_a_source_is_named_with_its_day_and_licence() -> None:
    assert citations.cited(ONE, EN) == "Istat, Coeweb (30 May 2024; CC BY 4.0)"
    assert citations.cited(UNDATED, EN) == "Istat, Register (undated; ODbL 1.0)"


def test_its_title_may_be_a_link() -> None:
    line = "[Coeweb](https://example.org/one) (30 May 2024; CC BY 4.0)"
    assert citations.cited(ONE, EN, _link) == line
    assert citations.source_line([ONE], EN, 2, _link) == f"Source: {line}"


def test_the_line_names_the_first_and_counts_the_others() -> None:
    first = "Sources: Istat, Coeweb (30 May 2024; CC BY 4.0)"
    second = "Istat, Register (undated; ODbL 1.0)"
    assert citations.source_line([ONE, UNDATED], EN, 2) == f"{first}; {second}"
    assert citations.source_line([ONE, UNDATED], EN, 1) == f"{first}; and 1 more source"
    assert citations.source_line([ONE] * 4, EN, 1) == f"{first}; and 3 more sources"


def test_no_source_is_no_line() -> None:
    assert citations.source_line([], EN, 3) == ""
