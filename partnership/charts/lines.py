"""What charts of years share: their axis, distances of labels, spans and lists in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from partnership.charts import marks
from partnership.language import spans
from partnership.language.texts import Texts, nonzero

LABEL_LINE = 14
"""Height of a line of small type, in pixels."""


def billions(t: Texts, currency: str) -> str:
    """The unit of an axis."""
    return t("billion USD") if currency == "usd" else t("billion EUR")


def years(column: pd.Series) -> str:
    """`2013–2023`, or one year; empty where there is none."""
    if column.dropna().empty:
        return ""
    return spans.years(int(column.min()), int(column.max()))


def listed(names: list[str], t: Texts) -> str:
    """`a, b and c`; empty where there is none."""
    if len(names) < 2:
        return "".join(names)
    return t("{most} and {last}", most=", ".join(names[:-1]), last=names[-1])


def signed(written: str, value: float, t: Texts) -> str:
    """An amount `written` without its sign, with that of `value`; nothing has none."""
    if not nonzero(written):
        return written
    return t("+{amount}", amount=written) if value > 0 else t("−{amount}", amount=written)


def year_x(
    field: str, first: int, last: int, room: int = 0, edge: float = 0.0, before: int = 0
) -> alt.X:
    """A horizontal axis of years `first` to `last` with `room` pixels for labels at its end.

    `edge` is what bars need on both sides, in years; `before` are pixels for labels at the start.
    """
    lower, upper = (first - 0.5, last + 0.5) if first == last and not edge else (first, last)
    lower, upper = lower - edge, upper + edge
    # The drawing grows with the page, the words do not: room is worked out in the browser.
    pixel = f"{upper - lower} / max(width - {room + before}, 120)"
    least: Any = alt.ExprRef(f"{lower} - {before} * {pixel}") if before else lower
    most: Any = alt.ExprRef(f"{upper} + {room} * {pixel}") if room else upper
    years = last - first
    step = next(s for s, most_years in ((1, 12), (2, 24), (5, 99)) if years <= most_years)
    ticks = [y for y in range(first, last + 1) if y % step == 0 or step == 1]
    return alt.X(
        f"{field}:Q",
        title=None,
        scale=alt.Scale(domainMin=least, domainMax=most, nice=False, zero=False),
        axis=marks.year_axis(values=ticks, labelOverlap=True, labelSeparation=6),
    )


def halved(words: str) -> str:
    """Words in two lines, as equal as they can be."""
    spaces = [n for n, letter in enumerate(words) if letter == " "]
    if not spaces:
        return words
    at = min(spaces, key=lambda n: abs(n - len(words) / 2))
    return f"{words[:at]}\n{words[at + 1 :]}"


def spread(values: Sequence[float], least: float) -> list[float]:
    """Heights of labels spread so that neighbours are at least `least` from each other.

    Groups that touch are laid out round their own middle; order is kept.
    """
    order = sorted(range(len(values)), key=lambda i: values[i])
    groups: list[list[int]] = []
    for i in order:
        groups.append([i])
        while len(groups) > 1 and _reach(groups[-1], values, least)[0] < (
            _reach(groups[-2], values, least)[1] + least
        ):
            last = groups.pop()
            groups[-1] += last
    placed = list(values)
    for group in groups:
        start = _reach(group, values, least)[0]
        for n, i in enumerate(group):
            placed[i] = start + n * least
    return placed


def _reach(group: list[int], values: Sequence[float], least: float) -> tuple[float, float]:
    middle = sum(values[i] for i in group) / len(group)
    half = least * (len(group) - 1) / 2
    return middle - half, middle + half


def plot(height: int) -> int:
    """Pixels of a drawing's height that are left for marks: on screen the axes are inside it."""
    return height - 56 - marks.YEARS_BELOW


def known_only(words: str, known: str, t: Texts) -> str:
    """`words` with the years that are `known` filled in, or that nothing is known at all."""
    return t(words, years=known) if known else t("No data on this.")
