"""The partnership from Italy to the Chinese border on one still strip: the large map is a page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import trade
from partnership.analysis.assets import LINES
from partnership.figures.figure import Figure, register
from partnership.language import codes, texts
from partnership.language.texts import Texts, message
from partnership.maps import alt
from partnership.maps.assets import colour, seen_on, table_of
from partnership.maps.frame import Conic
from partnership.maps.model import (
    Anchor,
    Areas,
    Dots,
    Group,
    Label,
    Legend,
    Line,
    Lines,
    Map,
    Point,
    Points,
    Stroke,
    Type,
)
from partnership.provenance import sources
from partnership.state import SECTORS, State
from partnership.wording import markets

HEIGHT = 296
_FRAME = Conic(
    49,
    (38, 52),
    box=(7.0, 36.3, 88.0, 46.3),
    ground=(-16.0, 24.0, 116.0, 66.0),
    narrow=(3.0, 35.0, 69.0, 50.0),
)
_LEFT, _RIGHT = Anchor("right", -9), Anchor("left", 9)
_NAMED = {
    "tengiz": Anchor("left", 12, 5),
    "kashagan": Anchor("right", -11, -3),
    "karachaganak": Anchor("right", -10, -6),
    "zhanaozen_hybrid": Anchor("left", 8, 6),
    "trieste_siot_terminal": _LEFT,
    "novorossiysk_cpc_terminal": Anchor("right", -8, -6),
    "node_aktau": Anchor("right", -8, -2, always=False),
    "node_baku": Anchor("left", 8, 6, always=False),
    "ceyhan_terminal": Anchor("left", 8, 6),
    "badamsha_1": Anchor("left", 8, 0, always=False),
    "shaulder_solar": Anchor("left", 8, 8, always=False),
    "node_khorgos": Anchor("left", 8, 8, always=False),
}
"""Assets that are named, the important ones first, and the side of the name."""
_NAME = Type(size=12, halo=2.5)
_LEAST, _MOST = 2.0, 9.0
"""Pixels of radius of a dot without a known output, and of that of the largest output."""
_KNOWN = 4.0
"""Pixels of radius, at least, of what is named or Italian-held."""
_ABROAD = ("gas_field", "oil_field", "oil_gas_field", "refinery", "exploration_block")
"""Kinds of assets that are left out where they are not in Kazakhstan: what a country has for
itself is no part of the way between the two.
"""
_GROUPS = {
    "italian": message("Italian-held"),
    "other": message("other assets in Kazakhstan or on the way"),
    "oil_gas": message("oil and gas pipelines"),
    "transport": message("Middle Corridor"),
    "tanker": message("tanker routes"),
}


@register(
    "overview.map",
    sectors=("oil_gas", "renewables", "minerals", "transport"),
    uses=("sector", "from_year", "to_year"),
)
def strip(state: State) -> Figure:
    """Assets and routes between the two countries, under the one finding of the page."""
    t = texts.in_language(state.lang)
    rows = seen_on(date.today())
    rows = rows[rows["sector"].isin(state.sector or SECTORS) & rows["lon"].notna()]
    rows = rows[rows["country"].eq("KAZ") | ~rows["kind"].isin(_ABROAD)]
    drawn = _drawn(rows, t)
    markets_known = trade.destinations(tables.load("trade"), state.from_year, state.to_year)
    latest = markets_known[markets_known["year"].eq(markets_known["year"].max())]
    headline = markets.first(markets_known, t) if state.in_sectors(("trade",)) else ""
    return Figure(
        id="overview.map",
        title=t("Fields, plants, deposits and routes from Italy to the Chinese border"),
        drawn=drawn,
        table=table_of(rows),
        source_ids=(*sources.ids(rows, *([latest] if headline else [])), *sources.GROUND),
        alt=t(
            "Small map of {count} assets from Italy to China. {numbers}",
            count=t.number(len(rows)),
            numbers=alt.numbers(drawn, t),
        ).strip(),
        headline=headline,
        finding=t("Shares of exports by value, {year}.", year=int(latest["year"].iloc[0]))
        if headline
        else "",
        note=t("Dots are larger where the oil output is; routes are schematic in part."),
        badges=frozenset({"schematic"}),
        height=HEIGHT,
    )


def _drawn(rows: pd.DataFrame, t: Texts) -> Map:
    sea = palette.SEA.light
    groups = {
        "italian": (palette.ITALY.light, "circle"),
        "other": (palette.SOFT.light, "circle"),
        "oil_gas": (palette.SECTOR["oil_gas"].light, "stroke"),
        "transport": (palette.SECTOR["transport"].light, "stroke"),
        "tanker": (palette.MUTED.light, "stroke"),
    }
    own = tuple((country, palette.LAND.light) for country in ("ITA", "KAZ"))
    return Map(
        frame=_FRAME,
        layers=(
            Areas("land", "land", palette.ABROAD.light, palette.BORDER.light, own=own),
            Areas("water", "water", sea, sea),
            _lines(rows[rows["kind"].isin(LINES)], t),
            _points(rows[~rows["kind"].isin((*LINES, "corridor"))], t),
        ),
        height=HEIGHT,
        groups=tuple(
            Group(key, t(_GROUPS[key]), shade, shape) for key, (shade, shape) in groups.items()
        ),
        legend=Legend(),
        linked=True,
    )


def _lines(rows: pd.DataFrame, t: Texts) -> Lines:
    row_of = {str(r.asset_id): r for r in rows.itertuples()}
    features = enumerate(tables.geometry("routes")["features"])
    found = tuple(
        Line(
            key,
            number,
            t.name(key),
            colour(row_of[key]),
            group="tanker" if row_of[key].kind == "tanker_route" else row_of[key].sector,
        )
        for number, feature in features
        if (key := feature["properties"]["asset_id"]) in row_of
    )
    return Lines("lines", found, "routes", Stroke(1.4), Stroke(1.4), headings=(" ",))


def _points(rows: pd.DataFrame, t: Texts) -> Points:
    """The smallest first, so that the large ones lie above; what is Italian-held above the rest."""
    most = rows["output_mt"].max()
    found = [_point(row, most, t) for row in rows.itertuples()]
    found.sort(key=lambda p: (p.group == "italian", bool(p.labels), p.radius))
    look = Dots(opacity=0.95, edge=0.8, outline=palette.PAPER.light)
    return Points("points", tuple(found), look, (" ", " "))


def _point(row: Any, most: float, t: Texts) -> Point:
    key = str(row.asset_id)
    anchor = _NAMED.get(key)
    output = 0.0 if pd.isna(row.output_mt) else float(row.output_mt)
    radius = max(_LEAST, _MOST * (output / most) ** 0.5 if output else 0.0)
    if row.italian or anchor:
        radius = max(radius, _KNOWN)
    rank = list(_NAMED).index(key) if anchor else 0
    return Point(
        key,
        (row.lon, row.lat),
        t.name(key),
        (palette.ITALY if row.italian else palette.SOFT).light,
        radius,
        words=(t(codes.ASSET_KIND[row.kind]),),
        group="italian" if row.italian else "other",
        labels=(Label(t.short(key), rank, anchor, type=_NAME, entity_id=key),) if anchor else (),
    )
