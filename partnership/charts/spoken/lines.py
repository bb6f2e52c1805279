"""Lines in words: of each series the first and the last value, the highest and the lowest."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from partnership.charts.forms import Lines, Place, Point, Series
from partnership.language.texts import Texts

_LONG = 600
"""Letters after which series are named by their last value alone."""
_FEW = 3
"""Values that are all read out."""
_OURS = ("ITA", "eni")


def words(form: Lines, t: Texts) -> str:
    """Series that matter first; those that come last are short where it would get too long."""
    own = sorted(form.series, key=lambda one: (one.muted, one.mark != "line"))
    known = [(one, [p for p in one.points if p.value is not None]) for one in own]
    sentences = [t("Lines by year: {what}.", what=form.unit.name or form.measure)]
    sentences += [t("Level: {name}.", name=rule.name) for rule in form.rules if rule.name]
    rank = _rank(form, t)
    for one, points in known:
        if points:
            whole = sentence(one, t, ranks=bool(form.ranks))
            long = sum(len(s) for s in [*sentences, whole, rank]) > _LONG or one.muted
            sentences.append(_last(one, points, t) if long else whole)
    last = [rank] if rank else []
    while len(" ".join([*sentences, *last])) > _LONG and len(sentences) > 1:
        sentences.pop()
    return " ".join([*sentences, *last])


def sentence(
    one: Series, t: Texts, *, ranks: bool = False, named: Callable[[Place], str] = str
) -> str:
    """A series with its ends and extremes, or all of a few values; `named` puts places in words."""
    points = [p for p in one.points if p.value is not None]
    if len(points) <= _FEW or one.mark == "points":
        each = "; ".join(f"{p.words} ({named(p.at)})" for p in points)
        return t("{name}: {values}.", name=one.name, values=each)
    least = min(points, key=lambda p: p.value or 0)
    most = max(points, key=lambda p: p.value or 0)
    if ranks:
        least, most = most, least
    first, last = points[0], points[-1]
    return t(
        "{name}: {first} in {start}, {last} in {end}; highest {most} in {peak}, lowest {least} in "
        "{low}.",
        name=one.name,
        first=first.words,
        start=named(first.at),
        last=last.words,
        end=named(last.at),
        most=most.words,
        peak=named(most.at),
        least=least.words,
        low=named(least.at),
    )


def _last(one: Series, points: Sequence[Point], t: Texts) -> str:
    last = points[-1]
    return t("{name}: {last} in {end}.", name=one.name, last=last.words, end=last.at)


def _rank(form: Lines, t: Texts) -> str:
    """Italy's place, or Eni's, among the lines in the last year that has it."""
    if form.ranks:
        return ""
    ours = next((s for s in form.series if s.entity in _OURS and s.mark == "line"), None)
    others = {s.entity for s in form.series if s.entity}
    if ours is None or len(others) < _FEW:
        return ""
    year = max(p.at for p in ours.points if p.value is not None)
    values = [p.value for s in form.series for p in s.points if p.at == year and s.mark == "line"]
    known = sorted((v for v in values if v is not None), reverse=True)
    (own,) = (p.value for p in ours.points if p.at == year and p.value is not None)
    return t(
        "In {year} {name} is number {rank} of the {count} drawn.",
        year=year,
        name=ours.name,
        rank=known.index(own) + 1,
        count=len(known),
    )
