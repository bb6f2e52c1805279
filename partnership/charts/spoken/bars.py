"""Horizontal bars in words: every bar with its value, or what the bars of a heading range over."""

from __future__ import annotations

from itertools import groupby

from partnership.charts.forms import Bars, Category
from partnership.language.texts import Texts

_MOST = 560
"""Letters after which further bars are only counted."""


def words(bars: Bars, t: Texts) -> str:
    """Written as `Bars (share): Uranium: 38.4 %; Asbestos: 18.6 %.`, as they are drawn."""
    found: list[str] = []
    for heading, rows in groupby(bars.categories, lambda one: one.heading):
        if heading:
            found.append(_range(bars, heading.name, tuple(rows), t))
        else:
            found += [_row(bars, one, t) for one in rows]
    if not found:
        return t("No bars.")
    counted = bars.unit.name or bars.measure
    return t("Bars ({counted}): {bars}.", counted=counted, bars=_listed(found, t))


def _row(bars: Bars, row: Category, t: Texts) -> str:
    several = len(bars.bars) > 1
    values = [
        f"{s.name} {p.words}" if s.name and (several or s.mark == "points") else p.words
        for s in bars.series
        for p in s.points
        if p.at == row.key and p.words
    ]
    if not values:
        return row.name
    return t("{name}: {values}", name=row.name, values=", ".join(values))


def _range(bars: Bars, heading: str, rows: tuple[Category, ...], t: Texts) -> str:
    keys = {row.key for row in rows}
    known = [(p.value, p.words) for s in bars.series for p in s.points if p.at in keys]
    found = sorted((value, words) for value, words in known if value is not None)
    if len({words for _, words in found}) < 2:
        return t("{name}: {values}", name=heading, values=found[0][1] if found else "")
    return t.plural(
        "{heading}: {count} bar, {low} to {high}",
        "{heading}: {count} bars, {low} to {high}",
        len(found),
        heading=heading,
        low=found[0][1],
        high=found[-1][1],
    )


def _listed(found: list[str], t: Texts) -> str:
    fitting = len(found)
    while fitting > 1 and len("; ".join(found[:fitting])) > _MOST:
        fitting -= 1
    left = len(found) - fitting
    if not left:
        return "; ".join(found)
    more = t.plural(
        "{count} more, the last {last}", "{count} more, the last {last}", left, last=found[-1]
    )
    return "; ".join([*found[:fitting], more])
