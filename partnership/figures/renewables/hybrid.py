"""The parts of the hybrid plant at Zhanaozen, beside the capacity that the article gives."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.charts import lines, marks
from partnership.charts.forms import Bars, Category, Chart, Point, Series
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.renewables import fuels
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_HYBRID = "zhanaozen_hybrid"
_WHOLE = "nameplate_capacity_mw"
_PARTS = {f"part_capacity_{p}_mw": p for p in ("gas", *fuels.WIND_SOLAR)}


@register("renewables.hybrid", sectors=("renewables",))
def hybrid(state: State) -> Figure:
    """What the plant is to consist of, beside what the article says of it."""
    t = texts.in_language(state.lang)
    wanted = _PARTS | {_WHOLE: "whole"}
    rows = tables.load("observations")
    rows = needed.rows(rows, "observations", entity_id=_HYBRID, metric_id=tuple(wanted))
    needed.rows(rows, "observations", entity_id=_HYBRID, metric_id=_WHOLE)
    rows = rows.assign(part=rows["metric_id"].map(wanted)).sort_values(["period", "source_id"])
    claimed = rows["status"].eq("claimed")
    planned = rows[~claimed & rows["part"].ne("whole")]
    latest = planned[planned["period"].eq(planned["period"].max())].drop_duplicates("part")
    claim = rows.loc[claimed & rows["part"].eq("whole"), "value"].head(1)
    return shared.from_rows(
        "renewables.hybrid",
        t("Planned capacity of the hybrid plant at Zhanaozen by technology, MW"),
        Chart(_bars(latest, rows[rows["part"].eq("whole")], claim, t)),
        rows,
        "disagree",
        headline=_headline(latest, claim, t),
        finding=_stated(rows[~claimed & rows["part"].eq("whole")], t),
    )


def _headline(latest: pd.DataFrame, claim: pd.Series, t: Texts) -> str:
    """What the parts make, and what the article gives where that is another number."""
    if set(latest["part"]) != set(_PARTS.values()):
        return ""
    plant, planned = t.short(_HYBRID), latest["value"].sum()
    mw = t.number(planned)
    if claim.empty or claim.iloc[0] == planned:
        return t("{plant}: {mw} MW to come", plant=plant, mw=mw)
    return t(
        "{plant}: {mw} MW to come, {claim} MW in the article",
        plant=plant,
        mw=mw,
        claim=t.number(claim.iloc[0]),
    )


def _stated(wholes: pd.DataFrame, t: Texts) -> str:
    """Who stated which capacity of the whole, in the order of time."""
    each = [
        t(
            "{mw} MW ({who}, {when})",
            mw=t.number(r.value),
            who=sources.publisher(r.source_id, t),
            when=t.day(str(r.period)),
        )
        for r in wholes.itertuples()
    ]
    return t("Stated for the whole plant: {list}.", list=lines.listed(each, t)) if each else ""


def _bars(latest: pd.DataFrame, wholes: pd.DataFrame, claim: pd.Series, t: Texts) -> Bars:
    """One bar of the parts, or of the whole where no parts are known, with the claim beside it."""
    series = [
        Series(
            fuels.name(r.part, t),
            "",
            (_megawatts(r.value, t, fuels.name(r.part, t)),),
            mark="bar",
            entity=fuels.ENTITY[r.part],
        )
        for r in latest.sort_values(
            "part", key=lambda p: p.map(list(_PARTS.values()).index)
        ).itertuples()
    ]
    if not series:
        whole = _megawatts(float(wholes["value"].iloc[-1]), t)
        series = [Series(t.short(_WHOLE), marks.MUTED, (whole,), mark="bar")]
    return Bars(
        (Category(_HYBRID, t.name(_HYBRID)),),
        (*series, *(_claim(v, t) for v in claim)),
        what=t("Plant"),
        by=t("Technology"),
        measure=t("Capacity"),
        arranged="stacked",
        above=True,
    )


def _megawatts(value: float, t: Texts, part: str = "") -> Point:
    words = amounts.amount(value, "MW", t, 0)
    label = f"{part} {t.number(value)}" if part else words
    return Point(_HYBRID, float(value), words, label, status="planned")


def _claim(value: float, t: Texts) -> Series:
    words = amounts.amount(value, "MW", t, 0)
    label = t("{amount} in the article", amount=words)
    return Series(
        t("The article"), marks.INK, (Point(_HYBRID, value, words, label, "claimed"),), "points"
    )
