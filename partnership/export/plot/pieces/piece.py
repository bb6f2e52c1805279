"""A piece of a drawing: points that could be one series of a chart, still unnamed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from partnership.export.plot.layers import Layer, Row, Unfit

Shape = Literal["bar", "line", "points", "ticks", "reference", "bound"]


@dataclass(frozen=True)
class Point:
    """One value at one category, as it is drawn, with the row it was drawn from."""

    key: Hashable
    value: float
    row: Row
    colour: str
    hollow: bool = False
    dashed: bool = False


@dataclass(frozen=True)
class Piece:
    """Points that belong together: bars of one colour, one line, loose points.

    `stacked`: they are stacked on other pieces; `across`: bars are horizontal; `plain`:
    lines have a dot at each value.
    """

    shape: Shape
    points: tuple[Point, ...]
    layer: Layer
    stacked: bool = False
    across: bool = False
    plain: bool = False
    gaps: frozenset[Hashable] = field(default_factory=frozenset)

    def keys(self) -> set[Hashable]:
        """The categories at which there is a value."""
        return {p.key for p in self.points}

    @property
    def colour(self) -> str:
        """The colour of most of it."""
        seen = [p.colour for p in self.points]
        return max(dict.fromkeys(seen), key=seen.count)


def straight(layer: Layer) -> None:
    """Raise `Unfit` for an axis that runs backwards or is not even."""
    for channel in ("x", "y"):
        scale = layer.channel(channel).get("scale") or {}
        ends = scale.get("domain", ())
        turned = layer.numeric(channel) and len(ends) == 2 and ends[0] > ends[1]
        if turned or scale.get("reverse") or layer.channel(channel).get("sort") == "descending":
            raise Unfit("an axis that runs backwards")
        if scale.get("type") not in (None, "linear", "band", "point", "time", "utc"):
            raise Unfit("an axis that is not even")


def groups(layer: Layer, channels: Iterable[str]) -> list[list[Row]]:
    """Rows grouped by the values of the channels, in the order in which they first appear."""
    fields = [f for c in channels if (f := layer.field(c)) is not None]
    detail = layer.encoding.get("detail", ())
    detail = [detail] if isinstance(detail, Mapping) else detail
    fields += [d["field"] for d in detail]
    grouped: dict[tuple[Any, ...], list[Row]] = {}
    for row in layer.rows:
        grouped.setdefault(tuple(row.get(f) for f in fields), []).append(row)
    return list(grouped.values())


def point(layer: Layer, row: Row, key: Hashable, value: Any) -> Point:
    """A point of a layer at the category `key`, with the look of its row."""
    return Point(key, float(value), row, layer.colour(row), layer.hollow(row), layer.dashed(row))


def single(piece: Piece) -> Piece:
    """The piece, with one value at each category."""
    if len(piece.keys()) < len(piece.points):
        raise Unfit("a category with two values of one look")
    return piece


def place_of(value: Any, places: Mapping[float, Hashable] | None = None) -> Hashable:
    """A place on an axis as a category: a year, a month, a word."""
    if isinstance(value, float) and places:
        return places.get(round(value, 4), round(value))
    if isinstance(value, float):
        if not value.is_integer():
            raise Unfit("places between two years")
        return int(value)
    return value[:7] if _is_day(value) else value


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and len(value) >= 10 and value[4:5] == value[7:8] == "-"
