"""Bars for tests of their drawing, words and native chart."""

from __future__ import annotations

from partnership import palette
from partnership.charts.forms import Bars, Category, Heading, Point, Series, Unit
from partnership.charts.forms.bars import single

ITALY, KAZAKHSTAN = palette.ITALY.light, palette.KAZAKHSTAN.light
ROWS = (Category("a", "Almaty"), Category("b", "Bari"), Category("c", "Cagliari"))
LATE, EARLY = Heading("Late count", "2020"), Heading("Early count", "1990")


def point(at: str, value: float | None, **more: str) -> Point:
    """A value worded as `3 t`; labelled so unless `label` is given."""
    words = "" if value is None else f"{value:g} t"
    return Point(at, value, **{"words": words, "label": words, **more})  # type: ignore[arg-type]


def alone() -> Bars:
    """One series, of which one value is estimated and one unknown."""
    points = (
        point("a", 3e6),
        point("b", 1e6, status="estimated", colour=ITALY),
        point("c", None, label="rank 4"),
    )
    return Bars(ROWS, single(points, KAZAKHSTAN), "Town", "Tonnes", unit=Unit("Mt", power=6))


def several(arranged: str, **more: object) -> Bars:
    """Two series, the second without a value for the last row."""
    first = Series("Rail", KAZAKHSTAN, tuple(point(k, 2, label="") for k in "abc"), mark="bar")
    second = Series("Sea", ITALY, (point("a", 1, label=""), point("b", 3, label="")), mark="bar")
    look = {"by": "Mode", "arranged": arranged, **more}
    return Bars(ROWS, (first, second), "Town", "Tonnes", **look)  # type: ignore[arg-type]


def grouped() -> Bars:
    """Rows under two headings, two of them of one name."""
    rows = (
        Category("1", "Press", heading=LATE),
        Category("2", "Ministry", heading=LATE),
        Category("3", "Press", heading=EARLY),
    )
    points = (point("1", 5), point("2", 4), point("3", 1))
    return Bars(rows, single(points, ITALY), "Source", "Number")


def both_ways() -> Bars:
    """Bars on either side of zero, their names above them."""
    points = (point("a", -4), point("b", 2))
    return Bars(ROWS[:2], single(points, ITALY), "Town", "Change", above=True)
