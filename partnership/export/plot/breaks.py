"""What explains a break: upright lines in a drawing, with their words or numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from partnership.export.plot.layers import Layer, Row


def labelled_lines(layers: Sequence[Layer]) -> list[tuple[Any, str]]:
    """Where (as the drawing has it: a year, a day) and what, in the order of the drawing."""
    found: dict[tuple[Any, str], None] = {}
    for layer in layers:
        place = layer.field("x")
        upright = layer.channel("y2") or layer.field("y") is None
        if layer.kind != "rule" or place is None or layer.field("x2") or not upright:
            continue
        for row in layer.rows:
            for words in _words(row, layers):
                found.setdefault((row[place], words))
    return list(found)


def _words(row: Row, layers: Sequence[Layer]) -> Iterator[str]:
    """The label drawn from the very row of a line."""
    for layer in layers:
        field = layer.field("text")
        if layer.kind == "text" and field:
            for other in layer.rows:
                if other == row and other.get(field) is not None:
                    yield " ".join(str(other[field]).split())
