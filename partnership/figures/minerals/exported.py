"""Share of Kazakhstan's output of metals and minerals that is exported."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import resources
from partnership.charts.forms import Bars, Category, Point, Series, Unit
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_KILO = 1000.0


@register("minerals.exported", sectors=("minerals", "trade"))
def exported(state: State) -> Figure:
    """Share of output that is exported, the newest months beside the same a year before."""
    t = texts.in_language(state.lang)
    rows = resources.exported(tables.load("observations"))
    if rows.empty:
        raise needed.missing("observations", metric_id=resources.OUTPUT, entity_id="KAZ")
    newest = str(rows["period"].max())
    now = rows[rows["period"].eq(newest)]
    before = rows[rows["period"].ne(newest)].drop_duplicates("good")
    most, least = now.iloc[0], now.iloc[-1]
    return shared.drawn(
        "minerals.exported",
        _bars(now, before, t),
        rows,
        title=t(
            "Share of Kazakhstan's output that is exported, {period}, percent by weight",
            period=t.day(newest),
        ),
        headline=t(
            "Exported: {high} of {most}, {low} of {least}",
            most=sentences.within(t.short(most["metric_id"])),
            high=t.percent(most["share"], 0),
            least=sentences.within(t.short(least["metric_id"])),
            low=t.percent(least["share"], 0),
        ),
        finding=_more(now, before, t),
        note=t("Ferroalloys include ferrochrome and ferrosilicon. Ores were not read."),
    )


def _more(now: pd.DataFrame, before: pd.DataFrame, t: Texts) -> str:
    """Of how many products a larger share is exported than in the same months a year before."""
    earlier = before.set_index("good")["share"]
    known = now[now["good"].isin(earlier.index)]
    if known.empty:
        return ""
    more = int((known["share"] > known["good"].map(earlier)).sum())
    return t(
        "Of {more} of the {count} products it exports a larger share than a year earlier.",
        more=more,
        count=len(known),
    )


def _bars(now: pd.DataFrame, before: pd.DataFrame, t: Texts) -> Bars:
    """A pair of bars a product, the newest months above, with how much of what it is."""
    colour = palette.KAZAKHSTAN.light
    same = before[before["good"].isin(now["good"])]
    return Bars(
        tuple(Category(str(r.good), t.short(r.metric_id)) for r in now.itertuples()),
        (
            Series(t.day(str(now["period"].iloc[0])), colour, _points(now, t, _of_output), "bar"),
            Series(t("A year earlier"), colour, _points(same, t, _share), "bar", muted=True),
        ),
        what=t("Product"),
        by=t("Months"),
        measure=t("Share of output exported"),
        unit=Unit(suffix=PERCENT_SIGN),
        arranged="beside",
        longer=True,
    )


def _points(rows: pd.DataFrame, t: Texts, label: Callable[[Any, Texts], str]) -> tuple[Point, ...]:
    """Shares with the tonnes that they are worked out from."""
    return tuple(
        Point(
            str(r.good),
            float(r.share),
            t.percent(r.share),
            label(r, t),
            details=(
                (t("Output"), t("{value} kt", value=t.number(r.output / _KILO))),
                (t("Exports"), t("{value} kt", value=t.number(r.exports / _KILO))),
            ),
        )
        for r in rows.itertuples()
    )


def _share(row: Any, t: Texts) -> str:
    return t.percent(row.share, 0)


def _of_output(row: Any, t: Texts) -> str:
    return t("{share} of {output} kt", share=_share(row, t), output=t.number(row.output / _KILO))
