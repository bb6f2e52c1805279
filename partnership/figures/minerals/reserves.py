"""Kazakhstan's share of the world's reserves, commodity by commodity."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import minerals as analysis
from partnership.charts import marks
from partnership.charts.marks import names
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.minerals.output import VIOLET
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences


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
    height = 26 * len(table) + 20
    return Figure(
        id="minerals.reserves",
        title=t("Kazakhstan's share of world reserves, latest known edition, percent"),
        drawn=marks.finish(_bars(rows, stated, t), height),
        table=table,
        source_ids=sources.ids(table),
        alt=t("Horizontal bars with percent, rank and year; a statement as a diamond."),
        finding=_largest(rows.iloc[0], t),
        note=sentences.joined(
            t(
                "Shares are of rounded world totals, ranks among the countries listed with a "
                "figure: for baryte and rhenium these are few. Uranium: share of identified "
                "resources. The hollow mark is the Kazakh ministry's share of chromite. Other "
                "years are not in the tables, so the year filter does not apply here."
            ),
            _without_total(seen, rows, t),
        ),
        badges=shared.badges(rows, "incomplete", *(("disagree",) if len(stated) else ())),
        height=height,
    )


def _largest(row: pd.Series, t: Texts) -> str:
    """The largest share; nothing where no world total is known."""
    if pd.isna(row["share"]):
        return ""
    return t(
        "{first}: {share} of the world total in the edition of {year}, rank {rank} of the "
        "countries listed.",
        first=_named(row, t),
        share=t.percent(row["share"]),
        year=row["period"],
        rank=int(row["rank"]),
    )


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


def _bars(rows: pd.DataFrame, stated: pd.DataFrame, t: Texts) -> Any:
    data = pd.DataFrame(
        {
            "what": [_named(r, t) for _, r in rows.iterrows()],
            "share": rows["share"],
            "words": [
                (
                    t("{share} · rank {rank} · {year}", **_words(r, t))
                    if pd.notna(r.share)
                    else t("rank {rank} · {year} · no world total", **_words(r, t))
                )
                for r in rows.itertuples()
            ],
        }
    )
    order = list(data["what"])
    if len(stated):
        order.insert(1, _claimed(t))
    y = alt.Y("what:N", sort=order, title=None, axis=names())
    most = max([*rows["share"].dropna(), *stated["value"]], default=100.0)
    x = alt.X("share:Q", axis=None, scale=alt.Scale(domain=[0, most * 2.1]))
    base = alt.Chart(marks.rows(data)).encode(y=y)
    bars = (
        base.transform_filter("isValid(datum.share)")
        .mark_bar(height={"band": 0.7}, color=VIOLET)
        .encode(
            x=x,
            tooltip=[
                alt.Tooltip("what:N", title=t("Commodity")),
                alt.Tooltip("words:N", title=t("Share and rank")),
            ],
        )
    )
    data["end"] = data["share"].fillna(0.0)
    labels = (
        alt.Chart(marks.rows(data[["what", "end", "words"]]))
        .mark_text(**marks.text(align="left", dx=6))
        .encode(y=y, x=alt.X("end:Q"), text="words:N")
    )
    return alt.layer(bars, labels, *_statement(stated, y, t))


def _words(row: Any, t: Texts) -> dict[str, object]:
    return {
        "share": t.percent(row.share) if pd.notna(row.share) else "",
        "rank": int(row.rank),
        "year": row.period,
    }


def _statement(stated: pd.DataFrame, y: alt.Y, t: Texts) -> list[Any]:
    if stated.empty:
        return []
    data = pd.DataFrame(
        {
            "what": [_claimed(t)] * len(stated),
            "share": stated["value"].astype(float),
            "words": [
                t("{share} · ministry · {year}", share=t.percent(r.value, 0), year=r.year)
                for r in stated.itertuples()
            ],
        }
    )
    base = alt.Chart(marks.rows(data)).encode(y=y, x="share:Q")
    return [
        base.mark_point(
            shape="diamond", size=110, filled=False, strokeWidth=2, color=marks.INK, opacity=1
        ),
        base.mark_text(**marks.text(align="left", dx=12)).encode(text="words:N"),
    ]


def _claimed(t: Texts) -> str:
    return t("Chromium, as stated")
