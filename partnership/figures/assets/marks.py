"""All assets as marks of the map, whatever a reader filters, and the places round them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from partnership import palette, tables
from partnership.analysis.assets import LINES
from partnership.figures.assets import chosen, labels, sizes
from partnership.figures.assets.chosen import HEADINGS
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.maps.assets import colour, seen_on
from partnership.maps.frame import View
from partnership.maps.ground import suffix_of
from partnership.maps.model import (
    Amount,
    Dots,
    Group,
    Line,
    Lines,
    Point,
    Points,
    Stroke,
)
from partnership.state import KIND_GROUPS, State
from partnership.wording import assets

_LOOK = Dots(fill=0.88, hollow=0.25, edge=1.1)
_RINGS = Dots(edge=2.2, outline=palette.SECTOR["oil_gas"].light)
_CORE = Dots(edge=0)
_FIRM, _FAINT = Stroke(2.2, 0.863), Stroke(1.2, 0.471)
_LINE_SHAPE, _RING, _RINGED = "stroke", "ring", "plants"
_SHAPES = {
    "pipelines": _LINE_SHAPE,
    _RINGED: _RING,
    "corridor": _LINE_SHAPE,
    "tankers": _LINE_SHAPE,
}


def groups(t: Texts) -> tuple[Group, ...]:
    """The kinds by which the map is filtered, in the colours and shapes of their marks."""
    return tuple(
        Group(g, t(codes.ASSET_KIND_GROUP[g]), _COLOURS[g], _SHAPES.get(g, "circle"))
        for g in KIND_GROUPS
    )


_COLOURS = {
    **dict.fromkeys(("fields", "pipelines", "plants"), palette.SECTOR["oil_gas"].light),
    "wind_solar": palette.SECTOR["renewables"].light,
    "deposits": palette.SECTOR["minerals"].light,
    "corridor": palette.SECTOR["transport"].light,
    "tankers": palette.MUTED.light,
}


def layers(state: State, view: View, day: date) -> tuple[Lines | Points, ...]:
    """Lines under points under the cores of Italian-held ones, and what is chosen over all; the
    marks are the same whatever the filters of `state` let pass.
    """
    found = _marks(state.size, view.detailed, state.lang, day, tables.package())
    italian = ("italian",) if state.italian else ()
    filters = (state.sector, state.kind, state.status, italian)
    geometry = f"routes{suffix_of(view)}"
    return (
        Lines("lines", found.lines, geometry, _FIRM, _FAINT, HEADINGS, filters),
        Points("points", found.dots, _LOOK, HEADINGS, filters),
        Points("plants", found.rings, _RINGS, HEADINGS, filters),
        Points("italian", found.cores, _CORE, HEADINGS, filters, counted=False),
        *chosen.layers(state.asset, found.lines, (*found.dots, *found.rings), geometry),
    )


def _cores(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """A core in Italy's colour for each point that is Italian-held."""
    italian = (mark for mark in points if mark.facets[-1] == _ITALIAN)
    return tuple(
        replace(
            mark,
            colour=palette.ITALY.light,
            radius=round(max(_CORE_LEAST, mark.radius * _CORE_SHARE), 1),
            filled=True,
            amount=None,
            labels=(),
        )
        for mark in italian
    )


_ITALIAN = "italian"
_CORE_LEAST, _CORE_SHARE = 2.2, 0.55


class Marks(NamedTuple):
    """Lines; points as filled dots, and as rings; the cores of Italian-held ones."""

    lines: tuple[Line, ...]
    dots: tuple[Point, ...]
    rings: tuple[Point, ...]
    cores: tuple[Point, ...]


@lru_cache(maxsize=32)
def _marks(size: str, detailed: bool, lang: str, day: date, _package: tables.Package) -> Marks:
    t = texts.in_language(lang)
    seen = seen_on(day)
    seen = seen[located(seen)]
    lines = seen[seen["kind"].isin(LINES)]
    points = seen[~seen["kind"].isin(LINES)]
    points = points.assign(
        radius=sizes.radius(points, size, detailed), known=sizes.known(points, size)
    )
    marked = _points(points, t)
    rings = tuple(mark for mark in marked if mark.group == _RINGED)
    dots = tuple(mark for mark in marked if mark.group != _RINGED)
    return Marks(_lines(lines, detailed, t), dots, rings, _cores(marked))


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
                group=row.group,
                amount=_capacity(row),
                approximate=bool(feature["properties"].get("schematic")),
                labels=named.get(key, ()),
                facets=_facets(row),
            )
        )
    return tuple(found)


def _points(rows: pd.DataFrame, t: Texts) -> tuple[Point, ...]:
    named = labels.of_points(rows, t)
    found = []
    for row in rows.itertuples():
        key = str(row.asset_id)
        found.append(
            Point(
                key,
                (row.lon, row.lat),
                t.name(key),
                palette.PAPER.light if row.group == _RINGED else palette.SECTOR[row.sector].light,
                row.radius,
                (assets.line(row, t),),
                group=row.group,
                amount=_output(row) if row.group == "fields" else _capacity(row),
                precision_km=None if pd.isna(row.precision_km) else float(row.precision_km),
                approximate=bool(row.approximate),
                filled=bool(row.known),
                labels=named.get(key, ()),
                facets=_facets(row),
            )
        )
    # The largest are drawn first, so that none hides a smaller one.
    return tuple(sorted(found, key=lambda mark: -mark.radius))


def _facets(row: Any) -> tuple[str, ...]:
    """What the filters ask for: sector, group of kinds, status, whether it is Italian-held."""
    holding = _ITALIAN if row.italian else "other"
    return (row.sector, row.group, row.asset_status, holding)


def _capacity(row: Any) -> Amount | None:
    value, unit = row.capacity_value, row.capacity_unit
    return None if pd.isna(value) or pd.isna(unit) else Amount(float(value), str(unit))


def _output(row: Any) -> Amount | None:
    value = row.output_mt
    return None if pd.isna(value) else Amount(float(value), "Mt")
