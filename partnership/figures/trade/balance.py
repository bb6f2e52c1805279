"""The balance of trade between the two countries, as reported by each."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import money
from partnership.analysis import trade as analysis
from partnership.charts import lines, marks
from partnership.charts.press_points import press_ids
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 320
_SURPLUS = message("a surplus of {amount} as reported by {country} in {year}")
_DEFICIT = message("a deficit of {amount} as reported by {country} in {year}")


@register(
    "trade.balance", sectors=("trade",), uses=("from_year", "to_year", "reporter", "currency")
)
def balance(state: State) -> Figure:
    """Goods from Kazakhstan to Italy less goods from Italy to Kazakhstan, by both reporters."""
    t = texts.in_language(state.lang)
    rows = analysis.balance(tables.load("trade"), state.from_year, state.to_year)
    rows = rows.assign(period=rows["year"].astype(str))
    rows = money.in_currency(rows, state.currency, tables.load("prices"))
    if state.reporter != "both":
        rows = rows[rows["reporter"].map(marks.REPORTER_CHOICE).eq(state.reporter)]
    unit = lines.billions(t, state.currency)
    if rows.empty:
        span = f"{state.from_year}–{state.to_year}"
        why = shared.before_euro(state, t) or t("No reporter has both directions for these years.")
        return shared.nothing("trade.balance", _title(span, unit, t), why)
    other = rows.rename(columns={"source_id": "_", "other_source_id": "source_id"})
    return Figure(
        id="trade.balance",
        title=_title(lines.years(rows["year"]), unit, t),
        drawn=marks.finish(_drawn(rows, t, state.currency), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows, other),
        alt=t("A line of yearly differences for each reporter, above a line of zero."),
        finding=_finding(rows, t, state.currency),
        note=_note(set(rows["source_id"]) | set(other["source_id"]), t),
        badges=shared.badges(rows, *(("disagree",) if len(set(rows["reporter"])) > 1 else ())),
        height=_HEIGHT,
    )


def _note(source_ids: set[str], t: Texts) -> str:
    note = t(
        "Exports to Italy minus imports from Italy, both as reported by the same country: "
        "imports CIF, exports FOB."
    )
    if source_ids & press_ids():
        note += " " + t(
            "Some years are based on values published in the press; the table names them."
        )
    return note


def _title(years: str, unit: str, t: Texts) -> str:
    return t(
        "Kazakhstan's balance of trade with Italy as reported by each, {years}, {unit}",
        years=years,
        unit=unit,
    )


def _finding(rows: pd.DataFrame, t: Texts, currency: str) -> str:
    """The latest year of each reporter."""
    last = rows.sort_values("year").groupby("reporter").tail(1).set_index("reporter")
    words = [
        t(
            _SURPLUS if last.loc[reporter, "value"] >= 0 else _DEFICIT,
            country=t.name(reporter),
            amount=amounts.in_billions(abs(last.loc[reporter, "value"]), currency, t),
            year=int(last.loc[reporter, "year"]),
        )
        for reporter in marks.REPORTER_COLOUR
        if reporter in last.index
    ]
    return t("Kazakhstan had {list}.", list=lines.listed(words, t))


def _drawn(rows: pd.DataFrame, t: Texts, currency: str) -> Any:
    data = rows.assign(
        at=lines.bn(rows["value"]),
        colour=rows["reporter"].map(marks.REPORTER_COLOUR),
        who=[t.name(r) for r in rows["reporter"]],
        formatted=[amounts.in_billions(v, currency, t) for v in rows["value"]],
    )
    span = (int(data["year"].min()), int(data["year"].max()))
    x = lines.year_x("year", *span, room=84)
    y = alt.Y("at:Q", title=None, axis=marks.value_axis(lines.billions(t, currency)))
    tooltip_rows = data.pivot_table(
        index="year", columns="reporter", values="formatted", aggfunc="first"
    )
    tooltip_rows = tooltip_rows.fillna(t("no data")).reset_index()
    tooltip = [alt.Tooltip("year:Q", title=t("Year"), format="d")]
    tooltip += [
        alt.Tooltip(f"{r}:N", title=t.name(r)) for r in marks.REPORTER_COLOUR if r in tooltip_rows
    ]
    zero = alt.Chart(marks.values([{}])).mark_rule(color=marks.SOFT).encode(y=alt.datum(0))
    drawn = (
        alt.Chart(marks.rows(data[["year", "at", "who", "colour"]]))
        .mark_line(strokeWidth=2.5, point=len(data) < 3)
        .encode(x=x, y=y, color=alt.Color("colour:N", scale=None), detail="who:N")
    )
    length = float(data["at"].max() - min(data["at"].min(), 0)) or 1.0
    words = message("as reported by\n{country}")
    names = lines.reporters_at_end(data, words, t, x, y, length, _HEIGHT)
    return alt.layer(zero, lines.hover(tooltip_rows, x, tooltip), drawn, names)
