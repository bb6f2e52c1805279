"""Deposits on a small still map of Kazakhstan, by group of commodities."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import minerals as analysis
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.maps import alt
from partnership.maps.frame import Conic
from partnership.maps.model import (
    Anchor,
    Areas,
    Dots,
    Group,
    Label,
    Legend,
    Map,
    Point,
    Points,
    Type,
)
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import assets

GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "uranium": (message("Uranium"), ("uranium",)),
    "chromium": (message("Chromium, iron"), ("chromium", "iron", "manganese")),
    "base": (
        message("Copper, lead, zinc"),
        ("copper", "lead", "zinc", "gold", "silver"),
    ),
    "hard": (message("Tungsten, molybdenum"), ("tungsten", "molybdenum", "tin")),
    "light": (
        message("Nickel, titanium"),
        ("nickel", "cobalt", "titanium", "vanadium", "zirconium"),
    ),
    "bauxite": (message("Bauxite"), ("aluminium",)),
    "rare": (message("Rare earths, tantalum"), ("rare_earths", "tantalum", "beryllium")),
    "industrial": (
        message("Phosphate, baryte"),
        ("phosphate", "barite", "boron", "fluorite", "strontium"),
    ),
}
"""Groups of main commodities in the order of the legend."""

_LOOKS = {
    "uranium": (palette.SAGE.light, "triangle-up"),
    "chromium": (marks.KAZAKHSTAN, "square"),
    "base": (palette.AMBER.light, "circle"),
    "hard": (palette.SECTOR["minerals"].light, "diamond"),
    "light": (palette.SKY.light, "triangle-down"),
    "bauxite": (marks.ITALY, "cross"),
    "rare": (palette.MAUVE.light, "triangle-right"),
    "industrial": (palette.BROWN.light, "triangle-left"),
}
_LEFT, _RIGHT = Anchor("right", -8), Anchor("left", 8)
_ANCHORS = {
    "almaz_zhemchuzhina_deposit": _RIGHT,
    "inkai_deposit": _RIGHT,
    "bozshakol_deposit": _LEFT,
    "aktogay_deposit": _LEFT,
    "boguty_deposit": _LEFT,
    "kachar_deposit": _RIGHT,
    "balasausqandyq_deposit": _LEFT,
}
"""Deposits that are named, and the side of the name."""
_NAME = Type(bold=False)
_RADIUS = 4.0
_FRAME = Conic(66.95, (42, 54), (46.5, 40.6, 87.4, 55.5), (20.0, 28.0, 118.0, 66.0))

_HEIGHT = 470


@register("minerals.map", sectors=("minerals",))
def deposits(state: State) -> Figure:
    """The known deposits by main commodity; filled where that is on the EU list."""
    t = texts.in_language(state.lang)
    rows = analysis.deposits(tables.load("assets"), tables.load("materials"))
    if rows.empty:
        raise needed.missing("assets", kind="mineral_deposit")
    group = {c: key for key, (_, commodities) in GROUPS.items() for c in commodities}
    rows = rows.assign(group=rows["main"].map(group).fillna("industrial"))
    listed = int(rows["critical"].sum())
    most = rows["group"].value_counts().index[0]
    drawn = _map(rows, t)
    return Figure(
        id="minerals.map",
        title=t("{count} mineral deposits of Kazakhstan by main commodity", count=len(rows)),
        drawn=drawn,
        table=rows[_COLUMNS],
        source_ids=(*sources.ids(rows), *sources.GROUND),
        alt=t(
            "Small map of Kazakhstan with {count} deposits: colour and shape show the group of "
            "commodities, filled marks are on the EU's list of critical materials. {numbers}",
            count=len(rows),
            numbers=alt.numbers(drawn, t),
        ),
        finding=t(
            "{listed} of {count} deposits have a main commodity on the EU's critical list (filled "
            "marks). The largest group is: {group} ({number}).",
            listed=listed,
            count=len(rows),
            group=t(GROUPS[most][0]),
            number=int(rows["group"].eq(most).sum()),
        ),
        note=t(
            "Grouped by the main commodity: gold with copper, tin with tungsten, vanadium and "
            "zirconium with nickel, boron, fluorite and strontium with phosphate. Most positions "
            "may be off by {often} km, some by up to {most}.",
            often=t.number(rows["precision_km"].median()),
            most=t.number(rows["precision_km"].max()),
        ),
        badges=shared.badges(rows, "incomplete", "schematic"),
        height=_HEIGHT,
    )


_COLUMNS = [
    "asset_id",
    "group",
    "main",
    "critical",
    "commodities",
    "region_id",
    "asset_status",
    "lon",
    "lat",
    "precision_km",
    "source_id",
    "status",
    "note",
]


def _map(rows: pd.DataFrame, t: Texts) -> Map:
    edge = palette.BORDER.light
    own = (("KAZ", palette.LAND.light),)
    return Map(
        frame=_FRAME,
        layers=(
            Areas("land", "land", palette.ABROAD.light, edge, 0.6, own=own),
            Areas("water", "water", palette.SEA.light, edge, 0.6),
            _points(rows, t),
        ),
        height=_HEIGHT,
        groups=tuple(Group(k, t(words), *_LOOKS[k]) for k, (words, _) in GROUPS.items()),
        legend=Legend(columns=(4, 2), symbol=70, counts=True),
    )


def _points(rows: pd.DataFrame, t: Texts) -> Points:
    headings = (t("Deposit"), t("Commodities"), t("Position"))
    look = Dots(opacity=0.7, fill=0.9, edge=1.6)
    return Points("deposits", tuple(_deposit(r, t) for r in rows.itertuples()), look, headings)


def _deposit(row: Any, t: Texts) -> Point:
    key = str(row.asset_id)
    colour, shape = _LOOKS[row.group]
    anchor = _ANCHORS.get(key)
    return Point(
        key,
        (row.lon, row.lat),
        t.name(key),
        colour,
        _RADIUS,
        (assets.commodities(row, t), assets.precision(row, t)),
        group=row.group,
        shape=shape,
        precision_km=None if pd.isna(row.precision_km) else float(row.precision_km),
        filled=bool(row.critical),
        labels=(Label(t.short(key), anchor=anchor, type=_NAME),) if anchor else (),
    )
