"""Wind and solar in Kazakhstan: installed capacity and generation."""

from __future__ import annotations

from datetime import date

import pandas as pd

from partnership import tables
from partnership.analysis import climate as analysis
from partnership.charts import marks
from partnership.charts.forms import Chart, Lines, Point, Series, Unit
from partnership.charts.forms.parts import Stroke
from partnership.figures import shared, yearly
from partnership.figures.figure import Figure, register
from partnership.figures.renewables import fuels
from partnership.figures.renewables.fuels import WIND_SOLAR
from partnership.figures.yearly import Words
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.maps.assets import seen_on
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_HEIGHT = 320
_USES = ("from_year", "to_year")
_COLUMNS = ["entity_id", "part", "year", "value", "unit", "source_id", "status", "note"]


@register("renewables.capacity", sectors=("renewables",), uses=_USES)
def capacity(state: State) -> Figure:
    """Installed wind and solar capacity of Kazakhstan, with the Italian-owned part."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    every = analysis.yearly(seen, analysis.CAPACITIES, ("KAZ", "ITA"))
    every = every.assign(part=every["metric_id"].map(analysis.CAPACITIES))
    known = needed.rows(
        every, "observations", entity_id="KAZ", metric_id=tuple(analysis.CAPACITIES)
    )
    rows = yearly.chosen(known, state)
    title = t("Installed wind and solar capacity of Kazakhstan, MW")
    if rows.empty:
        return yearly.unknown("renewables.capacity", title, known["year"], t)
    italy = every[every["entity_id"].eq("ITA") & every["source_id"].eq(analysis.CAPACITY)]
    owned = _italian_owned(seen)
    italy, owned = (f[f["year"].isin(rows["year"])] for f in (italy, owned))
    return shared.from_rows(
        "renewables.capacity",
        yearly.titled(title, rows["year"], t),
        Chart(_capacity(rows, owned, t), _HEIGHT),
        pd.concat([rows, owned, italy], ignore_index=True)[_COLUMNS],
        "disagree",
        headline=_reached(rows, "KAZ", t),
        finding=_reached(italy, "ITA", t) and f"{_reached(italy, 'ITA', t)}.",
        note=t(
            "Lines: IRENA's capacity at year-end. Hollow point: solar by Ember. Italian-owned: "
            "plants in operation by their first year."
        ),
    )


def _italian_owned(seen: pd.DataFrame) -> pd.DataFrame:
    """Italian-owned capacity of wind and solar together, one row a year, MW."""
    plants = seen_on(date.today())
    owned = analysis.italian_owned(seen, plants, plants.loc[plants["italian"], "asset_id"])
    owned = owned[owned["part"].eq("both")].rename(columns={"held_mw": "value"})
    return owned.assign(entity_id="KAZ", part="italian_held", unit="MW")


def _reached(rows: pd.DataFrame, country: str, t: Texts) -> str:
    """Wind and solar of a country in the last year for which one source has both."""
    own = rows[rows["source_id"].eq(analysis.CAPACITY)]
    wide = own.pivot_table(index="year", columns="part", values="value")
    wide = wide.reindex(columns=list(WIND_SOLAR)).dropna()
    if wide.empty:
        return ""
    wind, solar = (t.number(v) for v in wide.iloc[-1])
    return t(
        "{country} in {year}: {wind} MW of wind, {solar} MW of solar",
        country=t.name(country),
        wind=wind,
        solar=solar,
        year=wide.index[-1],
    )


def _capacity(rows: pd.DataFrame, owned: pd.DataFrame, t: Texts) -> Lines:
    """A line for each source of energy; what another publisher has is a point with its name."""
    ours = rows["source_id"].eq(analysis.CAPACITY)
    words = yearly.reader("MW", t, 0)
    own = [_line(rows[ours], part, words, t) for part in WIND_SOLAR]
    others = [
        _press(part, own, t)
        for (part, _), own in rows[~ours].groupby(["part", "source_id"], observed=True)
    ]
    italian = Series(t("Italian-owned"), marks.ITALY, yearly.points(owned, words), entity="ITA")
    known = tuple(s for s in (*own, *others, italian) if s.points)
    return Lines(known, Unit(t("MW")), t("Year"), none=t("no data"))


def _press(part: str, own: pd.DataFrame, t: Texts) -> Series:
    """Single values of a publisher whose years are not those of the line."""
    publisher = sources.publisher(str(own["source_id"].iloc[0]), t)
    name = t("{source}, {publisher}", source=fuels.name(part, t), publisher=publisher)
    points = tuple(
        Point(int(r.year), float(r.value), amounts.amount(r.value, "MW", t, 0), name, "press")
        for r in own.itertuples()
    )
    return Series(name, "", points, "points", entity=fuels.ENTITY[part])


def _line(
    rows: pd.DataFrame, part: str, words: Words, t: Texts, name: str = "", line: Stroke = "solid"
) -> Series:
    """What one source of energy yields by year."""
    ends = fuels.name(part, t)
    points = yearly.points(rows[rows["part"].eq(part)], words)
    entity = fuels.ENTITY[part]
    return Series(name or ends, "", points, entity=entity, ends=ends, line=line)


@register("renewables.generation_wind_solar", sectors=("renewables",), uses=_USES)
def generation(state: State) -> Figure:
    """Generation from wind and sun in Kazakhstan, each release of the data by itself."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    releases = (analysis.generation(seen, "KAZ", r) for r in (analysis.RELEASE, analysis.NEWEST))
    known = pd.concat(releases, ignore_index=True)
    known = known[known["part"].isin(WIND_SOLAR)]
    known = known[known["year"].ge(known.loc[known["value"].gt(0), "year"].min())]
    rows = yearly.chosen(known, state)
    title = t("Wind and solar generation in Kazakhstan, TWh")
    if rows.empty:
        return yearly.unknown("renewables.generation_wind_solar", title, known["year"], t)
    now = _newest(rows)
    return shared.from_rows(
        "renewables.generation_wind_solar",
        yearly.titled(title, rows["year"], t),
        Chart(_generation(rows, t), _HEIGHT),
        rows,
        "disagree",
        headline=_share(now, t),
        finding=_generated(now, t),
        note=yearly.two_releases(analysis.RELEASE, analysis.NEWEST, t),
    )


def _newest(rows: pd.DataFrame) -> pd.DataFrame:
    """Wind and solar of the last year of the newest release, by part; empty where one lacks."""
    new = rows[rows["source_id"].eq(analysis.NEWEST)]
    latest = new if len(new) else rows
    now = latest[latest["year"].eq(latest["year"].max())].set_index("part")
    return now if set(WIND_SOLAR) <= set(now.index) else now.head(0)


def _share(now: pd.DataFrame, t: Texts) -> str:
    if now.empty or now["share"].isna().any():
        return ""
    return t(
        "Wind and solar: {share} of Kazakhstan's electricity in {year}",
        share=t.percent(now["share"].sum()),
        year=int(now["year"].iloc[0]),
    )


def _generated(now: pd.DataFrame, t: Texts) -> str:
    if now.empty:
        return ""
    return t(
        "In {year} wind generated {wind} TWh and solar {solar} TWh.",
        year=int(now["year"].iloc[0]),
        wind=t.number(now.loc["wind", "value"], 2),
        solar=t.number(now.loc["solar", "value"], 2),
    )


def _generation(rows: pd.DataFrame, t: Texts) -> Lines:
    """The newest release after the other, each with its sources of energy."""
    words = yearly.reader("TWh", t, 2)
    series = []
    lines: dict[str, Stroke] = {analysis.RELEASE: "solid", analysis.NEWEST: "dotted"}
    for release, line in lines.items():
        own = rows[rows["source_id"].eq(release)]
        year = sources.by_ids([release])[0].published[:4]
        for part in WIND_SOLAR:
            source = fuels.name(part, t)
            name = t("{source}, release of {year}", source=source, year=year)
            series.append(_line(own, part, words, t, name, line))
    known = tuple(s for s in series if s.points)
    return Lines(known, Unit(t("TWh")), t("Year"), none=t("no data"))
