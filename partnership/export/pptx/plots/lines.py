"""Lines as a native chart: years as categories, the table's values, hollow what is less sure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from partnership.charts import breaks, marks
from partnership.charts.drawn.line import axes as lines_axes
from partnership.charts.drawn.line.marks import hollow, runs
from partnership.charts.forms import Lines, Point, Series
from partnership.export.pptx.plots.model import Plot, Style
from partnership.export.pptx.plots.model import Series as Written

_HEIGHT = 340
_NOISE = 1 + 1e-9
"""By how much a bound has to exceed its line to be one, beyond the noise of a sum."""


def plot(form: Lines, height: int | None) -> Plot | None:
    """None for ranks: no native chart counts downwards."""
    if form.ranks:
        return None
    first, last = form.years()
    years = list(range(first, last + 1))
    low, high = lines_axes.span(form, height or _HEIGHT)
    shown = breaks.stacked(form.breaks, first, last)
    return Plot(
        "line",
        tuple(str(y) for y in years),
        tuple(_series(form, years)),
        unit=form.unit.name,
        suffix=form.unit.suffix,
        power=form.unit.power,
        span=(low, high) if low == 0 else None,
        joined=any(_skips(run) for s in form.series for _, run in runs(s)),
        breaks=tuple(((int(str(b.at)) - first + 0.5) / len(years), b.words) for b, _ in shown),
    )


def _skips(run: list[Point]) -> bool:
    """Whether a line leads over a year without a value."""
    return int(str(run[-1].at)) - int(str(run[0].at)) >= len(run)


def _series(form: Lines, years: list[int]) -> Iterator[Written]:
    for rule in form.rules:
        if rule.name:
            level = (rule.value,) * len(years)
            yield Written(rule.name, level, marks.INK, "line", thin=True, dots=True)
    for fill in form.fills:
        bounds = [(g.at, g.high) for g in fill.gaps if g.high > g.low * _NOISE]
        if fill.bound and bounds:
            upper = _amounts(bounds, years)
            yield Written(fill.name, upper, fill.colour, "line", dashed=True, thin=True)
    for one in form.series:
        yield from _line(form, one, years) if one.mark == "line" else _points(one, years)


def _line(form: Lines, one: Series, years: list[int]) -> Iterator[Written]:
    """A series as one line, and what a dotted line leads on to as another."""
    known = [p for p in one.points if p.value is not None]
    led = {id(p): p for stroke, run in runs(one) if stroke != one.line for p in run}
    own = [p for p in known if p.status != "press" or id(p) not in led]
    open_marks = {years.index(int(str(p.at))): Style(hollow=True) for p in own if hollow(one, p)}
    yield Written(
        one.name,
        _amounts(_values(own), years),
        one.colour,
        "line",
        dashed=one.line != "solid",
        hollow=one.line == "dotted",
        thin=one.muted or one.line == "dotted",
        dots=(form.dots and one.line != "dashed") or one.line == "dotted" or len(known) == 1,
        styles=open_marks if one.line != "dotted" else {},
    )
    if led:
        values = _amounts(_values(led.values()), years)
        yield Written(one.later, values, one.colour, "line", True, True, thin=True, dots=True)


def _points(one: Series, years: list[int]) -> Iterator[Written]:
    """Points alone; those that share a year are series of their own."""
    turns: list[list[Point]] = []
    for point in (p for p in one.points if p.value is not None):
        free = [turn for turn in turns if all(p.at != point.at for p in turn)]
        if not free:
            turns.append(free := [])
            free = [turns[-1]]
        free[0].append(point)
    for n, turn in enumerate(turns, 1):
        yield Written(
            one.name if n == 1 else f"{one.name} ({n})",
            _amounts(_values(turn), years),
            one.colour,
            "points",
            hollow=all(hollow(one, p) for p in turn),
        )


def _values(points: Iterable[Point]) -> Iterator[tuple[int, float]]:
    return ((int(str(p.at)), p.value) for p in points if p.value is not None)


def _amounts(values: Iterable[tuple[int, float]], years: list[int]) -> tuple[float | None, ...]:
    by_year = dict(values)
    return tuple(by_year.get(y) for y in years)
