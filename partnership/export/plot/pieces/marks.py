"""The marks of a drawing as pieces, in drawing order."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from partnership.export.plot.layers import Layer, Unfit
from partnership.export.plot.pieces import bars as plot_bars
from partnership.export.plot.pieces import points as plot_points
from partnership.export.plot.pieces.piece import Piece

_SKIPPED = {"text", "square"}
_POINTS = {"point", "circle"}


def pieces(layers: Iterable[Layer]) -> list[Piece]:
    """The pieces of a drawing. Raises `Unfit` for marks that no native chart has."""
    places: dict[float, Hashable] = {}
    found: list[Piece] = []
    for layer in layers:
        if layer.kind in _SKIPPED or _unseen(layer) or not layer.rows:
            continue
        if layer.kind == "bar":
            found += plot_bars.of_bars(layer)
        elif layer.kind == "rect":
            found += plot_bars.of_blocks(layer, places)
        elif layer.kind == "line":
            found += plot_points.of_lines(layer)
        elif layer.kind in _POINTS:
            found += plot_points.loose(layer, places, "points")
        elif layer.kind in ("tick", "rule"):
            found += plot_points.of_ticks(layer, places)
        elif layer.kind == "area":
            found += plot_points.of_bands(layer)
        else:
            raise Unfit(f"marks of kind {layer.kind}")
    return plot_points.with_dots(plot_bars.one_row([p for p in found if p.points]))


def _unseen(layer: Layer) -> bool:
    """What only shows on hovering."""
    definition = layer.channel("opacity")
    hidden = "param" in definition.get("condition", {}) and definition.get("value") == 0
    return hidden or layer.mark.get("opacity") == 0
