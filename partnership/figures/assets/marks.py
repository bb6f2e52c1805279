"""All assets as marks of the map, whatever a reader filters, and the places round them."""

from __future__ import annotations

import math
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis.assets import LINES
from partnership.figures.assets import labels
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.maps.assets import colour, seen_on
from partnership.maps.frame import View
from partnership.maps.ground import suffix_of
from partnership.maps.model import Amount, Dots, Line, Lines, Point, Points, Stroke
from partnership.state import State
from partnership.wording import assets

_LOOK = Dots(fill=0.843, hollow=0.196, edge=1.1, ring=2.2)
_FIRM, _FAINT = Stroke(2.4, 0.863), Stroke(1.2, 0.471)
_HEADINGS = (" ", "  ")
"""A name and a line of words need no heading; none may be empty, and no two alike."""
_SMALLEST, _LARGEST = 3.5, 15.0
_PLAIN = 5.0
"""Pixels of radius."""


def layers(state: State, view: View, day: date) -> tuple[Lines, Points]:
    """Lines under points; the marks are the same whatever the filters of `state` let pass."""
    lines, points = _marks(state.size, view.detailed, state.lang, day, tables.package())
    held = ("italian",) if state.italian else ()
    filters = (state.sector, state.kind, state.status, held)
    geometry = f"routes{suffix_of(view)}"
    return (
        Lines("lines", lines, geometry, _FIRM, _FAINT, _HEADINGS, filters),
        Points("points", points, _LOOK, _HEADINGS, filters),
    )


@lru_cache(maxsize=32)
def _marks(
    size: str, detailed: bool, lang: str, day: date, _package: tables.Package
) -> tuple[tuple[Line, ...], tuple[Point, ...]]:
    t = texts.in_language(lang)
    seen = seen_on(day)
    seen = seen[located(seen)]
    lines = seen[seen["kind"].isin(LINES)]
    points = seen[~seen["kind"].isin(LINES)]
    points = points.assign(radius=radius(points, size))
    return _lines(lines, detailed, t), _points(points, size, detailed, t)


def located(rows: pd.DataFrame) -> pd.Series:
    """Whether a row has a position: half of one is none."""
    return rows["lon"].notna() & rows["lat"].notna()


def _lines(rows: pd.DataFrame, detailed: bool, t: Texts) -> tuple[Line, ...]:
    row_of = {str(r.asset_id): r for r in rows.itertuples()}
    named = labels.of_lines(rows, t)
    routes = tables.geometry("routes_detail" if detailed else "routes")["features"]
    found = []
    for number, feature in enumerate(routes):
        row = row_of.get(feature["properties"]["asset_id"])
        if row is None:
            continue
        key = str(row.asset_id)
        found.append(
            Line(
                key,
                number,
                t.name(key),
                colour(row),
                (assets.line(row, t),),
                group=row.sector,
                amount=_capacity(row),
                approximate=bool(feature["properties"].get("schematic")),
                labels=named.get(key, ()),
                facets=_facets(row),
            )
        )
    return tuple(found)


def _points(rows: pd.DataFrame, size: str, detailed: bool, t: Texts) -> tuple[Point, ...]:
    named = labels.of_points(rows, detailed, t)
    found = []
    for row in rows.itertuples():
        key = str(row.asset_id)
        found.append(
            Point(
                key,
                (row.lon, row.lat),
                t.name(key),
                palette.SECTOR[row.sector].light,
                row.radius,
                (assets.line(row, t),),
                group=row.sector,
                amount=_output(row) if size == "output" else _capacity(row),
                precision_km=None if pd.isna(row.precision_km) else float(row.precision_km),
                approximate=bool(row.approximate),
                ringed=bool(row.italian),
                labels=named.get(key, ()),
                facets=_facets(row),
            )
        )
    # The largest are drawn first, so that none hides a smaller one.
    return tuple(sorted(found, key=lambda mark: -mark.radius))


def _facets(row: Any) -> tuple[str, ...]:
    """What the filters ask for: sector, group of kinds, status, whether it is Italian-held."""
    held = "italian" if row.italian else "other"
    return (row.sector, row.group, row.asset_status, held)


def _capacity(row: Any) -> Amount | None:
    value, unit = row.capacity_value, row.capacity_unit
    return None if pd.isna(value) or pd.isna(unit) else Amount(float(value), str(unit))


def _output(row: Any) -> Amount | None:
    value = row.output_mt
    return None if pd.isna(value) else Amount(float(value), "Mt")


def radius(points: pd.DataFrame, by: str) -> list[float]:
    """Radius in pixels: area in proportion to capacity (within one unit) or to oil output."""
    if by == "equal":
        return [_PLAIN] * len(points)
    if by == "output":
        value = points["output_mt"]
        most = value.max()
    else:
        value = points["capacity_value"]
        most = value.groupby(points["capacity_unit"]).transform("max")
    share = (value / most).fillna(0.0).clip(0, 1)
    known = value.notna()
    return [
        round(max(_SMALLEST, _LARGEST * math.sqrt(s)), 1) if k else _SMALLEST
        for s, k in zip(share, known, strict=True)
    ]
