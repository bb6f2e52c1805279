"""Names of the series and categories of a native chart, found in the drawing itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from partnership import palette
from partnership.export.plot.layers import Layer, Row
from partnership.export.plot.numbers import Numbers
from partnership.export.plot.pieces.piece import Piece
from partnership.language.texts import Texts

_HEX = re.compile(r"#[0-9a-fA-F]{3,8}")
KEY = re.compile(r"(?=.*[a-zA-Z])([a-z0-9]+(_[a-z0-9]+)*|[A-Z]{3})")
_NUMBER = re.compile(r"[\s:,·]*[+−<>-]?\s?\d.*$", re.DOTALL)
_STARTS = re.compile(r"[\s+−<>≈-]*\d")
_DIGITS = range(4)
_LONGEST = 40
"""Letters of a name; what is longer is the title of a source."""

Namer = Callable[[Piece], Iterator[str]]


def clean(words: object) -> str:
    """Words of a label on one line, without the value that it ends with."""
    return _NUMBER.sub("", " ".join(str(words).split())).strip(" :,·–")


def series(
    pieces: Sequence[Piece], layers: Sequence[Layer], numbers: Numbers, t: Texts
) -> list[str]:
    """A name for each piece, an empty one where the drawing has none.

    A way of naming counts only where it gives all pieces of one shape different names.
    """
    names = [""] * len(pieces)
    main = [p for p in pieces if p.shape == pieces[0].shape]
    ways: list[Namer] = [
        lambda p: _by_place(p, layers),
        _by_colour_scale,
        _by_offset,
        lambda p: _by_tooltip(p, pieces),
    ]
    if len(pieces) > 1 or len(main) > 1:
        ways += [
            lambda p: _by_hover(p, pieces, layers, t),
            lambda p: _by_row(p, pieces, t),
            lambda p: _by_label(p, pieces, layers),
            lambda p: _by_table(p, pieces, numbers, t),
        ]
    for way in ways:
        found = [
            next(way(p), "") if not n and p.shape != "bound" else ""
            for p, n in zip(pieces, names, strict=True)
        ]
        for n, name in enumerate(found):
            alike = [m for m, other in enumerate(found) if other == name and m != n]
            if name and not any(_beside(pieces[n], pieces[m]) for m in alike):
                names[n] = names[n] or name
    return names


def _beside(one: Piece, other: Piece) -> bool:
    """Whether two pieces of one look compete: they have values at the same categories."""
    return one.shape == other.shape and len(one.keys() & other.keys()) > 1


def _by_colour_scale(piece: Piece) -> Iterator[str]:
    for channel in ("color", "fill", "stroke"):
        definition = piece.layer.channel(channel)
        scale = definition.get("scale") or {}
        if definition.get("field") and scale.get("range"):
            yield from _constant(piece, str(definition["field"]))


def _by_offset(piece: Piece) -> Iterator[str]:
    for channel in ("yOffset", "xOffset"):
        field = piece.layer.field(channel)
        if field:
            yield from _constant(piece, field)


def _by_tooltip(piece: Piece, pieces: Sequence[Piece]) -> Iterator[str]:
    loose = piece.shape == "points"
    if loose and any(p.colour == piece.colour for p in pieces if p.shape != "points"):
        return
    for field, _ in piece.layer.tooltips():
        if _tells(field, piece, pieces) or (loose and len(piece.points) == 1):
            labels = (n for n in _constant(piece, field) if not _STARTS.match(n))
            yield from (n for n in labels if not loose or (n == clean(n) and len(n) <= _LONGEST))


def _tells(field: str, piece: Piece, pieces: Sequence[Piece]) -> bool:
    """Whether a field has one value in each piece of a mark, so that it names them."""
    mates = [p for p in pieces if p.layer is piece.layer and len(p.points) > 1]
    return bool(mates) and all(any(True for _ in _constant(p, field)) for p in mates)


def _constant(piece: Piece, field: str) -> Iterator[str]:
    """The words in a field of all rows of a piece, if they are the same everywhere."""
    seen = {p.row.get(field) for p in piece.points}
    value = seen.pop() if len(seen) == 1 else None
    if isinstance(value, str) and value.strip() and not _HEX.fullmatch(value):
        yield " ".join(value.split())


def _by_hover(
    piece: Piece, pieces: Sequence[Piece], layers: Sequence[Layer], t: Texts
) -> Iterator[str]:
    """The title of the tooltip field that has the values of a piece."""
    for layer in layers:
        if layer.kind == "rect" and layer is not piece.layer:
            by_time = {r.get("year") or str(r.get("start"))[:7]: r for r in layer.rows}
            yield from _titles(piece, layer, [by_time.get(p.key) for p in piece.points], t)
        if layer is piece.layer:
            yield from _own_titles(piece, pieces, t)


def _own_titles(piece: Piece, pieces: Sequence[Piece], t: Texts) -> Iterator[str]:
    """The same in a piece's own tooltip, where that has the values of another piece too."""
    own_title = next(_titles(piece, piece.layer, [p.row for p in piece.points], t), "")
    for other in pieces:
        alike = other.layer.tooltips() == piece.layer.tooltips() and other.shape == piece.shape
        if alike and other is not piece:
            title = next(_titles(other, other.layer, [p.row for p in other.points], t), "")
            if own_title and title and title != own_title:
                yield own_title


def _titles(piece: Piece, layer: Layer, rows: Sequence[Row | None], t: Texts) -> Iterator[str]:
    for field, title in layer.tooltips():
        if title and _says(piece, rows, field, t):
            yield title


def _says(piece: Piece, rows: Sequence[Row | None], field: str, t: Texts) -> bool:
    if not any(p.value for p in piece.points):
        return False
    for point, row in zip(piece.points, rows, strict=True):
        text = None if row is None else row.get(field)
        if not isinstance(text, str) or not any(
            re.match(rf"\W*{re.escape(t.number(point.value, d))}(?![\d]|[.,]\d)", text)
            for d in _DIGITS
        ):
            return False
    return True


def _by_row(piece: Piece, pieces: Sequence[Piece], t: Texts) -> Iterator[str]:
    """Words or a known key in the rows themselves."""
    if piece.shape == "points":
        return
    fields = dict.fromkeys(f for p in piece.points for f in p.row)
    for field in fields:
        for value in _constant(piece, field):
            if KEY.fullmatch(value):
                yield from _spoken(value, t)
            elif _tells(field, piece, pieces) and clean(value):
                yield clean(value)


def _spoken(key: str, t: Texts) -> Iterator[str]:
    label = t.short(key)
    if label != t.quote(key):
        yield label


def labelled(layers: Sequence[Layer]) -> Iterator[tuple[Layer, Row, str]]:
    """Every label of a drawing: its layer, its row, its words."""
    for layer in layers:
        field = layer.field("text")
        if layer.kind == "text" and field:
            yield from ((layer, r, str(r[field])) for r in layer.rows if r.get(field))


def _by_place(piece: Piece, layers: Sequence[Layer]) -> Iterator[str]:
    """Words at the very place of a rule or of a loose point."""
    if piece.shape == "reference":
        yield from (" ".join(w.split()) for w in _at_height(piece, layers))
    elif piece.shape in ("points", "ticks"):
        yield from (c for w in _at_height(piece, layers) if (c := clean(w)))


def _by_label(piece: Piece, pieces: Sequence[Piece], layers: Sequence[Layer]) -> Iterator[str]:
    """Words in the colour of a mark; of points, only where nothing else has that colour."""
    if piece.shape == "points" and any(p.colour == piece.colour for p in pieces if p is not piece):
        return
    shades = {
        piece.layer.shade(p.row, c) for p in piece.points for c in ("color", "fill", "stroke")
    }
    rivals = [p for p in pieces if p.colour == piece.colour and p.shape == piece.shape]
    if len(rivals) > 1 and any(_beside(piece, r) for r in rivals if r is not piece):
        return
    for layer, row, words in labelled(layers):
        colours = {layer.shade(row, "color")} - {"", palette.INK.light, palette.PAPER.light}
        if colours & shades and clean(words):
            yield clean(words)


def _at_height(piece: Piece, layers: Sequence[Layer]) -> Iterator[str]:
    """Labels drawn from the same row, or from one with the same values."""
    for layer, row, words in labelled(layers):
        for point in piece.points:
            common = set(row) & set(point.row)
            same = len(common) > 1 and all(row[c] == point.row[c] for c in common)
            if same or _touches(piece, point.row, layer, row):
                yield words


def _touches(piece: Piece, mark: Row, layer: Layer, label: Row) -> bool:
    """Whether a rule and a label stand at the same height, where neither has a row in common."""
    one, other = piece.layer.field("y"), layer.field("y")
    if piece.shape != "reference" or one is None or other is None:
        return False
    return bool(mark.get(one) == label.get(other))


def _by_table(piece: Piece, pieces: Sequence[Piece], numbers: Numbers, t: Texts) -> Iterator[str]:
    """The words of the table beside the values of this piece and of no other."""
    place = next(n for n, p in enumerate(pieces) if p is piece)
    if len(piece.points) == 1 or piece.shape == "points":
        return  # One value may stand in a table many times.
    for column, value in numbers.known[place].items():
        others = [
            k.get(column)
            for n, k in enumerate(numbers.known)
            if n != place and pieces[n].shape != "points"
        ]
        if value not in others:
            yield from _spoken(value, t)
