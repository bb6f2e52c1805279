"""Where Italian companies work in Kazakhstan: projects by region on a small still map."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import companies as analysis
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.companies.timeline import rows_of
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import companies as words

_HEIGHT = 340
_SLATE = palette.SECTOR["companies"].light
_SHIFT = {
    "atyrau_region": (0.3, -0.9),
    "west_kazakhstan_region": (0, 0.5),
    "almaty_region": (-1.6, 1.2),
    "almaty_city": (0.9, -0.3),
    "turkistan_region": (0, 0.9),
}
"""Circles moved, in degrees, off what lies in the same place."""


@register("companies.map", sectors=words.SECTORS, uses=("sector",))
def by_region(state: State) -> Figure:
    """Circles by region: how many projects of Italian companies."""
    t = texts.in_language(state.lang)
    rows = rows_of(state)
    counted = analysis.by_region(rows)
    title = t("Projects of Italian companies by region of Kazakhstan, number")
    if counted.empty:
        why = t("No project in the selected sectors is tied to a single region.")
        return shared.nothing("companies.map", title, why)
    placed = rows[rows["region_id"].notna()]
    top = counted.iloc[0]
    return Figure(
        id="companies.map",
        title=title,
        drawn=marks.finish(_drawn(counted, placed, t)),
        table=placed,
        source_ids=(*sources.ids(placed), *sources.REGIONS),
        alt=t("Map of Kazakhstan's regions with a circle for each that has projects."),
        finding=t(
            "{region} has the most: {count} of the {all} projects tied to a single region.",
            region=t.name(str(top["region_id"])),
            count=int(top["projects"]),
            all=len(placed),
        ),
        note=t(
            "{count} projects are left out: they cross several regions, are offshore or abroad, "
            "or the source gives no location. The size of a circle is proportional to the number.",
            count=len(rows) - len(placed),
        ),
        badges=shared.badges(placed),
        height=_HEIGHT,
    )


def _drawn(counted: pd.DataFrame, placed: pd.DataFrame, t: Texts) -> Any:
    shapes, middle = _regions(tables.package())
    counted = counted[counted["region_id"].isin(middle)]
    ids = counted["region_id"].tolist()
    who = placed.groupby(placed["region_id"].astype(str))["company_id"].unique()
    shift = [_SHIFT.get(i, (0.0, 0.0)) for i in ids]
    data = pd.DataFrame(
        {
            "lon": [middle[i][0] + s[0] for i, s in zip(ids, shift, strict=True)],
            "lat": [middle[i][1] + s[1] for i, s in zip(ids, shift, strict=True)],
            "size": counted["projects"] * 130 + 120,
            "label": [t.number(n) for n in counted["projects"]],
            "name": [t.name(i) for i in ids],
            "words": [t.short(i) for i in ids],
            "who": [", ".join(t.short(str(c)) for c in who[i]) for i in ids],
            "below": (counted["projects"] * 130 + 120).pow(0.5) / 2 + 9,
        }
    )
    ground = alt.Chart(marks.values(shapes)).mark_geoshape(
        fill=palette.LAND.light, stroke=palette.BORDER.light, strokeWidth=0.8
    )
    base = alt.Chart(marks.rows(data)).encode(longitude="lon:Q", latitude="lat:Q")
    circles = base.mark_circle(color=_SLATE, opacity=0.9).encode(
        size=alt.Size("size:Q", scale=None),
        tooltip=[
            alt.Tooltip("name:N", title=t("Region")),
            alt.Tooltip("label:N", title=t("Projects")),
            alt.Tooltip("who:N", title=t("Companies")),
        ],
    )
    numbers = base.mark_text(fontSize=12, fontWeight="bold", color=marks.PAPER).encode(
        text="label:N"
    )
    names = [
        alt.Chart(marks.rows(part))
        .mark_text(**marks.text(fontSize=11, dy=float(below)))
        .encode(longitude="lon:Q", latitude="lat:Q", text="words:N")
        for below, part in data.groupby("below")
    ]
    return alt.layer(ground, circles, numbers, *names).properties(
        height=_HEIGHT,
        projection=alt.Projection(type="conicEqualArea", rotate=[-67, 0, 0], parallels=[42, 54]),
    )


@lru_cache(maxsize=2)
def _regions(
    package: tables.Package,
) -> tuple[list[dict[str, Any]], dict[str, tuple[float, float]]]:
    """Regions as coarse features with clockwise rings, and a point inside each."""
    from shapely.geometry import shape

    shapes, middle = [], {}
    for feature in package.geometry("regions")["features"]:
        key, geometry = str(feature["properties"]["id"]), feature["geometry"]
        point = shape(geometry).representative_point()
        middle[key] = (round(point.x, 2), round(point.y, 2))
        polygons = geometry["coordinates"]
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        turned = [[_ring(ring) for ring in polygon] for polygon in polygons]
        kept = [p for p in turned if len(p[0]) > 3]
        shapes.append(
            {
                "type": "Feature",
                "geometry": {"type": "MultiPolygon", "coordinates": kept},
                "properties": {},
            }
        )
    return shapes, middle


def _ring(points: list[list[float]]) -> list[list[float]]:
    rounded = [[round(x, 1), round(y, 1)] for x, y in points]
    kept = [p for p, before in zip(rounded, [None, *rounded], strict=False) if p != before]
    return kept[::-1]
