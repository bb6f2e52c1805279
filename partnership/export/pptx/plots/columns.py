"""Columns as a native chart: every place a category; what is not sure is hollow."""

from __future__ import annotations

from collections.abc import Sequence

from partnership import palette
from partnership.charts import forms
from partnership.charts.forms import Columns, Point
from partnership.charts.forms.parts import Place
from partnership.export.pptx.plots.model import Drawn, Plot, Series, Style

_MOST = 16
"""Series that a reader can still tell from each other."""
_HOLLOW = ("incomplete", "planned")


def plot(columns: Columns) -> Plot | None:
    """Columns with the table's values; none where names are alike or there are too many."""
    places = _places(columns)
    known = [s for s in columns.series if any(p.value is not None for p in s.points)]
    names = [s.name for s in known]
    if not columns.bars() or len(names) > _MOST or len(set(names)) < len(names):
        return None
    return Plot(
        kind="column",
        categories=tuple(columns.name_of(p) for p in places),
        series=tuple(_series(s, places) for s in known),
        stacked=columns.arrangement == "stacked" and len(columns.bars()) > 1,
        overlaid=columns.arrangement == "overlaid",
        unit=columns.unit.name,
        suffix=columns.unit.suffix,
        power=columns.unit.power,
        span=columns.span,
        joined=any(s.mark == "line" for s in columns.series),
        breaks=tuple(
            ((places.index(b.at) + 0.5) / len(places), b.words)
            for b in columns.breaks
            if b.at in places
        ),
    )


def _places(columns: Columns) -> Sequence[Place]:
    """Every place, and the years between them unless they are left out."""
    known = columns.places()
    years = [p for p in known if isinstance(p, int)]
    if columns.gaps or len(years) < len(known):
        return known
    return range(years[0], years[-1] + 1)


def _series(one: forms.Series, places: Sequence[Place]) -> Series:
    by_place = {p.at: p for p in one.points if p.value is not None}
    amounts = tuple(by_place[p].value if p in by_place else None for p in places)
    level = one.mark == "steps" and len(set(amounts) - {None}) == 1
    if level:
        (height,) = set(amounts) - {None}
        amounts = (height,) * len(places)
    drawn = _drawn(one, level=level)
    bar = drawn == "bar"
    unsure = not bar and all(p.status in (*_HOLLOW, "press") for p in by_place.values())
    return Series(
        name=one.name,
        amounts=amounts,
        colour=one.colour,
        drawn=drawn,
        dashed=(drawn == "line" and unsure) or (level and one.muted),
        hollow=unsure,
        thin=level,
        dots=drawn == "line" and not level,
        styles=_styles(one, by_place, places) if bar else {},
    )


def _drawn(one: forms.Series, *, level: bool) -> Drawn:
    if one.mark in ("bar", "broad"):
        return "bar"
    if one.mark == "steps":
        return "line" if level else "ticks"
    return "line" if one.mark == "line" else "points" if one.mark == "points" else "ticks"


def _styles(
    one: forms.Series, by_place: dict[Place, Point], places: Sequence[Place]
) -> dict[int, Style]:
    """Bars that look otherwise than their series."""
    styles = {}
    for n, place in enumerate(places):
        point = by_place.get(place)
        if point is not None:
            pale = palette.tint(point.colour or one.colour) if point.status == "estimated" else ""
            styles[n] = Style(pale or point.colour, point.status in _HOLLOW)
    return {n: style for n, style in styles.items() if style != Style()}
