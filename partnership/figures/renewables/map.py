"""Italian-built wind and solar plants on a small map of Kazakhstan."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.maps import alt
from partnership.maps.assets import seen_on
from partnership.maps.frame import Conic
from partnership.maps.model import (
    Amount,
    Anchor,
    Areas,
    Dots,
    Group,
    Label,
    Map,
    Point,
    Points,
    Type,
)
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import assets, sentences

PLANTS = ("badamsha_1", "badamsha_2", "shaulder_solar", "zhanaozen_hybrid")
"""The Italian-built plants, in the order of the article."""

_HEIGHT = 290
_FRAME = Conic(66.5, (42, 53), (46.4, 40.3, 87.4, 55.5), (20.0, 28.0, 118.0, 66.0))
_FARMS = ("badamsha_1", "badamsha_2")
"""The two farms are five kilometres from each other and share one label, in free ground."""
_NAMED = {
    _FARMS[0]: Anchor("right", 38, -40, baseline="top"),
    "shaulder_solar": Anchor("right", -8, 6, baseline="top"),
    "zhanaozen_hybrid": Anchor("left", 11, 4, baseline="top"),
}
_CITIES = ("city_astana", "city_almaty")
_LEAST = 20.0
"""MW of the smallest dot, and of one whose capacity is not known."""
_SCALE = 0.44
"""Pixels of radius of a dot of one MW."""
_NAME = Type(size=marks.LABEL, colour=marks.ITALY, halo=4)
_CITY = Type(bold=False, colour=marks.SOFT, halo=3)
_KEEP = ["asset_id", "kind", "asset_status", "region_id", "lon", "lat", "precision_km"]
_KEEP += ["start_year", "capacity_value", "capacity_unit", "built", "source_id", "status"]


def rows_of(day: date) -> pd.DataFrame:
    """Wind and solar plants of Kazakhstan with `built`: whether one of the Italian-built."""
    seen = seen_on(day)
    rows = seen[seen["group"].eq("wind_solar") & seen["country"].eq("KAZ")]
    rows = rows[rows["lon"].notna() & rows["lat"].notna()]
    return rows.assign(built=rows["asset_id"].isin(PLANTS))


@register("renewables.map", sectors=("renewables",))
def plants_map(state: State) -> Figure:
    """Where the Italian-built plants are, among the others that are known."""
    t = texts.in_language(state.lang)
    rows = rows_of(date.today())
    built = rows[rows["built"]]
    running = built["asset_status"].eq("operating")
    drawn = _drawn(rows, t)
    return shared.from_rows(
        "renewables.map",
        t("Wind and solar plants in Kazakhstan; the Italian-built are named"),
        drawn,
        rows[_KEEP],
        "incomplete",
        "schematic",
        also=sources.GROUND,
        headline=t(
            "{count} Italian-built plants run, {running} MW; {planned} MW to come",
            count=t.number(int(running.sum())),
            running=t.number(built.loc[running, "capacity_value"].sum()),
            planned=t.number(built.loc[~running, "capacity_value"].sum()),
        )
        if len(built)
        else "",
        finding=sentences.joined(*(_ahead(r, t) for r in built[~running].itertuples())),
        note=t("Size of a dot: capacity, where known. Hollow: not in operation yet."),
        alt=t(
            "Map of Kazakhstan with {plants} among other wind and solar plants. {numbers}",
            plants=lines.listed([t.name(p) for p in built["asset_id"]], t) or t("no plant"),
            numbers=alt.numbers(drawn, t),
        ),
    )


def _ahead(plant: Any, t: Texts) -> str:
    """What is known of a plant that is not in operation."""
    state = t(codes.ASSET_STATUS[plant.asset_status])
    name, amount = t.name(plant.asset_id), assets.capacity(plant, t)
    if not amount:
        return t("{plant}: {state}.", plant=name, state=state)
    return t("{plant}, {amount}: {state}.", plant=name, amount=amount, state=state)


def _drawn(rows: pd.DataFrame, t: Texts) -> Map:
    sea = palette.SEA.light
    own = (("KAZ", palette.LAND.light),)
    return Map(
        frame=_FRAME,
        layers=(
            Areas("land", "land", palette.ABROAD.light, palette.BORDER.light, 0.6, own=own),
            Areas("water", "water", sea, sea, 1),
            _cities(t),
            _plants(rows, t),
        ),
        height=_HEIGHT,
        groups=(
            Group("built", t("Italian-built plants"), marks.ITALY),
            Group("other", t("Other plants"), marks.SOFT),
        ),
    )


def _plants(rows: pd.DataFrame, t: Texts) -> Points:
    """The Italian-built plants over the others."""
    words = _words(rows, t)
    marked = tuple(_plant(r, words, t) for r in rows.sort_values("built").itertuples())
    return Points("plants", marked, Dots(opacity=0.9, edge=2), (t("Plant"), t("Details")))


def _plant(row: Any, words: dict[str, str], t: Texts) -> Point:
    key, known = str(row.asset_id), pd.notna(row.capacity_value)
    capacity = max(float(row.capacity_value), _LEAST) if known else _LEAST
    labels = (Label(words[key], anchor=_NAMED[key], type=_NAME),) if key in words else ()
    return Point(
        key,
        (round(row.lon, 3), round(row.lat, 3)),
        t.name(key),
        marks.ITALY if row.built else marks.SOFT,
        _SCALE * capacity**0.5,
        (assets.line(row, t),),
        group="built" if row.built else "other",
        status="planned" if row.built and row.asset_status != "operating" else "measured",
        amount=Amount(float(row.capacity_value), str(row.capacity_unit)) if known else None,
        precision_km=None if pd.isna(row.precision_km) else float(row.precision_km),
        labels=labels,
    )


def _words(rows: pd.DataFrame, t: Texts) -> dict[str, str]:
    """Name and capacity of the Italian-built plants that are named, by id."""
    capacity = rows[rows["built"]].set_index("asset_id")["capacity_value"]
    named = {a: (t.short(a), capacity[a]) for a in _NAMED if a in capacity.index}
    if set(_FARMS) <= set(named) | set(capacity.index):
        both = capacity[list(_FARMS)].sum(skipna=False)
        named[_FARMS[0]] = (lines.listed([t.short(a) for a in _FARMS], t), both)
    return {
        a: t("{plant}\n{mw} MW", plant=name, mw=t.number(mw)) if pd.notna(mw) else name
        for a, (name, mw) in named.items()
    }


def _cities(t: Texts) -> Points:
    """The two largest cities, for those who do not know the country."""
    places = tables.load("places")
    side = Anchor("right", -8, -8)
    found = tuple(
        Point(
            r.place_id,
            (r.lon, r.lat),
            t.name(r.place_id),
            marks.SOFT,
            2,
            shape="square",
            labels=(Label(t.name(r.place_id), anchor=side, type=_CITY),),
        )
        for r in places[places["place_id"].isin(_CITIES)].itertuples()
    )
    return Points("cities", found, Dots(edge=0), counted=False)
