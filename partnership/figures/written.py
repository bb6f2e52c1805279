"""The finished specification of a figure as text, written once for everyone who draws it."""

from __future__ import annotations

import json
from functools import lru_cache

from partnership.figures.figure import Figure, Listing, Pictured


class _Once:
    """Identity as the key of a cache: a figure is built once and never changes."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure

    def __hash__(self) -> int:
        return id(self.figure)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Once) and self.figure is other.figure


def specification(figure: Figure) -> str:
    """Vega-Lite of a chart or deck.gl's JSON of a map, compact. `TypeError` for others."""
    return _written(_Once(figure))


@lru_cache(maxsize=256)
def _written(once: _Once) -> str:
    """Building and checking a chart takes 10 ms and more: the finished text is kept."""
    drawn = once.figure.drawn
    if isinstance(drawn, Listing | Pictured):
        raise TypeError("this has no specification of its own")
    if hasattr(drawn, "to_dict"):
        return json.dumps(drawn.to_dict(validate=False), separators=(",", ":"))
    # pydeck indents its JSON, which makes geometry six times as long.
    return json.dumps(json.loads(drawn.to_json()), separators=(",", ":"))
