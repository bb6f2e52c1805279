"""All assets on a small map that stands still: the large one is on the Map page."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis.assets import LINES
from partnership.language import codes
from partnership.language.texts import Texts
from partnership.maps.assets import colour
from partnership.maps.frame import Conic
from partnership.maps.model import (
    Anchor,
    Areas,
    Dots,
    Group,
    Label,
    Line,
    Lines,
    Map,
    Point,
    Points,
    Stroke,
    Type,
)
from partnership.state import SECTORS

HEIGHT = 330
_FRAME = Conic(52, (36, 54), (2.0, 34.0, 110.0, 57.0))
_LEFT, _RIGHT = Anchor("right", -7), Anchor("left", 7)
_ANCHORS = {
    "karachaganak": _LEFT,
    "kashagan": _LEFT,
    "badamsha_1": _RIGHT,
    "shaulder_solar": _RIGHT,
    "trieste_siot_terminal": _LEFT,
    "novorossiysk_cpc_terminal": _LEFT,
    "ceyhan_terminal": _RIGHT,
    "node_aktau": _LEFT,
    "node_xian": _LEFT,
}
"""Assets that are named, and the side of the name."""
_NAME = Type(halo=2.5)
_LARGE, _SMALL = 46**0.5 / 2, 2.0
"""Pixels of radius of what is Italian-held, and of the others."""


def assets(rows: pd.DataFrame, t: Texts) -> Map:
    """`rows` (`analysis.assets.overview`, each with a position) from Italy to China."""
    land, sea = palette.LAND.light, palette.SEA.light
    return Map(
        frame=_FRAME,
        layers=(
            Areas("land", "land", land, palette.BORDER.light),
            Areas("water", "water", sea, sea),
            _lines(rows[rows["kind"].isin(LINES)], t),
            _points(rows[~rows["kind"].isin((*LINES, "corridor"))], t),
        ),
        height=HEIGHT,
        groups=tuple(Group(s, t(codes.SECTOR[s]), palette.SECTOR[s].light) for s in SECTORS),
    )


def _lines(rows: pd.DataFrame, t: Texts) -> Lines:
    row_of = {str(r.asset_id): r for r in rows.itertuples()}
    features = enumerate(tables.geometry("routes")["features"])
    found = tuple(
        Line(key, number, t.name(key), colour(row_of[key]), group=row_of[key].sector)
        for number, feature in features
        if (key := feature["properties"]["asset_id"]) in row_of
    )
    return Lines("lines", found, "routes", Stroke(1.4), Stroke(1.4))


def _points(rows: pd.DataFrame, t: Texts) -> Points:
    found = []
    for row in rows.itertuples():
        key = str(row.asset_id)
        anchor = _ANCHORS.get(key)
        found.append(
            Point(
                key,
                (row.lon, row.lat),
                t.name(key),
                palette.SECTOR[row.sector].light,
                _LARGE if row.italian else _SMALL,
                group=row.sector,
                labels=(Label(t.short(key), anchor=anchor, type=_NAME),) if anchor else (),
            )
        )
    look = Dots(opacity=0.9, edge=0.6, outline=palette.PAPER.light)
    return Points("points", tuple(found), look, (" ",))
