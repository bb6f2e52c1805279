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
        ("2024-05", "2024-05", "May 2024"),
        ("2024-05", "2025-09-29", "May 2024\u00a0– 29 Sept 2025"),
        ("2013", "", "since 2013"),
        ("2024-01", "", "since Jan 2024"),
        ("2024-01-01", "", "since 1 Jan 2024"),
    ],
)
def test_a_span_may_have_no_end(start: str, end: str, words: str) -> None:
    assert spans.span(start, end, EN) == words
