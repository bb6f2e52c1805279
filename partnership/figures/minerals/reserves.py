"""Kazakhstan's share of the world's reserves, commodity by commodity."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import minerals as analysis
from partnership.charts.forms import Bars, Category, Chart, Point, Series, Unit
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_CLAIM = "stated"


@register("minerals.reserves", sectors=("minerals",))
def shares(state: State) -> Figure:
    """Kazakhstan's share of the world's reserves where a total is known, and its rank."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = analysis.shares_of_reserves(seen)
    stated = analysis.statements(seen, "chromite_reserves_share_pct", 0, 9999)
    table = pd.concat([rows, _stated_rows(stated)], ignore_index=True)
    if rows.empty:
        wanted = tuple(f"{m}_reserves_kt" for m in analysis.METALS)
        raise needed.missing("observations", metric_id=wanted, entity_id="KAZ")
    return Figure(
        id="minerals.reserves",
        title=t("Kazakhstan's share of world reserves, latest known edition, percent"),
        drawn=Chart(_bars(rows, stated, t)),
        table=table,
        source_ids=sources.ids(table),
        headline=_largest(rows.iloc[0], t),
        finding=_stated(rows, stated, t),
        note=sentences.joined(
            t(
                "Shares are of rounded world totals, ranks among the countries listed with a "
                "figure: for baryte and rhenium these are few. Uranium: share of identified "
                "resources. Other years are not in the tables, so the year filter does not "
                "apply here."
            ),
            _without_total(seen, rows, t),
        ),
        badges=shared.badges(rows, "incomplete", *(("disagree",) if len(stated) else ())),
    )


def _largest(row: pd.Series, t: Texts) -> str:
    """The largest share; nothing where no world total is known."""
    if pd.isna(row["share"]):
        return ""
    return t(
        "{name}: {share} of world reserves, No. {rank} (edition of {year})",
        name=_named(row, t),
        share=t.percent(row["share"]),
        rank=int(row["rank"]),
        year=row["period"],
    )


def _stated(rows: pd.DataFrame, stated: pd.DataFrame, t: Texts) -> str:
    """How many commodities have a share, and the share of chromite that the ministry states."""
    known = t(
        "A share of the world total is known for {known} of {count} commodities.",
        known=int(rows["share"].notna().sum()),
        count=len(rows),
    )
    if stated.empty:
        return known
    share = t.percent(stated["value"].iloc[-1], 0)
    return known + " " + t("The Kazakh ministry states {share} for chromite.", share=share)


def _without_total(seen: pd.DataFrame, rows: pd.DataFrame, t: Texts) -> str:
    """Chromium in a later edition that has no world total; empty where there is none."""
    known = rows.loc[rows["commodity"].eq("chromium"), "period"]
    if known.empty:
        return ""
    shown = int(known.iloc[0])
    later = analysis.editions(seen, "chromium", shown + 1, 9999)
    later = later[later["entity_id"].eq("KAZ")]
    if later.empty:
        return ""
    return t(
        "Chromium is from the edition of {year}, the last with a world total; in that of {later} "
        "Kazakhstan has {value} Mt and the total is missing.",
        year=shown,
        later=int(later["edition"].iloc[-1]),
        value=t.number(later["value"].iloc[-1] / 1000),
    )


def _stated_rows(stated: pd.DataFrame) -> pd.DataFrame:
    rows = stated.rename(columns={"value": "share"}).assign(commodity="chromium")
    return rows[["metric_id", "commodity", "period", "share", "source_id", "status"]]


def _named(row: Any, t: Texts) -> str:
    known = {"chromium": "chromium", "manganese": "manganese", "uranium": "uranium"}
    key = known.get(str(row["commodity"]), str(row["metric_id"]))
    return t.short(key)


def _bars(rows: pd.DataFrame, stated: pd.DataFrame, t: Texts) -> Bars:
    points = [_point(r, t) for _, r in rows.iterrows()]
    named = [Category(str(r["metric_id"]), _named(r, t)) for _, r in rows.iterrows()]
    claims = tuple(_claim(r, t) for r in stated.itertuples())
    if claims:
        named.insert(1, Category(_CLAIM, t("Chromium, as stated")))
    return Bars(
        tuple(named),
        (
            Series("", palette.KAZAKHSTAN.light, tuple(points), mark="bar"),
            Series(t("Ministry"), palette.INK.light, claims, mark="points"),
        )[: 1 + bool(claims)],
        what=t("Commodity"),
        measure=t("Share and rank"),
        unit=Unit(suffix=PERCENT_SIGN),
    )


def _point(row: Any, t: Texts) -> Point:
    known = pd.notna(row["share"])
    words = {"rank": int(row["rank"]), "year": row["period"]}
    worded = (
        t("{share} · No. {rank} · {year}", share=t.percent(row["share"]), **words)
        if known
        else t("No. {rank} · {year} · no world total", **words)
    )
    share = float(row["share"]) if known else None
    return Point(str(row["metric_id"]), share, worded, worded)


def _claim(row: Any, t: Texts) -> Point:
    share = t.percent(row.value, 0)
    label = t("{share} · ministry · {year}", share=share, year=row.year)
    return Point(_CLAIM, float(row.value), share, label, status="claimed")
