"""Deposits on a small still map of Kazakhstan, by group of commodities."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True)
class _Kind:
    """Commodities that one mark stands for."""

    words: str
    colour: str
    shape: str
    commodities: tuple[str, ...] = ()


_REST = "industrial"
_KINDS = {
    "base": _Kind(
        message("Copper, lead, zinc"),
        palette.ORANGE.light,
        "circle",
        ("copper", "lead", "zinc", "gold", "silver"),
    ),
    "ferrous": _Kind(
        message("Iron, chromium"),
        palette.SLATE.light,
        "square",
        ("iron", "chromium", "manganese"),
    ),
    "uranium": _Kind(message("Uranium"), marks.INK, "triangle-up", ("uranium",)),
    "rare": _Kind(
        message("Alloy and rare metals"),
        palette.SECTOR["minerals"].light,
        "diamond",
        (
            *("tungsten", "molybdenum", "tin", "nickel", "cobalt", "titanium", "vanadium"),
            *("zirconium", "rare_earths", "tantalum", "beryllium"),
        ),
    ),
    _REST: _Kind(message("Bauxite, phosphate"), palette.SAGE.light, "cross"),
}
"""Groups of main commodities in the order of the legend; what is in none is in the last."""
_LEFT, _RIGHT = Anchor("right", -9), Anchor("left", 9)
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
_NAME = Type(size=12, bold=False)
_RADIUS = 5.0
_FRAME = Conic(66.95, (42, 54), (46.5, 40.6, 87.4, 55.5), (20.0, 28.0, 118.0, 66.0))

_HEIGHT = 470


@register("minerals.map", sectors=("minerals",))
def deposits(state: State) -> Figure:
    """The known deposits by main commodity; filled where that is on the EU list."""
    t = texts.in_language(state.lang)
    rows = analysis.deposits(tables.load("assets"), tables.load("materials"))
    if rows.empty:
        raise needed.missing("assets", kind="mineral_deposit")
    group = {c: key for key, kind in _KINDS.items() for c in kind.commodities}
    rows = rows.assign(group=rows["main"].map(group).fillna(_REST))
    listed, most = int(rows["critical"].sum()), rows["group"].value_counts()
    drawn = _map(rows, t)
    counts = {"listed": listed, "count": len(rows)}
    return Figure(
        id="minerals.map",
        title=t("Mineral deposits of Kazakhstan by main commodity"),
        drawn=drawn,
        table=rows[_COLUMNS],
        source_ids=(*sources.ids(rows), *sources.GROUND),
        alt=t(
            "Small map of Kazakhstan with {count} deposits: colour and shape show the group of "
            "commodities, filled marks are on the EU's list of critical materials. {numbers}",
            count=len(rows),
            numbers=alt.numbers(drawn, t),
        ),
        headline=t("{listed} of {count} known deposits hold what the EU calls critical", **counts),
        finding=t(
            "That is by the commodity named first. The largest group is: {group} ({number}).",
            group=t(_KINDS[str(most.index[0])].words),
            number=int(most.iloc[0]),
        ),
        note=t(
            "Iron with manganese, copper with gold, alloy metals with tin and titanium, phosphate "
            "with baryte, boron, fluorite and strontium. Most positions may be off by {often} km, "
            "some by up to {most}.",
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
        groups=tuple(Group(k, t(d.words), d.colour, d.shape) for k, d in _KINDS.items()),
        legend=Legend((("hollow", t("Not on the EU list")),), symbol=80, counts=True),
    )


def _points(rows: pd.DataFrame, t: Texts) -> Points:
    headings = (t("Deposit"), t("Commodities"), t("Position"))
    look = Dots(opacity=0.85, fill=0.9, edge=1.6)
    return Points("deposits", tuple(_deposit(r, t) for r in rows.itertuples()), look, headings)


def _deposit(row: Any, t: Texts) -> Point:
    key = str(row.asset_id)
    kind, anchor = _KINDS[row.group], _ANCHORS.get(key)
    return Point(
        key,
        (row.lon, row.lat),
        t.name(key),
        kind.colour,
        _RADIUS,
        (assets.commodities(row, t), assets.precision(row, t)),
        group=row.group,
        shape=kind.shape,
        precision_km=None if pd.isna(row.precision_km) else float(row.precision_km),
        filled=bool(row.critical),
        labels=(Label(t.short(key), anchor=anchor, type=_NAME),) if anchor else (),
    )
