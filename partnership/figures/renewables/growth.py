"""Wind and solar in Kazakhstan: installed capacity and generation."""

from __future__ import annotations

from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import climate as analysis
from partnership.charts import lines, marks, stack
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
_COLOUR = {"wind": palette.SECTOR["renewables"].light, "solar": palette.HOLDERS[1].light}
_USES = ("from_year", "to_year")
_PRINTED = "ember_2025_10_solar_capacity"
_SHOWN = message("Shown from {years}, when it began; none of these years is selected.")


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
        drawn=marks.finish(_capacity(rows, italian_owned, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table),
        alt=t("A line for wind, a line for solar, and one at the base for Italian-owned plants."),
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
    if wide.empty or set(wide.columns) != set(_COLOUR):
        return ""
    year = int(wide.index[-1])
    there = italy[italy["year"].eq(year)].set_index("part")["value"]
    wind, solar = (t.number(wide.loc[year, part]) for part in _COLOUR)
    if not set(there.index) >= set(_COLOUR):
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


def _capacity(rows: pd.DataFrame, italian_owned: pd.DataFrame, t: Texts) -> Any:
    rows = rows.assign(at=rows["value"], colour=rows["part"].map(_COLOUR))
    known = rows[rows["source_id"].ne(_PRINTED)]
    x = lines.year_x("year", int(rows["year"].min()), int(rows["year"].max()), room=96)
    y = alt.Y("at:Q", axis=marks.value_axis(t("MW")), scale=alt.Scale(zero=True))
    base = alt.Chart(marks.rows(known[["year", "at", "part", "colour"]]))
    hover_rows, tooltip = _hover(
        pd.concat([rows, italian_owned.assign(at=italian_owned["value"])]), t
    )
    layers: list[Any] = [lines.hover(hover_rows, x, tooltip)]
    layers.append(
        base.mark_line(strokeWidth=2.4, point=len(set(known["year"])) == 1).encode(
            x=x, y=y, color=alt.Color("colour:N", scale=None), detail="part:N"
        )
    )
    printed = rows[rows["source_id"].eq(_PRINTED)]
    if len(printed):
        layers.append(
            alt.Chart(marks.rows(printed[["year", "at", "colour"]]))
            .mark_point(size=60, fill=marks.PAPER, strokeWidth=2, opacity=1)
            .encode(x=x, y=y, stroke=alt.Stroke("colour:N", scale=None))
        )
    owned = italian_owned.assign(at=italian_owned["value"], colour=marks.ITALY)
    if len(owned):
        steps = alt.Chart(marks.rows(owned[["year", "at", "colour"]]))
        layers.append(
            steps.mark_line(strokeWidth=2.4, color=marks.ITALY, point=len(owned) == 1).encode(
                x=x, y=y
            )
        )
    ends = known.sort_values("year").groupby("part").tail(1)
    ends = ends.assign(words=[t(codes.ENERGY_SOURCE[p]) for p in ends["part"]])
    named = [ends, owned.tail(1).assign(words=t("Italian-owned"))]
    return alt.layer(*layers, _ends(pd.concat(named), rows, x, y))


def _hover(rows: pd.DataFrame, t: Texts) -> tuple[pd.DataFrame, list[alt.Tooltip]]:
    """Every value of a year in words, one row a year, and the tooltip that shows them."""
    wide = rows.pivot_table(index="year", columns="part", values="at", aggfunc="last")
    hover_rows = pd.DataFrame({"year": wide.index.astype(int)})
    words = {p: t(codes.ENERGY_SOURCE[p]) for p in ("wind", "solar")}
    words["italian_held"] = t("Italian-owned")
    for part in wide.columns:
        hover_rows[part] = [amounts.amount(v, "MW", t, 0) or t("no data") for v in wide[part]]
    tooltip = [
        alt.Tooltip("year:Q", title=t("Year"), format="d"),
        *(alt.Tooltip(f"{p}:N", title=words[p]) for p in words if p in wide),
    ]
    return hover_rows, tooltip


def _ends(ends: pd.DataFrame, rows: pd.DataFrame, x: alt.X, y: alt.Y) -> marks.Drawing:
    """Names at the right, beyond the last year drawn."""
    least = 1.1 * lines.LABEL_LINE * float(rows["at"].max()) / lines.plot(_HEIGHT)
    ends = ends.assign(at=lines.spread(ends["at"].tolist(), least), year=rows["year"].max())
    return stack.keyed(ends[["year", "at", "words", "colour"]], x, y)


@register("renewables.generation_wind_solar", sectors=("renewables",), uses=_USES)
def generation(state: State) -> Figure:
    """Generation from wind and sun in Kazakhstan, each release of the data by itself."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = pd.concat(
        [analysis.generation(seen, "KAZ", r) for r in (analysis.RELEASE, analysis.NEWEST)],
        ignore_index=True,
    )
    rows = rows[rows["part"].isin(_COLOUR)]
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
        drawn=marks.finish(_generation(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Two lines, and hollow points on dotted lines for the newest release."),
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


def _generation(rows: pd.DataFrame, t: Texts) -> Any:
    rows = rows.assign(
        at=rows["value"],
        colour=rows["part"].map(_COLOUR),
        newest=rows["source_id"].eq(analysis.NEWEST),
        key=rows["part"]
        + rows["source_id"].eq(analysis.NEWEST).map({True: "_2026", False: "_2025"}),
    )
    x = lines.year_x("year", int(rows["year"].min()), int(rows["year"].max()), room=64)
    y = alt.Y("at:Q", axis=marks.value_axis(t("TWh")), scale=alt.Scale(zero=True))
    wide = rows.pivot_table(index="year", columns="key", values="at")
    hover_rows = pd.DataFrame({"year": wide.index.astype(int)})
    for key in wide.columns:
        hover_rows[key] = [amounts.amount(v, "TWh", t, 2) or t("no data") for v in wide[key]]
    tooltip = [alt.Tooltip("year:Q", title=t("Year"), format="d")]
    for key in sorted(wide.columns, key=lambda k: (k[-4:], k), reverse=True):
        words = t(
            "{source}, release of {year}", source=t(codes.ENERGY_SOURCE[key[:-5]]), year=key[-4:]
        )
        tooltip.append(alt.Tooltip(f"{key}:N", title=words))
    layers: list[Any] = [lines.hover(hover_rows, x, tooltip)]
    for newest, released in rows.groupby("newest"):
        base = alt.Chart(marks.rows(released[["year", "at", "part", "colour"]])).encode(
            x=x, y=y, detail="part:N"
        )
        colour = alt.Color("colour:N", scale=None)
        if newest:
            layers.append(base.mark_line(strokeWidth=1.2, strokeDash=[2, 3]).encode(color=colour))
            layers.append(
                base.mark_point(size=34, fill=marks.PAPER, opacity=1, strokeWidth=1.5).encode(
                    stroke=alt.Stroke("colour:N", scale=None)
                )
            )
        else:
            one = len(set(released["year"])) == 1
            layers.append(base.mark_line(strokeWidth=2.4, point=one).encode(color=colour))
    ends = rows.sort_values(["newest", "year"]).groupby("part").tail(1)
    ends = ends.assign(words=[t(codes.ENERGY_SOURCE[p]) for p in ends["part"]])
    return alt.layer(*layers, _ends(ends, rows, x, y))
