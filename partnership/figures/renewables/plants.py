"""The Italian-built plants in figures, what they are of the whole, and the hybrid plant's parts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import climate as analysis
from partnership.charts import lines
from partnership.charts.forms import Bars, Category, Chart, Point, Series
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.renewables.map import PLANTS
from partnership.language import amounts, codes, texts
from partnership.language.texts import Texts, message
from partnership.maps.assets import seen_on
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import assets, sentences

_HANDS = {
    "wind": codes.ENERGY_SOURCE["wind"],
    "solar": codes.ENERGY_SOURCE["solar"],
    "both": message("Total"),
}
_HYBRID = "zhanaozen_hybrid"
_WHOLE = "nameplate_capacity_mw"
_TURBINES, _RATING = "turbines_count", "turbine_rating_mw"
_ROUNDED = 0.5
"""MW by which a capacity printed in whole MW may differ from what makes it up."""
_PARTS = {f"part_capacity_{p}_mw": p for p in ("gas", "wind", "solar")}


@register("renewables.plants", sectors=("renewables",))
def plants(state: State) -> Figure:
    """What is known of each of the Italian-built plants."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = seen[seen["entity_id"].isin(PLANTS)]
    known = seen_on(date.today()).set_index("asset_id")
    there = needed.rows(known.reset_index(), "assets", asset_id=tuple(PLANTS))["asset_id"]
    shown = tuple(
        _plant(p, known.loc[p], rows[rows["entity_id"].eq(p)], t) for p in PLANTS if p in set(there)
    )
    return Figure(
        id="renewables.plants",
        title=t("Italian-built plants: key figures"),
        drawn=Listing("events", shown),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("List of the four plants with capacity, machines and expected generation."),
        note=sentences.joined(
            *_rated(known, rows, t), t("Yearly generation is as expected, not actual.")
        ),
        badges=shared.badges(rows, "disagree"),
    )


def _latest(rows: pd.DataFrame) -> pd.Series:
    """The newest value of each metric of a plant that is not only claimed."""
    latest = rows[rows["status"].ne("claimed")].sort_values("period").groupby("metric_id").tail(1)
    return latest.set_index("metric_id")["value"].astype(float)


def _rated(known: pd.DataFrame, rows: pd.DataFrame, t: Texts) -> list[str]:
    """The plants whose turbines together have another capacity than the plant."""
    found = []
    for plant in PLANTS:
        value = _latest(rows[rows["entity_id"].eq(plant)])
        if plant not in known.index or not {_TURBINES, _RATING} <= set(value.index):
            continue
        stated, together = known.loc[plant, "capacity_value"], value[_TURBINES] * value[_RATING]
        if pd.notna(stated) and abs(together - stated) >= _ROUNDED:
            found.append(
                t(
                    "{count} turbines of {mw} MW make {sum} MW, but {stated} MW are stated for "
                    "{plant}.",
                    count=t.number(value[_TURBINES]),
                    mw=t.number(value[_RATING], 1),
                    sum=t.number(together, 1),
                    plant=t.short(plant),
                    stated=t.number(float(stated)),
                )
            )
    return found


def _plant(plant: str, asset: Any, rows: pd.DataFrame, t: Texts) -> dict[str, str]:
    value = _latest(rows)
    parts = [assets.place(asset, t)]
    if {_TURBINES, _RATING} <= set(value.index):
        parts.append(
            t(
                "{count} turbines of {mw} MW",
                count=t.number(value[_TURBINES]),
                mw=t.number(value[_RATING], 1),
            )
        )
    if "solar_panels_count" in value:
        parts.append(t("{count} panels", count=t.number(value["solar_panels_count"])))
    if "electricity_output_gwh_y" in value:
        most = t.number(value["electricity_output_gwh_y"])
        up_to = plant == "shaulder_solar"
        parts.append(
            t("up to {gwh} GWh a year expected", gwh=most)
            if up_to
            else t("{gwh} GWh a year expected", gwh=most)
        )
    if "project_cost_usd" in value:
        cost = amounts.in_millions(value["project_cost_usd"], "USD", t, 0)
        parts.append(t("cost about {amount}", amount=cost))
    state = t(codes.ASSET_STATUS[asset.asset_status])
    if pd.notna(asset.start_year):
        state = t("{state} since {year}", state=state, year=int(asset.start_year))
    holder = t.short("plenitude") if pd.notna(asset.operator_id) else _developers(t)
    parts.append(holder)
    capacity = t.number(float(asset.capacity_value))
    words = t("{mw} MW, {state}", mw=capacity, state=state)
    return {"label": t.name(plant), "value": words, "detail": " · ".join(parts)}


def _developers(t: Texts) -> str:
    return lines.listed([t.short("eni"), t.short("kazmunaygas")], t)


@register("renewables.italian_owned", sectors=("renewables",), uses=("from_year", "to_year"))
def hands(state: State) -> Figure:
    """Capacity in Italian hands against all wind and solar of Kazakhstan."""
    t = texts.in_language(state.lang)
    known = seen_on(date.today())
    italian = known.loc[known["italian"], "asset_id"]
    rows = analysis.italian_owned(tables.load("observations"), known, italian)
    whole = rows.loc[rows["part"].eq("both"), "year"]
    if whole.empty:
        raise needed.missing("observations", metric_id=tuple(analysis.CAPACITIES), entity_id="KAZ")
    rows = rows[rows["year"].between(state.from_year, state.to_year)]
    both = rows[rows["part"].eq("both")]
    if both.empty:
        title = t("Italian-owned wind and solar capacity")
        why = t(
            "Kazakhstan's total wind and solar capacity is available for {years} only.",
            years=lines.years(whole),
        )
        return shared.nothing("renewables.italian_owned", title, why)
    year = int(both["year"].max())
    now = rows[rows["year"].eq(year)].set_index("part")
    return Figure(
        id="renewables.italian_owned",
        title=t(
            "Italian-owned wind and solar capacity in Kazakhstan, end of {year}, MW", year=year
        ),
        drawn=Chart(_hands(now, t)),
        table=rows,
        source_ids=sources.ids(rows, known[known["asset_id"].isin(PLANTS)]),
        finding=_most(rows, now.loc["both"], t),
        note=_counted(known, t),
        badges=shared.badges(rows),
    )


def _counted(known: pd.DataFrame, t: Texts) -> str:
    """What counts as Italian-owned, which plants do not yet, and whose total it is set against."""
    built = known[known["asset_id"].isin(PLANTS) & known["italian"]]
    ahead = built.loc[built["asset_status"].ne("operating"), "asset_id"]
    edition = sources.by_ids([analysis.CAPACITY])[0].published[:4]
    return sentences.joined(
        t(
            "The latest year for which both are available. Italian-owned: plants of Plenitude "
            "(Eni) in operation."
        ),
        t("Not yet included: {plants}.", plants=lines.listed([t.name(a) for a in ahead], t))
        if len(ahead)
        else "",
        t("Kazakhstan's total according to IRENA, edition of {year}.", year=edition),
    )


def _most(rows: pd.DataFrame, now: Any, t: Texts) -> str:
    """The Italian-owned part now, and when of wind it was most; a share of nothing is none."""
    wind = rows[rows["part"].eq("wind") & rows["share"].notna()]
    if wind.empty or pd.isna(now["share"]):
        return ""
    peak = wind.loc[wind["share"].idxmax()]
    return t(
        "{italian} of {all} MW, {share}, were Italian-owned at the end of {year}; for wind alone "
        "the share peaked at the end of {peak}, {most}.",
        italian=t.number(now["held_mw"]),
        all=t.number(now["all_mw"]),
        share=t.percent(now["share"]),
        year=int(now["year"]),
        peak=int(peak["year"]),
        most=t.percent(peak["share"]),
    )


def _head(part: str, row: Any, t: Texts) -> str:
    italian, whole = t.number(row["held_mw"]), t.number(row["all_mw"])
    if pd.isna(row["share"]):
        return t("{part}: {italian} of {all} MW", part=part, italian=italian, all=whole)
    return t(
        "{part}: {italian} of {all} MW, {share}",
        part=part,
        italian=italian,
        all=whole,
        share=t.percent(row["share"]),
    )


def _hands(now: pd.DataFrame, t: Texts) -> Bars:
    owners = [
        (t("All"), palette.FAINT.light, "all_mw"),
        (t("Italian-owned"), palette.ITALY.light, "held_mw"),
    ]
    return Bars(
        tuple(Category(p, t(w), head=_head(t(w), now.loc[p], t)) for p, w in _HANDS.items()),
        tuple(
            Series(
                name,
                colour,
                tuple(
                    Point(p, float(now.loc[p, column]), _mw(now.loc[p, column], t)) for p in _HANDS
                ),
                mark="bar",
            )
            for name, colour, column in owners
        ),
        what=t("Source of electricity"),
        by=t("Owner"),
        measure=t("Capacity"),
        above=True,
    )


def _mw(value: Any, t: Texts) -> str:
    return amounts.amount(float(value), "MW", t, 0)


@register("renewables.hybrid", sectors=("renewables",))
def hybrid(state: State) -> Figure:
    """The parts of the hybrid plant at Zhanaozen against what was announced."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    wanted = _PARTS | {_WHOLE: "whole"}
    rows = needed.rows(seen, "observations", entity_id=_HYBRID, metric_id=tuple(wanted))
    needed.rows(rows, "observations", entity_id=_HYBRID, metric_id=_WHOLE)
    rows = rows.assign(part=rows["metric_id"].map(wanted)).sort_values(["period", "source_id"])
    parts = rows[rows["part"].ne("whole")]
    newest = parts[parts["period"].eq(parts["period"].max())]
    claim = rows.loc[rows["status"].eq("claimed"), "value"]
    return Figure(
        id="renewables.hybrid",
        title=t("Capacity of the hybrid plant at Zhanaozen by technology, as planned, MW"),
        drawn=Chart(_hybrid(rows, t)),
        table=rows,
        source_ids=sources.ids(rows),
        finding=_added_up(newest.drop_duplicates("part").set_index("part")["value"], claim, t),
        badges=shared.badges(rows, "disagree"),
    )


def _added_up(value: pd.Series, claim: pd.Series, t: Texts) -> str:
    """What the parts make beside what the article gives; nothing where one of them is absent."""
    if claim.empty or set(_PARTS.values()) - set(value.index):
        return ""
    return t(
        "{gas} MW of gas, {wind} MW of wind and {solar} MW of solar total {sum} MW; the article "
        "gives {claim} MW, the rounded figure of the announcement.",
        gas=t.number(value["gas"]),
        wind=t.number(value["wind"]),
        solar=t.number(value["solar"]),
        sum=t.number(value.sum()),
        claim=t.number(claim.iloc[0]),
    )


def _hybrid(rows: pd.DataFrame, t: Texts) -> Bars:
    """A bar for each source: its parts where it gives them, else the whole."""
    bars: list[Category] = []
    points: dict[str, list[Point]] = {metric: [] for metric in (_WHOLE, *_PARTS)}
    for rank, whole in enumerate(rows[rows["part"].eq("whole")].itertuples()):
        key = str(rank)
        bars.append(Category(key, _source(whole, t)))
        by_part = rows[rows["source_id"].eq(whole.source_id) & rows["part"].isin(_PARTS.values())]
        for part in by_part.itertuples():
            words = t(codes.ENERGY_SOURCE[str(part.part)])
            label = f"{words} {t.number(float(str(part.value)))}"
            points[str(part.metric_id)].append(_megawatts(key, part, label, t))
        if by_part.empty:
            points[_WHOLE].append(_megawatts(key, whole, "", t))
    return Bars(
        tuple(bars),
        tuple(
            Series(t.short(metric), "", tuple(found), "bar", _PARTS.get(metric, "other"))
            for metric, found in points.items()
            if found
        ),
        what=t("Bar"),
        by=t("Technology"),
        measure=t("Capacity"),
        arranged="stacked",
        above=True,
    )


def _source(row: Any, t: Texts) -> str:
    when, mw = t.day(str(row.period)), t.number(row.value)
    if row.status == "claimed":
        return t("The article, {when}: {mw} MW", when=when, mw=mw)
    publisher = sources.by_ids([str(row.source_id)])[0].publisher
    return t("{who}, {when}: {mw} MW", who=t.quote(publisher), when=when, mw=mw)


def _megawatts(key: str, row: Any, label: str, t: Texts) -> Point:
    return Point(key, float(row.value), _mw(row.value, t), label)
