"""Share of Kazakhstan's output of metals and minerals that is exported."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import resources
from partnership.charts import marks
from partnership.charts.forms import Bars, Category, Chart, Point, Series, Unit
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_KILO = 1000


@register("minerals.exported", sectors=("minerals", "trade"))
def exported(state: State) -> Figure:
    """Share of output that is exported, the newest months beside the same a year before."""
    t = texts.in_language(state.lang)
    rows = resources.exported(tables.load("observations"))
    if rows.empty:
        raise needed.missing("observations", metric_id=resources.OUTPUT, entity_id="KAZ")
    newest = str(rows["period"].max())
    now = rows[rows["period"].eq(newest)]
    before = rows[rows["period"].ne(newest)]
    most, least = now.iloc[0], now.iloc[-1]
    form = _bars(now, before, t)
    return Figure(
        id="minerals.exported",
        title=t(
            "Share of output that Kazakhstan exports, by metal and mineral, {period}, percent by "
            "weight",
            period=t.day(newest),
        ),
        drawn=Chart(form),
        table=rows,
        source_ids=sources.ids(rows),
        finding=t(
            "Of its {most} Kazakhstan exported {high}, of its {least} {low}.",
            most=_lower(most["metric_id"], t),
            high=t.percent(most["share"], 0),
            least=_lower(least["metric_id"], t),
            low=t.percent(least["share"], 0),
        ),
        note=t(
            "Diamond: the same months a year earlier. Exports to all countries; the table names no "
            "partner. Output and exports are in one table of the Bureau of National Statistics; "
            "months are added up and the newest are provisional. Exports may include stocks and "
            "imported goods. Ferroalloys include ferrochrome and ferrosilicon. Ores were not read."
        ),
        badges=shared.badges(rows),
        height=form.height,
    )


def _lower(metric_id: str, t: Texts) -> str:
    """The good's name within a sentence."""
    name = t.short(metric_id)
    return name[:1].lower() + name[1:]


def _bars(now: pd.DataFrame, before: pd.DataFrame, t: Texts) -> Bars:
    earlier = before.drop_duplicates("good").set_index("good")["share"].to_dict()
    return Bars(
        tuple(Category(r.good, t.short(r.metric_id), _head(r, t)) for r in now.itertuples()),
        (
            Series(
                t("Share of output exported"),
                palette.SECTOR["minerals"].light,
                tuple(_share(r, earlier.get(r.good), t) for r in now.itertuples()),
                mark="bar",
            ),
            Series(
                t("A year earlier"),
                marks.INK,
                tuple(
                    Point(r.good, earlier[r.good], t.percent(earlier[r.good]))
                    for r in now.itertuples()
                    if r.good in earlier
                ),
                mark="points",
            ),
        ),
        what=t("Product"),
        measure=t("Share of output exported"),
        unit=Unit(t("percent of output"), suffix=PERCENT_SIGN),
        above=True,
        whole=100.0,
    )


def _head(row: Any, t: Texts) -> str:
    return t(
        "{good}: {share} of {output} kt",
        good=t.short(row.metric_id),
        share=t.percent(row.share, 0),
        output=t.number(row.output / _KILO),
    )


def _share(row: Any, before: float | None, t: Texts) -> Point:
    return Point(
        row.good,
        float(row.share),
        t.percent(row.share),
        details=(
            (t("A year earlier"), "" if before is None else t.percent(before)),
            (t("Output"), t("{value} kt", value=t.number(row.output / _KILO))),
            (t("Exports"), t("{value} kt", value=t.number(row.exports / _KILO))),
        ),
    )
