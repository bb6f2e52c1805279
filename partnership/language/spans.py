"""Spans of time in words: from a year to another, or on without an end."""

from __future__ import annotations

from partnership.language.texts import Texts


def years(first: int, last: int) -> str:
    """`2013–2023`, or one year."""
    return str(first) if first == last else f"{first}–{last}"


def span(start: str, end: str, t: Texts) -> str:
    """From one time in words to another, or since the first where the end is empty."""
    if start == end:
        return start
    return f"{start}–{end}" if end else t("since {year}", year=start)
