"""Columns in words: every number of a small chart, else what matters of each series."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from partnership.charts.forms import Columns, Point, Series
from partnership.language.texts import Texts

_FEW = 14
"""Values up to which all of them are read out."""
_MOST = 600
"""Letters that are still listened to."""
_OURS = ("ITA", "eni")
"""Ids of whom the rank is read out."""


def words(columns: Columns, t: Texts) -> str:
    """Written as `Columns by year, …: Italy $4.90bn (2013), …; … .`, as full as fits."""
    series = [s for s in columns.series if any(p.words for p in s.points)]
    if columns.totals and columns.total and any(p.words for p in columns.totals):
        series.insert(0, Series(columns.total, "", columns.totals))
    few = sum(len(_known(s.points)) for s in series) <= _FEW
    ways: tuple[Callable[[Sequence[Point], Columns, Texts], str], ...] = (_ends_peaks, _ends, _last)
    sentence = ""
    for way in (_all, *ways) if few else ways:
        named = [
            t("{name}: {values}", name=s.name, values=way(s.points, columns, t))
            for s in series
            if _known(s.points)
        ]
        sentence = _sentence(named, columns, t)
        if len(sentence) <= _MOST:
            break
    return sentence


def _sentence(named: Sequence[str], columns: Columns, t: Texts) -> str:
    places = columns.places()
    first, last = columns.name_of(places[0]), columns.name_of(places[-1])
    span = first if first == last else f"{first}–{last}"
    sentences = [
        t(
            "Columns. {what}: {span}; unit: {unit}. {series}.",
            what=columns.what,
            span=span,
            unit=columns.unit.name,
            series="; ".join(named),
        )
    ]
    return " ".join([*sentences, *_rank(columns, t)])


def _rank(columns: Columns, t: Texts) -> list[str]:
    """The rank of Italy or Eni at the last place, unless some are drawn together as others."""
    last = columns.places()[-1]
    now = {
        s.entity: p.value
        for s in columns.bars()
        for p in s.points
        if p.at == last and p.value is not None
    }
    if not columns.ranked or "other" in now:
        return []
    return [
        t(
            "{name} in {period}: rank {rank} of {count}.",
            name=t.short(entity),
            period=columns.name_of(last),
            rank=1 + sum(value > now[entity] for value in now.values()),
            count=len(now),
        )
        for entity in _OURS
        if entity in now
    ]


def _known(points: Sequence[Point]) -> list[Point]:
    return [p for p in points if p.value is not None and p.words]


def _one(point: Point, columns: Columns, t: Texts) -> str:
    return t("{value} ({period})", value=point.words, period=columns.name_of(point.at))


def _all(points: Sequence[Point], columns: Columns, t: Texts) -> str:
    return ", ".join(_one(p, columns, t) for p in _known(points))


def _ends(points: Sequence[Point], columns: Columns, t: Texts) -> str:
    known = _known(points)
    return ", ".join(_one(p, columns, t) for p in dict.fromkeys((known[0], known[-1])))


def _ends_peaks(points: Sequence[Point], columns: Columns, t: Texts) -> str:
    """First and last, and the highest and the lowest where these are others."""
    known = _known(points)
    by_value = sorted(known, key=lambda p: p.value or 0.0)
    parts = [_ends(points, columns, t)]
    if by_value[-1] not in (known[0], known[-1]):
        parts.append(t("highest {value}", value=_one(by_value[-1], columns, t)))
    if by_value[0] not in (known[0], known[-1]):
        parts.append(t("lowest {value}", value=_one(by_value[0], columns, t)))
    return ", ".join(parts)


def _last(points: Sequence[Point], columns: Columns, t: Texts) -> str:
    return _one(_known(points)[-1], columns, t)
