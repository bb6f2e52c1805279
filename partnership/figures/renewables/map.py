"""Italian-built wind and solar plants on a small map of Kazakhstan."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
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
from partnership.wording import assets

PLANTS = ("badamsha_1", "badamsha_2", "shaulder_solar", "zhanaozen_hybrid")
"""The Italian-built plants, in the order of the article."""

_HEIGHT = 290
_FRAME = Conic(66.5, (42, 53), (46.4, 40.3, 87.4, 55.5), (20.0, 28.0, 118.0, 66.0))
_FARMS = ("badamsha_1", "badamsha_2")
_FARM = _FARMS[0]
"""The two farms are five kilometres from each other and share one label."""
_NAMED = ("shaulder_solar", "zhanaozen_hybrid", _FARM)
_CITIES = ("city_astana", "city_almaty")
_LEAST = 10.0
"""MW of the smallest dot, and of one whose capacity is not known."""
_NAME = Type(size=marks.LABEL, colour=marks.ITALY, halo=4)
_CITY = Type(bold=False, colour=marks.SOFT, halo=0)


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
    italian_built = rows[rows["built"]].set_index("asset_id")
    running = italian_built[italian_built["asset_status"].eq("operating")]
    keep = ["asset_id", "kind", "asset_status", "region_id", "lon", "lat", "precision_km"]
    keep += ["start_year", "capacity_value", "capacity_unit", "built", "source_id", "status"]
    drawn = _drawn(rows, t)
    return Figure(
        id="renewables.map",
        title=t("Wind and solar plants in Kazakhstan; Italian-built plants in colour"),
        drawn=drawn,
        table=rows[keep],
        source_ids=(*sources.ids(rows), *sources.GROUND),
        alt=t(
            "Small map of Kazakhstan: Badamsha in the north-west, Zhanaozen near the Caspian, "
            "Shaulder in the south, among other plants in grey. {numbers}",
            numbers=alt.numbers(drawn, t),
        ),
        finding=t(
            "{count} plants with {running} MW are in operation; the hybrid plant at Zhanaozen "
            "with {planned} MW is under construction.",
            count=len(running),
            running=t.number(running["capacity_value"].sum()),
            planned=t.number(
                italian_built["capacity_value"].sum() - running["capacity_value"].sum()
            ),
        ),
        note=t("Size of a dot: capacity, where known."),
        badges=shared.badges(rows, "incomplete", "schematic"),
        height=_HEIGHT,
    )


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
            Group("other", t("Other plants"), marks.MUTED),
        ),
    )


def _plants(rows: pd.DataFrame, t: Texts) -> Points:
    """The Italian-built plants over the others."""
    words = _words(rows, t)
    marked = tuple(_plant(r, words, t) for r in rows.sort_values("built").itertuples())
    look = Dots(opacity=0.9, edge=2)
    return Points("plants", marked, look, (t("Plant"), t("Details")))


def _plant(row: Any, words: dict[str, str], t: Texts) -> Point:
    key, known = str(row.asset_id), pd.notna(row.capacity_value)
    capacity = max(float(row.capacity_value), _LEAST) if known else _LEAST
    label = Label(words[key], anchor=_BESIDE, type=_NAME) if key in words else None
    return Point(
        key,
        (round(row.lon, 3), round(row.lat, 3)),
        t.name(key),
        marks.ITALY if row.built else marks.MUTED,
        ((capacity * 1.1 + row.built * 60) ** 0.5) / 2,
        (assets.line(row, t),),
        group="built" if row.built else "other",
        status="planned" if row.built and row.asset_status != "operating" else "measured",
        amount=Amount(float(row.capacity_value), str(row.capacity_unit)) if known else None,
        precision_km=None if pd.isna(row.precision_km) else float(row.precision_km),
        labels=(label,) if label else (),
    )


_BESIDE = Anchor("left", 12, 4, baseline="top")


def _words(rows: pd.DataFrame, t: Texts) -> dict[str, str]:
    """Name and capacity of the Italian-built plants that are named, by id."""
    built = rows[rows["built"]].set_index("asset_id")
    capacity = built["capacity_value"]
    words = {
        a: t("{plant}\n{mw} MW", plant=t.short(a), mw=t.number(capacity[a]))
        if pd.notna(capacity[a])
        else t.short(a)
        for a in _NAMED
        if a in built.index
    }
    farms = capacity.reindex(_FARMS)
    if farms.notna().all():
        both = lines.listed([t.short(a) for a in _FARMS], t)
        words[_FARM] = t("{plant}\n{mw} MW", plant=both, mw=t.number(farms.sum()))
    return words


def _cities(t: Texts) -> Points:
    """The two largest cities, for those who do not know the country."""
    places = tables.load("places")
    rows = places[places["place_id"].isin(_CITIES)]
    found = tuple(
        Point(
            str(r.place_id),
            (r.lon, r.lat),
            t.name(str(r.place_id)),
            marks.SOFT,
            2,
            shape="square",
            labels=(Label(t.name(str(r.place_id)), anchor=Anchor("right", -10, -8), type=_CITY),),
        )
        for r in rows.itertuples()
    )
    return Points("cities", found, Dots(edge=0), counted=False)
