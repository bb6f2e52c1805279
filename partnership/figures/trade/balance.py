"""The balance of trade between the two countries, as reported by each."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import trade as analysis
from partnership.charts import lines, marks
from partnership.charts.press_points import press_ids
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.trade.reporters import lines_of
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording.sentences import joined

_REPORTED = {
    ("KAZ", True): message("Kazakhstan reports a surplus of {amount} with Italy for {year}"),
    ("KAZ", False): message("Kazakhstan reports a deficit of {amount} with Italy for {year}"),
    ("ITA", True): message("Italy reports a deficit of {amount} with Kazakhstan for {year}"),
    ("ITA", False): message("Italy reports a surplus of {amount} with Kazakhstan for {year}"),
}
"""By reporter, and whether the balance is in favour of Kazakhstan."""
_USES = ("from_year", "to_year", "reporter", "currency")


@register("trade.balance", sectors=("trade",), uses=_USES)
def balance(state: State) -> Figure:
    """Goods from Kazakhstan to Italy less goods from Italy to Kazakhstan, by both reporters."""
    t = texts.in_language(state.lang)
    money = shared.Billions(state.currency, t)
    rows = analysis.balance(tables.load("trade"), state.from_year, state.to_year)
    rows = money.converted(rows.assign(period=rows["year"].astype(str)))
    rows = shared.reported_by(rows, state)
    if rows.empty:
        why = shared.before_euro(state, t) or t("No reporter has both directions for these years.")
        title = _title(f"{state.from_year}–{state.to_year}", money.name, t)
        return shared.nothing("trade.balance", title, why)
    first, *rest = _latest(rows, money)
    press = press_ids().intersection(sources.ids(rows))
    return shared.drawn(
        "trade.balance",
        lines_of(rows, money, zero=True),
        rows,
        title=_title(lines.years(rows["year"]), money.name, t),
        headline=first,
        finding=" ".join(t("{sentence}.", sentence=one) for one in rest),
        note=joined(
            t("Exports to Italy minus imports from Italy, both as reported by the same country."),
            t("Some years are based on values published in the press; the table names them.")
            if press
            else "",
        ),
        height=320,
        disagree=len(set(rows["reporter"])) > 1,
    )


def _title(years: str, unit: str, t: Texts) -> str:
    return t(
        "Kazakhstan's trade balance with Italy as reported by each, {unit}, {years}",
        years=years,
        unit=unit,
    )


def _latest(rows: pd.DataFrame, money: shared.Billions) -> list[str]:
    """The latest year of each reporter, Kazakhstan first."""
    last = rows.sort_values("year").groupby("reporter").tail(1).set_index("reporter")
    return [
        money.t(
            _REPORTED[reporter, bool(last.loc[reporter, "value"] >= 0)],
            amount=money(abs(last.loc[reporter, "value"])),
            year=int(last.loc[reporter, "year"]),
        )
        for reporter in marks.REPORTER_COLOUR
        if reporter in last.index
    ]
