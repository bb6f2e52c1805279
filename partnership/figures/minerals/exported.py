"""Share of Kazakhstan's output of metals and minerals that is exported."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import resources
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_ROW = 40


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
    height = _ROW * len(now) + 34
    return Figure(
        id="minerals.exported",
        title=t(
            "Share of output that Kazakhstan exports, by metal and mineral, {period}, percent by "
            "weight",
            period=t.day(newest),
        ),
        drawn=marks.finish(_bars(now, before, t), height),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t(
            "Horizontal bars, the largest share first, each with the output; a tick for the same "
            "months a year earlier."
        ),
        finding=t(
            "Of its {most} Kazakhstan exported {high}, of its {least} {low}.",
            most=_lower(most["metric_id"], t),
            high=t.percent(most["share"], 0),
            least=_lower(least["metric_id"], t),
            low=t.percent(least["share"], 0),
        ),
        note=t(
            "Line: the same months a year earlier. Ferroalloys include ferrochrome and "
            "ferrosilicon. Ores were not read."
        ),
        badges=shared.badges(rows),
        height=height,
    )


def _lower(metric_id: str, t: Texts) -> str:
    """The good's name within a sentence."""
    name = t.short(metric_id)
    return name[:1].lower() + name[1:]


def _bars(now: pd.DataFrame, before: pd.DataFrame, t: Texts) -> Any:
    earlier = before.drop_duplicates("good").set_index("good")["share"]
    was = now["good"].map(earlier)
    data = pd.DataFrame(
        {
            "row": range(len(now)),
            "top": [n + 0.46 for n in range(len(now))],
            "foot": [n + 0.86 for n in range(len(now))],
            "start": 0.0,
            "share": now["share"],
            "before": was,
            "words": [
                t(
                    "{good}: {share} of {output} kt",
                    good=t.short(r.metric_id),
                    share=t.percent(r.share, 0),
                    output=t.number(r.output / 1000),
                )
                for r in now.itertuples()
            ],
            "good": [t.short(m) for m in now["metric_id"]],
            "label": [t.percent(v) for v in now["share"]],
            "said_before": [t.percent(v) if pd.notna(v) else "" for v in was],
            "output": [t("{value} kt", value=t.number(v / 1000)) for v in now["output"]],
            "exports": [t("{value} kt", value=t.number(v / 1000)) for v in now["exports"]],
        }
    )
    x = alt.X(
        "start:Q",
        title=None,
        scale=alt.Scale(domain=[0, max(100.0, float(data[["share", "before"]].max().max()))]),
        axis=alt.Axis(grid=False, tickCount=5, domain=False),
    )
    y = alt.Y("top:Q", axis=None, scale=alt.Scale(domain=[len(data), 0], nice=False))
    tooltip = [
        alt.Tooltip("good:N", title=t("Product")),
        alt.Tooltip("label:N", title=t("Share of output exported")),
        alt.Tooltip("said_before:N", title=t("A year earlier")),
        alt.Tooltip("output:N", title=t("Output")),
        alt.Tooltip("exports:N", title=t("Exports")),
    ]
    base = alt.Chart(marks.rows(data))
    whole = base.mark_rect(color=marks.FAINT).encode(
        x=x, x2=alt.datum(100), y=y, y2="foot:Q", tooltip=tooltip
    )
    bars = base.mark_rect(color=palette.SECTOR["minerals"].light).encode(
        x=x, x2="share:Q", y=y, y2="foot:Q", tooltip=tooltip
    )
    ticks = base.mark_rule(color=marks.INK, strokeWidth=2.5).encode(x="before:Q", y=y, y2="foot:Q")
    words = base.mark_text(**marks.text(align="left", baseline="top", dy=4)).encode(
        x=x, y="row:Q", text="words:N"
    )
    return alt.layer(whole, bars, ticks, words)
