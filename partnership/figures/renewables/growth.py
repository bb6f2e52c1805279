"""Wind and solar in Kazakhstan: installed capacity and generation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd

from partnership import tables
from partnership.analysis import climate as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Lines, Point, Series, Unit
from partnership.charts.forms.parts import Status
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.renewables.generation import published
from partnership.language import amounts, codes, texts
from partnership.language.texts import Texts, message
from partnership.maps.assets import seen_on
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_HEIGHT = 320
_PARTS = ("wind", "solar")
_USES = ("from_year", "to_year")
_PRINTED = "ember_2025_10_solar_capacity"
_SHOWN = message("Shown from {years}, when it began; none of these years is selected.")
Measure = tuple[str, int]
"""A unit of `amounts`, and how many digits its values are read with."""
_MW: Measure = ("MW", 0)
_TWH: Measure = ("TWh", 2)


@register("renewables.capacity", sectors=("renewables",), uses=_USES)
def capacity(state: State) -> Figure:
    """Installed wind and solar capacity of Kazakhstan, with the Italian-owned part."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = analysis.yearly(seen, analysis.CAPACITIES, ("KAZ", "ITA"))
    rows = rows.assign(part=rows["metric_id"].str.removesuffix("_capacity_mw"))
    italy = rows[rows["entity_id"].eq("ITA") & rows["source_id"].eq(analysis.CAPACITY)]
    rows = needed.rows(rows, "observations", entity_id="KAZ", metric_id=tuple(analysis.CAPACITIES))
    first = int(rows["year"].min())
    rows = rows[rows["year"].between(state.from_year, state.to_year)]
    if rows.empty:
        title = t("Wind and solar capacity of Kazakhstan")
        why = t(
            "Wind and solar capacity is available from {first}; none of these years is selected.",
            first=first,
        )
        return shared.nothing("renewables.capacity", title, why)
    italian_owned = _italian_owned(seen)
    italian_owned = italian_owned[italian_owned["year"].isin(rows["year"])]
    italy = italy[italy["year"].isin(rows["year"])]
    columns = ["entity_id", "part", "year", "value", "unit", "source_id", "status", "note"]
    table = pd.concat([rows, italian_owned, italy], ignore_index=True)[columns]
    return Figure(
        id="renewables.capacity",
        title=t(
            "Installed wind and solar capacity of Kazakhstan, {years}, MW",
            years=lines.years(rows["year"]),
        ),
        drawn=Chart(_capacity(rows, italian_owned, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table),
        finding=_grown(rows, italy, t),
        note=t(
            "Lines: IRENA's capacity at year-end. Hollow point: solar by Ember. Italian-owned: "
            "plants in operation by their first year."
        ),
        badges=shared.badges(table, "disagree"),
        height=_HEIGHT,
    )


def _italian_owned(seen: pd.DataFrame) -> pd.DataFrame:
    """Italian-owned capacity of wind and solar together, one row a year, MW."""
    plants = seen_on(date.today())
    owned = analysis.italian_owned(seen, plants, plants.loc[plants["italian"], "asset_id"])
    owned = owned[owned["part"].eq("both")].rename(columns={"held_mw": "value"})
    return owned.assign(entity_id="KAZ", part="italian_held", unit="MW")


def _grown(rows: pd.DataFrame, italy: pd.DataFrame, t: Texts) -> str:
    known = rows[rows["source_id"].eq(analysis.CAPACITY)]
    wide = known.pivot_table(index="year", columns="part", values="value").dropna()
    if wide.empty or set(wide.columns) != set(_PARTS):
        return ""
    year = int(wide.index[-1])
    there = italy[italy["year"].eq(year)].set_index("part")["value"]
    wind, solar = (t.number(wide.loc[year, part]) for part in _PARTS)
    if not set(there.index) >= set(_PARTS):
        return t(
            "At the end of {year} Kazakhstan had {wind} MW of wind and {solar} MW of solar.",
            year=year,
            wind=wind,
            solar=solar,
        )
    return t(
        "At the end of {year} Kazakhstan had {wind} MW of wind and {solar} MW of solar; Italy had "
        "{italian_wind} and {italian_solar} MW.",
        year=year,
        italian_wind=t.number(there["wind"]),
        italian_solar=t.number(there["solar"]),
        wind=wind,
        solar=solar,
    )


def _capacity(rows: pd.DataFrame, italian_owned: pd.DataFrame, t: Texts) -> Lines:
    printed = rows["source_id"].eq(_PRINTED)
    parts = [
        _source(part, own, t(codes.ENERGY_SOURCE[part]), _MW, t)
        for part in _PARTS
        if len(own := rows[~printed & rows["part"].eq(part)])
    ]
    other = [
        Series(
            _by_publisher(part, own, t),
            "",
            _points(own, _MW, t, "press"),
            "points",
            entity=part,
        )
        for part in _PARTS
        if len(own := rows[printed & rows["part"].eq(part)])
    ]
    owned = _points(italian_owned, _MW, t)
    ours = [Series(t("Italian-owned"), marks.ITALY, owned, entity="italian")] if owned else []
    return Lines((*parts, *other, *ours), Unit(t("MW")), t("Year"), none=t("no data"))


def _by_publisher(part: str, own: pd.DataFrame, t: Texts) -> str:
    who = sources.publisher(str(own["source_id"].iloc[0]), t)
    return t("{source}, {publisher}", source=t(codes.ENERGY_SOURCE[part]), publisher=who)


def _source(part: str, own: pd.DataFrame, name: str, unit: Measure, t: Texts) -> Series:
    """What one source of energy yields by year."""
    points = _points(own, unit, t)
    ends = t(codes.ENERGY_SOURCE[part])
    return Series(name, "", points, entity=part, ends=ends)


def _points(
    own: pd.DataFrame, unit: Measure, t: Texts, status: Status = "measured"
) -> tuple[Point, ...]:
    return tuple(
        Point(int(year), float(value), amounts.amount(value, unit[0], t, unit[1]), status=status)
        for year, value in own.sort_values("year")[["year", "value"]].itertuples(index=False)
    )


@register("renewables.generation_wind_solar", sectors=("renewables",), uses=_USES)
def generation(state: State) -> Figure:
    """Generation from wind and sun in Kazakhstan, each release of the data by itself."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = pd.concat(
        [analysis.generation(seen, "KAZ", r) for r in (analysis.RELEASE, analysis.NEWEST)],
        ignore_index=True,
    )
    rows = rows[rows["part"].isin(_PARTS)]
    begun = rows.loc[rows["value"].gt(0), "year"].min()
    first = state.from_year if pd.isna(begun) else max(state.from_year, int(begun))
    rows = rows[rows["year"].between(first, state.to_year)]
    if rows.empty:
        title = t("Wind and solar generation in Kazakhstan")
        why = lines.known_only(_SHOWN, "" if pd.isna(begun) else str(int(begun)), t)
        return shared.nothing("renewables.generation_wind_solar", title, why)
    return Figure(
        id="renewables.generation_wind_solar",
        title=t(
            "Wind and solar generation in Kazakhstan, {years}, TWh",
            years=lines.years(rows["year"]),
        ),
        drawn=Chart(_generation(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        finding=_generated(rows, t),
        note=t(
            "Lines: release of {release}. Hollow points on dotted lines: release of {newer}, "
            "which revises the series and is never joined with it.",
            release=t.day(published(analysis.RELEASE)[:7]),
            newer=published(analysis.NEWEST)[:4],
        ),
        badges=shared.badges(rows, "disagree"),
        height=_HEIGHT,
    )


def _generated(rows: pd.DataFrame, t: Texts) -> str:
    new = rows[rows["source_id"].eq(analysis.NEWEST)]
    latest = new if len(new) else rows
    year = int(latest["year"].max())
    now = latest[latest["year"].eq(year)].set_index("part")
    if not {"wind", "solar"} <= set(now.index):
        return ""
    return t(
        "In {year} wind generated {wind} TWh and solar {solar} TWh, together {share} of "
        "Kazakhstan's electricity.",
        year=year,
        wind=t.number(now.loc["wind", "value"], 2),
        solar=t.number(now.loc["solar", "value"], 2),
        share=t.percent(now["share"].sum()),
    )


def _generation(rows: pd.DataFrame, t: Texts) -> Lines:
    """The newest release after the other, each with its sources of energy."""
    series = []
    for release in (analysis.RELEASE, analysis.NEWEST):
        for part in _PARTS:
            own = rows[rows["source_id"].eq(release) & rows["part"].eq(part)]
            name = t(
                "{source}, release of {year}",
                source=t(codes.ENERGY_SOURCE[part]),
                year=sources.by_ids([release])[0].published[:4],
            )
            if len(own):
                one = _source(part, own, name, _TWH, t)
                newest = release == analysis.NEWEST
                series.append(replace(one, line="dotted") if newest else one)
    return Lines(tuple(series), Unit(t("TWh")), t("Year"), none=t("no data"))
