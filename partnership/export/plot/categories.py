"""The categories of a native chart: their order, and the words of each."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

from partnership.export.plot.layers import Layer, Unfit
from partnership.export.plot.names import KEY, labelled
from partnership.export.plot.pieces.piece import Piece
from partnership.language.texts import Texts

_IN_CODE = re.compile(rf"\d{{1,3}}|{KEY.pattern}")
_MOST = 260


def ordered(pieces: Sequence[Piece]) -> list[Hashable]:
    """Categories in order: every year between the first and the last, words as they come."""
    domain = _domain(pieces)
    seen = list(dict.fromkeys([*domain, *(q.key for p in pieces for q in p.points)]))
    keys = [k for k in seen if k is not None]
    if len(keys) > _MOST:
        raise Unfit("more categories than a native chart can name")
    if all(isinstance(k, int) for k in keys) and not pieces[0].across:
        years = [k for k in keys if isinstance(k, int)]
        return [*range(min(years), max(years) + 1)]
    if all(isinstance(k, str) and k[:4].isdigit() for k in keys) and not pieces[0].across:
        return sorted(keys, key=str)
    return keys


def _domain(pieces: Sequence[Piece]) -> list[Hashable]:
    """Categories in the order of the axis: as it lists them, by value, or as the rows come."""
    base = [p for p in pieces if p.shape == "bar"] or list(pieces)
    channel = base[0].layer.channel("y" if base[0].across else "x")
    if channel.get("type") == "quantitative":
        return []
    known = {q.key for p in pieces for q in p.points}
    sort = channel.get("sort", "ascending")
    domain = (channel.get("scale") or {}).get("domain", sort)
    if isinstance(domain, list):
        return [d for d in domain if d in known or isinstance(d, int)]
    field = channel.get("field")
    rows = [r.get(field) for p in base for r in p.layer.rows] if field else []
    listed = list(dict.fromkeys(r for r in rows if r in known))
    if isinstance(domain, str) and domain.lstrip("-") in ("x", "y"):
        whole = {k: sum(q.value for p in base for q in p.points if q.key == k) for k in listed}
        return sorted(listed, key=lambda k: whole[k], reverse=domain.startswith("-"))
    return listed if domain is None else sorted(listed, key=str)


def named(
    keys: Sequence[Hashable], pieces: Sequence[Piece], layers: Sequence[Layer], t: Texts
) -> list[str]:
    """The words of each category: of the axis where it has any, else of labels and tooltips."""
    piece = pieces[0]
    place = "y" if piece.across else "x"
    hidden = piece.layer.encoding.get(place, {}).get("axis", 0) is None
    labels = {k: t.day(str(k)) if _is_month(k) else " ".join(str(k).split()) for k in keys}
    if not hidden or not any(_IN_CODE.fullmatch(words) for words in labels.values()):
        return list(labels.values())
    field = piece.layer.field(place)
    for names in _candidates(piece, layers, str(field)):
        if set(keys) <= set(names) and len(set(names.values())) == len(names):
            return [" ".join(str(names[k]).split()) for k in keys]
    if any(not isinstance(k, int) for k in keys):
        raise Unfit("categories without names")
    return list(labels.values())


def _is_month(key: Hashable) -> bool:
    return isinstance(key, str) and bool(re.fullmatch(r"\d{4}-\d{2}", key))


def _candidates(
    piece: Piece, layers: Sequence[Layer], place: str
) -> Iterator[Mapping[Hashable, Any]]:
    for field, _ in piece.layer.tooltips():
        rows = [r for r in piece.layer.rows if isinstance(r.get(field), str)]
        names = {r.get(place): r[field] for r in rows}
        if all(names[r.get(place)] == r[field] for r in rows):
            yield names
    for layer in (one for one in layers if one.kind == "text"):
        words: dict[Hashable, Any] = {}
        for _, row, text in labelled([layer]):
            words.setdefault(row.get(place), text)
        yield words
