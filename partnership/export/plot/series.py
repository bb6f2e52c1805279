"""The series of a native chart, built from the pieces of a drawing, each with a name of its own."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from partnership.export.office import Drawn, Series, Style
from partnership.export.plot.layers import Unfit
from partnership.export.plot.numbers import Numbers
from partnership.export.plot.pieces.piece import Piece
from partnership.language.texts import Texts


def from_pieces(
    pieces: Sequence[Piece],
    names: list[str],
    numbers: Numbers,
    keys: list[Hashable],
    title: str,
    t: Texts,
) -> list[Series]:
    """Series with a value or none at each of `keys`; `title` names one that is alone."""
    found: list[Series] = []
    place = {key: n for n, key in enumerate(keys)}
    for piece, name, values in zip(pieces, names, numbers.values, strict=True):
        one = _series(piece, name, values, place)
        before = next((n for n, s in enumerate(found) if _continues(s, one, piece)), None)
        if before is None:
            found.append(one)
        else:
            found[before] = _continued(found[before], one)
    return _named(found, title, t)


def _series(piece: Piece, name: str, values: Sequence[float], place: dict[Hashable, int]) -> Series:
    row: list[float | None] = [None] * len(place)
    styles: dict[int, Style] = {}
    colour, dashed = piece.colour, all(p.dashed for p in piece.points)
    for point, value in zip(piece.points, values, strict=True):
        if point.key is None:
            row = [value] * len(place)
            continue
        row[place[point.key]] = value
        hollow = point.hollow and piece.shape == "bar"
        own = Style(point.colour if point.colour != colour else "", hollow)
        if own != Style():
            styles[place[point.key]] = own
    drawn: Drawn = piece.shape if piece.shape in ("bar", "points", "ticks") else "line"
    hollow = all(p.hollow for p in piece.points)
    return Series(
        name=name,
        amounts=tuple(row),
        colour=colour,
        drawn=drawn,
        dashed=(dashed and piece.shape != "bar") or piece.shape == "bound",
        hollow=hollow,
        thin=piece.shape in ("reference", "bound") or (piece.shape == "line" and _thin(piece)),
        dots=piece.plain or len(piece.points) == 1,
        styles=styles,
    )


def _thin(piece: Piece) -> bool:
    wide = piece.layer.channel("strokeWidth")
    return float(wide.get("value", piece.layer.mark.get("strokeWidth", 2))) < 1.5


def _continues(one: Series, other: Series, piece: Piece) -> bool:
    """Whether bars go on where others end, in another look."""
    if {one.drawn, other.drawn} != {"bar"} or one.name != other.name or piece.stacked:
        return False
    both = zip(one.amounts, other.amounts, strict=True)
    return not any(a is not None and b is not None for a, b in both)


def _continued(one: Series, other: Series) -> Series:
    values = tuple(
        a if a is not None else b for a, b in zip(one.amounts, other.amounts, strict=True)
    )
    styles = dict(one.styles)
    for n, value in enumerate(other.amounts):
        if value is not None:
            own = other.styles.get(n, Style())
            colour = own.colour or (other.colour if other.colour != one.colour else "")
            styles[n] = Style(colour, own.hollow or other.hollow)
    return replace(one, amounts=values, styles={n: s for n, s in styles.items() if s != Style()})


def _named(found: list[Series], title: str, t: Texts) -> list[Series]:
    """Every series with a name of its own. Raises `Unfit` where the main ones have none."""
    main = [s for s in found if s.drawn == found[0].drawn and not s.thin]
    named: list[Series] = []
    for one in found:
        name = one.name
        if not name and one.drawn == found[0].drawn and not one.thin and len(main) == 1:
            name = title
        name = name or _by_look(one, found, t)
        taken = {s.name for s in named}
        if name in taken and one.name:
            name = _distinguished(name, one, t)
        first, n = name, 2
        while name in taken:
            name, n = t("{name} ({number})", name=first, number=n), n + 1
        named.append(replace(one, name=name))
    return named


def _by_look(one: Series, found: list[Series], t: Texts) -> str:
    if one.drawn in ("points", "ticks"):
        main = (s for s in found if s.name and not s.thin and s.drawn in ("bar", "line"))
        owner = next((s.name for s in main if s.colour == one.colour), "")
        return t("{name}, single values", name=owner) if owner else t("Single values")
    if one.thin and one.dashed:
        owner = next((s.name for s in found if s.name and _meets(s, one)), "")
        return t("{name}, upper bound", name=owner) if owner else t("Dashed line")
    if one.dashed:
        return t("Dashed line")
    if one.thin and len({v for v in one.amounts if v is not None}) == 1:
        return t("Reference line")
    raise Unfit("a series without a name")


def _meets(line: Series, bound: Series) -> bool:
    """Whether a bound lies over every value of a line of its colour that it stands beside."""
    both = [
        (a, b)
        for a, b in zip(line.amounts, bound.amounts, strict=True)
        if a is not None and b is not None
    ]
    return bool(both) and all(b >= a - 1e-9 for a, b in both) and line.colour == bound.colour


def _distinguished(name: str, one: Series, t: Texts) -> str:
    if one.drawn in ("points", "ticks"):
        return t("{name}, single values", name=name)
    if one.drawn == "line" and one.dashed:
        return t("{name}, dashed", name=name)
    raise Unfit("two series of one name")


def lying(found: list[Series]) -> list[Series]:
    """Loose points of horizontal bars, as hollow bars; only at categories without a bar."""
    taken = {n for s in found if s.drawn == "bar" for n, v in enumerate(s.amounts) if v is not None}
    bars = []
    for one in found:
        if one.drawn != "bar" and taken & {n for n, v in enumerate(one.amounts) if v is not None}:
            raise Unfit("points upon bars that lie on their side")
        bars.append(one if one.drawn == "bar" else replace(one, drawn="bar", hollow=True))
    return bars
