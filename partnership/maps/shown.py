"""What of a map is shown: the marks that the filters of its layers let pass."""

from __future__ import annotations

from collections.abc import Iterator

from partnership.maps.model import Areas, Filters, Line, Lines, Map, Point, Points


def passes(facets: tuple[str, ...], filters: Filters) -> bool:
    """Whether a mark of these facets is shown."""
    return all(not chosen or key in chosen for key, chosen in zip(facets, filters, strict=False))


def points(layer: Points) -> tuple[Point, ...]:
    """The points of a layer that its filters let pass."""
    return tuple(mark for mark in layer.marks if passes(mark.facets, layer.filters))


def lines(layer: Lines) -> tuple[Line, ...]:
    """The lines of a layer that its filters let pass."""
    return tuple(mark for mark in layer.marks if passes(mark.facets, layer.filters))


def counted(drawn: Map) -> Iterator[Point | Line]:
    """What the map is about, as far as it is shown; a thing of several courses comes once."""
    seen: set[str] = set()
    for layer in drawn.layers:
        if isinstance(layer, Areas) or not layer.counted:
            continue
        for mark in points(layer) if isinstance(layer, Points) else lines(layer):
            if mark.entity_id not in seen:
                seen.add(mark.entity_id)
                yield mark
