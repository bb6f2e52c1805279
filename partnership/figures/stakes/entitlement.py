"""Entitlement to the oil of the three giant fields, by working interest."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from partnership import tables
from partnership.analysis import barrels as analysis
from partnership.analysis import preferred
from partnership.charts import known_years, lines
from partnership.charts.forms import Chart, Columns, Point, Series, Unit
from partnership.charts.marks import FIELDS
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.amounts import decimals
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 420
_SHOWN = 10
_KNOWN = message("Output of all three fields is available together for {years} only.")


def look_through(state: State) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Look-through of the three fields in the years chosen, and barrels per tonne."""
    seen = tables.load("observations")
    years = seen[seen["entity_id"].isin(FIELDS) & seen["period"].str.fullmatch(r"\d{4}")]
    years = years[years["period"].astype(int).between(state.from_year, state.to_year)]
    output = years[years["metric_id"].eq("oil_production_mt")]
    output = output[~output["status"].isin(["claimed", "target"])]
    output = preferred.mark(output, tables.load("sources"), ["entity_id", "period"])
    output = output[output["used"]].drop(columns="used")
    barrels = years[years["metric_id"].eq("field_oil_production_mmbbl")]
    factor = analysis.per_tonne(seen)
    per_tonne = float(factor["value"].iloc[0])
    output = analysis.filled(output, barrels, per_tonne).sort_values(["period", "entity_id"])
    return analysis.look_through(tables.load("stakes"), output, per_tonne), factor


def cited(look: pd.DataFrame, factor: pd.DataFrame) -> list[pd.DataFrame]:
    """What a figure of `look_through` is computed from: output, factor and stakes."""
    stakes = look.rename(columns={"source_id": "_", "stake_source_id": "source_id"})
    return [look, factor, stakes]


@register("stakes.entitlement", sectors=("oil_gas",), uses=("from_year", "to_year"))
def entitlement(state: State) -> Figure:
    """Entitlement by holder, thousand barrels a day, in years with output of all three fields."""
    t = texts.in_language(state.lang)
    look, factor = look_through(state)
    rows = analysis.by_holder(look, FIELDS)
    if rows.empty:
        every = analysis.by_holder(look_through(State())[0], FIELDS)["year"]
        known = lines.listed([str(y) for y in sorted(set(every))], t)
        why = lines.known_only(_KNOWN, known, t)
        return shared.nothing("stakes.entitlement", t("Oil entitlement by working interest"), why)
    year = int(rows["year"].max())
    now = rows[rows["year"].eq(year)].set_index("holder_id")
    return Figure(
        id="stakes.entitlement",
        title=t(
            "Oil entitlement by working interest at Tengiz, Kashagan and Karachaganak, {years}, "
            "thousand barrels a day",
            years=known_years.named(rows["year"], t),
        ),
        drawn=Chart(_columns(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows, *cited(look[look["year"].isin(rows["year"])], factor)),
        finding=_finding(now, year, t),
        note=_note(look[look["year"].isin(rows["year"])], t),
        badges=shared.badges(rows, "computed"),
        height=_HEIGHT,
    )


def _finding(now: pd.DataFrame, year: int, t: Texts) -> str:
    """Eni's rank among the holders of one year, the largest first in `now`."""
    most = {"first": t.short(str(now.index[0])), "most": t.number(now["kbd"].iloc[0])}
    if "eni" not in now.index:
        return t("In {year} Eni had no interest; {first} had the most, {most}.", year=year, **most)
    eni = now.loc["eni"]
    return t(
        "In {year} Eni's working interests corresponded to {eni} thousand barrels a day, {share} "
        "of the {fields} fields and rank {rank} of {count} holders; {first} had {most}.",
        year=year,
        eni=t.number(eni["kbd"]),
        share=t.percent(eni["share"]),
        rank=1 + int((now["kbd"] > eni["kbd"]).sum()),
        fields=len(FIELDS),
        count=len(now),
        **most,
    )


def _note(look: pd.DataFrame, t: Texts) -> str:
    sentences = [
        t(
            "Working interest times output, before cost oil, royalties and the state's share. "
            "Only years in which output of all {count} fields is available. Tonnes are converted "
            "to barrels at the national average. The split is that of mid-year.",
            count=len(FIELDS),
        )
    ]
    unsure = look[look["output_status"].ne("reported")]
    for year, rows in unsure.groupby("year"):
        fields = lines.listed([t.short(f) for f in FIELDS if f in set(rows["asset_id"])], t)
        sentences.append(
            t("{year}: the output of {fields} is estimated or computed.", year=year, fields=fields)
        )
    return " ".join([*sentences, *_fund(look, t)])


def _fund(look: pd.DataFrame, t: Texts) -> Iterator[str]:
    """Years in which the fund that owns the national company had a stake of its own, and which."""
    own = look[look["holder_id"].eq("samruk_kazyna")]
    for (asset, percent), rows in own.groupby(["asset_id", "percent"], sort=False):
        yield t(
            "In {years} {fund} had {share} of {field} beside {company}: the band above it.",
            years=known_years.named(rows["year"], t),
            fund=t.short("samruk_kazyna"),
            share=t.percent(percent, decimals(percent)),
            field=t.short(str(asset)),
            company=t.short("kazmunaygas"),
        )


def _columns(rows: pd.DataFrame, t: Texts) -> Columns:
    """Eni and Kazakhstan's companies at the foot, then the others in the order of their most."""
    most = rows.groupby("holder_id")["kbd"].max().sort_values(ascending=False)
    order = [h for h in ("eni", "kazmunaygas", "samruk_kazyna") if h in most.index]
    order += [h for h in most.index if h not in order][: _SHOWN - len(order)]
    data = rows.assign(band=rows["holder_id"].where(rows["holder_id"].isin(order), "other"))
    data = data.groupby(["band", "year"], as_index=False)[["kbd", "share"]].sum()
    parts = {str(band): part for band, part in data.groupby("band")}
    total = rows.groupby("year")["kbd"].sum()
    return Columns(
        tuple(
            Series(
                t("Others") if band == "other" else t.short(band),
                "",
                _points(parts[band], t),
                "bar",
                entity=band,
            )
            for band in (*order, "other")
            if band in parts
        ),
        t("Year"),
        Unit(t("thousand barrels a day")),
        gaps=True,
        totals=tuple(
            Point(int(str(year)), float(v), t.number(v), t.number(v)) for year, v in total.items()
        ),
        total=t("Total"),
        ranked=True,
    )


def _points(rows: pd.DataFrame, t: Texts) -> tuple[Point, ...]:
    share = t("Share of the three fields")
    return tuple(
        Point(
            int(r.year),
            float(r.kbd),
            t.number(r.kbd),
            t.number(r.kbd),
            details=((share, t.percent(r.share)),),
        )
        for r in rows.itertuples()
    )
