"""Spans of time in words."""

from __future__ import annotations

import pytest

from partnership.language import spans, texts

EN = texts.in_language("en")


def test_years() -> None:
    assert spans.years(2013, 2023) == "2013–2023"
    assert spans.years(2013, 2013) == "2013"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2013", "2023", "2013–2023"),
        ("May 2024", "May 2024", "May 2024"),
        ("2013", "", "since 2013"),
    ],
)
def test_a_span_may_have_no_end(start: str, end: str, words: str) -> None:
    assert spans.span(start, end, EN) == words
