"""Spans of time in words: from a year to another, or on without an end."""

from __future__ import annotations

from partnership.language.texts import Texts, message

_SINCE = {
    len("2025"): message("since {year}"),
    len("2025-01"): message("since {month}"),
    len("2025-01-01"): message("since {day}"),
}
"""How a span without an end is written, by the length of the ISO period it begins with."""


def years(first: int, last: int) -> str:
    """`2013–2023`, or one year."""
    return str(first) if first == last else f"{first}–{last}"


def span(start: str, end: str, t: Texts) -> str:
    """From one ISO period to another, or since the first where the end is empty."""
    if end:
        return t.span(start, end)
    begun = t.day(start)
    return t(_SINCE[len(start)], year=begun, month=begun, day=begun)
