"""Titanium metal: sponge by country, and what is claimed of Kazakhstan's share."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from partnership import palette, tables
from partnership.analysis import metals as analysis
from partnership.charts.forms import Bars, Category, Chart, Point
from partnership.charts.forms.bars import single
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import sentences

_PLANT, _AEROSPACE = "titanium_uktmp_world_share_pct", "titanium_uktmp_aerospace_share_pct"
_UNWROUGHT = "titanium_unwrought_imports_to_exports"
_MINERALS = "world_share_titanium_pct"


@register("minerals.titanium", sectors=("minerals",), uses=("from_year", "to_year"))
def titanium(state: State) -> Figure:
    """Titanium sponge by country in the latest year known, Kazakhstan's bar in colour."""
    t = texts.in_language(state.lang)
    known = analysis.makers(tables.load("observations"), "titanium_metal")
    chosen = known[known["year"].between(state.from_year, state.to_year)]
    if chosen.empty:
        title = t("Titanium sponge production by country")
        return shared.outside("minerals.titanium", title, known["year"], t)
    year = int(chosen["year"].max())
    rows = chosen[chosen["year"].eq(year)]
    beside = _beside()
    return Figure(
        id="minerals.titanium",
        title=t("Titanium sponge production and share of the world total, {year}", year=year),
        drawn=Chart(_bars(rows, t)),
        table=pd.concat([chosen, beside], ignore_index=True),
        source_ids=sources.ids(chosen, beside),
        headline=_headline(chosen, t),
        finding=_largest(rows, t),
        note=sentences.joined(*_basis(beside, t), *_claims(beside, t)),
        badges=shared.badges(chosen, "incomplete"),
    )


def _beside() -> pd.DataFrame:
    """What is claimed and measured on another basis: rows of `observations`, `year` added."""
    seen = tables.load("observations")
    rows = seen[seen["metric_id"].isin([_PLANT, _AEROSPACE, _UNWROUGHT, _MINERALS])]
    rows = rows[rows["entity_id"].isin(["KAZ", "EUU"])]
    rows = rows.assign(year=rows["period"].str[:4].astype(int))
    rows = rows.sort_values("year").drop_duplicates("metric_id", keep="last")
    columns = ["entity_id", "metric_id", "year", "value", "unit", "source_id", "status", "note"]
    return rows[columns]


def _headline(chosen: pd.DataFrame, t: Texts) -> str:
    """Kazakhstan's share and rank in the latest year, and its share in the earliest."""
    rows = chosen[chosen["entity_id"].eq("KAZ")].sort_values("year")
    if rows.empty:
        return ""
    first, last = rows.iloc[0], rows.iloc[-1]
    now = {"share": t.percent(last["share"]), "rank": int(last["rank"])}
    if first["year"] == last["year"]:
        return t("Kazakhstan has {share} of titanium sponge output, No. {rank}", **now)
    return t(
        "Kazakhstan: {share} of titanium sponge, No. {rank}; {year}: {before}",
        **now,
        year=int(first["year"]),
        before=t.percent(first["share"]),
    )


def _largest(rows: pd.DataFrame, t: Texts) -> str:
    """The country that produces most."""
    first = rows.sort_values("value", ascending=False).iloc[0]
    return t(
        "{country} produced most, {share} of the world total.",
        country=t.name(str(first["entity_id"])),
        share=t.percent(first["share"]),
    )


def _basis(beside: pd.DataFrame, t: Texts) -> Iterator[str]:
    """What is counted, and Kazakhstan's share by another measure where it is known."""
    mined = beside.loc[beside["metric_id"].eq(_MINERALS), "value"]
    if len(mined):
        yield t(
            "Sponge is the metal that the EU's list means: by the titanium minerals that it "
            "mines, Kazakhstan's share is {minerals}.",
            minerals=t.percent(mined.iloc[0]),
        )


def _claims(beside: pd.DataFrame, t: Texts) -> Iterator[str]:
    """What is claimed of the plant, and the EU's trade; each only where its rows are there."""
    rows = beside.set_index("metric_id")
    publisher = {m: sources.publisher(s, t) for m, s in rows["source_id"].items()}
    if {_PLANT, _AEROSPACE} <= set(rows.index):
        yield t(
            "Claimed, without a source, and not drawn: the plant in Ust-Kamenogorsk has {share} "
            "of the world's titanium and {aerospace} of the aerospace grade ({page}).",
            share=t.percent(rows.loc[_PLANT, "value"], 0),
            aerospace=t.percent(rows.loc[_AEROSPACE, "value"], 0),
            page=publisher[_PLANT],
        )
    if _UNWROUGHT in rows.index:
        yield t(
            "The EU imports {times} times as much unwrought titanium as it exports (Joint "
            "Research Centre, via {digest}).",
            times=t.number(rows.loc[_UNWROUGHT, "value"]),
            digest=publisher[_UNWROUGHT],
        )


def _bars(rows: pd.DataFrame, t: Texts) -> Bars:
    countries = [str(c) for c in rows["entity_id"]]
    points = []
    for country, value, share in zip(countries, rows["value"], rows["share"], strict=True):
        mass = amounts.amount(value, "t", t, 0)
        words = t("{share} · {mass}", mass=mass, share=t.percent(share))
        colour = palette.KAZAKHSTAN.light if country == "KAZ" else ""
        points.append(Point(country, float(value), words, words, colour=colour))
    return Bars(
        tuple(Category(c, t.name(c)) for c in countries),
        single(tuple(points), palette.MUTED.light),
        what=t("Country"),
        measure=t("Tonnes and share"),
    )
