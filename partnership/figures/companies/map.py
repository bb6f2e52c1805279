"""Where Italian companies work in Kazakhstan: projects by region on a small still map."""

from __future__ import annotations

import pandas as pd

from partnership import palette
from partnership.analysis import companies as analysis
from partnership.figures import shared
from partnership.figures.companies.timeline import rows_of
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.maps import alt, ground
from partnership.maps.frame import Conic
from partnership.maps.model import Amount, Anchor, Areas, Dots, Label, Map, Point, Points, Type
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import companies as words

_HEIGHT = 340
_NUMBER = Type(size=12, colour=palette.PAPER.light, halo=0)
_NAME = Type(bold=False, halo=0)
_SLATE = palette.SECTOR["companies"].light
_SHIFT = {
    "atyrau_region": (0.3, -0.9),
    "west_kazakhstan_region": (1.3, 0.5),
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
    drawn = _drawn(counted, placed, t)
    return Figure(
        id="companies.map",
        title=title,
        drawn=drawn,
        table=placed,
        source_ids=(*sources.ids(placed), *sources.REGIONS),
        alt=t(
            "Map of Kazakhstan's regions with a circle for each that has projects. {numbers}",
            numbers=alt.numbers(drawn, t),
        ),
        headline=t(
            "{region} has the most projects: {count} of the {all} located",
            region=t.name(str(top["region_id"])),
            count=int(top["projects"]),
            all=len(placed),
        ),
        finding=t(
            "{count} of all {all} have no region: they cross several, are offshore or abroad, or "
            "the source gives no location.",
            count=len(rows) - len(placed),
            all=len(rows),
        ),
        note=t("The size of a circle is proportional to the number."),
        badges=shared.badges(placed),
        height=_HEIGHT,
    )


def _drawn(counted: pd.DataFrame, placed: pd.DataFrame, t: Texts) -> Map:
    who = placed.groupby(placed["region_id"].astype(str))["company_id"].unique()
    middle = ground.inside("regions")
    circles = tuple(
        _circle(str(r.region_id), int(r.projects), middle[str(r.region_id)], who, t)
        for r in counted[counted["region_id"].isin(middle)].itertuples()
    )
    headings = (t("Region"), t("Projects"), t("Companies"))
    return Map(
        frame=Conic(67, (42, 54)),
        layers=(
            Areas("regions", "regions", palette.LAND.light, palette.BORDER.light, 0.8),
            Points("circles", circles, Dots(opacity=0.9, edge=0), headings),
        ),
        height=_HEIGHT,
        sea=None,
    )


def _circle(
    region: str, projects: int, middle: tuple[float, float], who: pd.Series, t: Texts
) -> Point:
    size = projects * 130 + 120
    shift = _SHIFT.get(region, (0.0, 0.0))
    number = t.number(projects)
    below = Anchor("center", 0, size**0.5 / 2 + 9)
    return Point(
        region,
        (middle[0] + shift[0], middle[1] + shift[1]),
        t.name(region),
        _SLATE,
        size**0.5 / 2,
        (number, ", ".join(t.short(str(c)) for c in who[region])),
        amount=Amount(projects, "projects"),
        labels=(
            Label(number, anchor=Anchor("center"), type=_NUMBER),
            Label(t.short(region), anchor=below, type=_NAME),
        ),
    )
