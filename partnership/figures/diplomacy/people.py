"""People between the two countries: visas, students, residents."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import diplomacy as analysis
from partnership.analysis.bounds import LOWER_BOUND
from partnership.charts import lines
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.language import amounts, codes, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State


@register("diplomacy.people", sectors=("diplomacy",), uses=("from_year", "to_year"))
def people(state: State) -> Figure:
    """Each count of visas, students and residents with its period and source."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = seen[seen["metric_id"].isin(analysis.PEOPLE)]
    first, last = state.open_years()
    rows = rows[rows["period"].str[:4].astype(int).between(first or 0, last or 9999)]
    title = t("People: visas, students and residents")
    if rows.empty:
        why = t("No source has figures for these years.")
        return shared.nothing("diplomacy.people", title, why)
    order = rows["metric_id"].astype(str).map(analysis.PEOPLE.index)
    rows = rows.assign(order=order).sort_values(["order", "period"]).drop(columns="order")
    shown = tuple(
        {
            "label": t.name(str(r.metric_id)),
            "value": _value(r, t),
            "detail": f"{t.day(str(r.period))} · {sources.publisher(r.source_id, t)}",
        }
        for r in rows.itertuples()
    )
    return Figure(
        id="diplomacy.people",
        title=t("{title}, {years}", title=title, years=lines.years(_years(rows))),
        drawn=Listing("numbers", shown),
        table=rows,
        source_ids=sources.ids(rows),
        alt="; ".join(f"{r['label']}: {r['value']}" for r in shown),
        headline=_answer(rows, t),
        finding=_finding(rows, t),
        note=t(
            "Single counts by different offices, not a series. Visas are those of citizens of "
            "Kazakhstan; all states are those of the Schengen area."
        ),
        badges=shared.badges(rows),
    )


def _years(rows: pd.DataFrame) -> pd.Series:
    return rows["period"].str[:4].astype(int)


def _value(row: Any, t: Texts) -> str:
    value, unit = float(row.value), str(row.unit)
    note, status = str(row.note), str(row.status)
    amount = amounts.amount(value, unit, t) if unit == "%" else t.number(value)
    if note.startswith(LOWER_BOUND):
        return t("over {value}", value=amount)
    return (
        f"{amount} ({t(codes.VALUE_STATUS_REMARK[status])})"
        if codes.VALUE_STATUS_REMARK[status]
        else amount
    )


def _answer(rows: pd.DataFrame, t: Texts) -> str:
    """Italy's share of visa applications in the newest year that has one."""
    shares = analysis.visa_shares(rows)
    if shares.empty:
        return ""
    last = shares.sort_values("year").iloc[-1]
    return t(
        "Italy received {share} of Kazakh Schengen applications in {year}",
        share=t.percent(last["share"], int(last["digits"])),
        year=last["year"],
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """The same share in the years before."""
    before = analysis.visa_shares(rows).sort_values("year").iloc[:-1]
    shares = [
        t("{share} in {year}", share=t.percent(s.share, s.digits), year=s.year)
        for s in before.itertuples()
    ]
    return t("Before: {shares}.", shares=", ".join(shares)) if shares else ""
