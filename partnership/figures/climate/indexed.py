"""Greenhouse gas emissions of both countries, indexed to the base year."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import climate as analysis
from partnership.analysis import climate_targets
from partnership.analysis.climate_targets import CONDITIONAL, UNCONDITIONAL
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.climate.intensity import COLOUR
from partnership.figures.climate.sectors import as_set
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import sentences

_HEIGHT = 320
_BASE = analysis.BASE_YEAR


@register("climate.indexed", sectors=("renewables",))
def indexed(state: State) -> Figure:
    """Greenhouse gas emissions of both countries, index 1990 = 100."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = pd.concat([analysis.totals(seen, c) for c in ("KAZ", "ITA")], ignore_index=True)
    stated = climate_targets.percentages(seen)
    stated = stated.assign(index=stated["value"] + 100)
    targets = stated[~stated["land_use"].astype(bool)]
    table = pd.concat([rows, stated[[*rows.columns, "metric_id"]]], ignore_index=True)
    return Figure(
        id="climate.indexed",
        title=t(
            "Greenhouse gas emissions of Kazakhstan and Italy, EDGAR, excluding land use, "
            "{years}, index {base} = 100",
            years=lines.years(rows["year"]),
            base=_BASE,
        ),
        drawn=marks.finish(_drawn(rows, targets, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table),
        alt=t("Two lines that start at one hundred, and hollow points for Kazakhstan's targets."),
        finding=_finding(rows, t),
        note=sentences.joined(
            *[
                as_set(stated, t),
                t(
                    "All years since {base} are shown, whichever years are selected.",
                    base=_BASE,
                ),
            ]
        ),
        badges=shared.badges(table),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """Both countries in the last year for which both are known."""
    wide = rows.pivot_table(index="year", columns="entity_id", values="index").dropna()
    if wide.empty:
        return ""
    low = rows[rows["entity_id"].eq("KAZ")].sort_values("value").iloc[0]
    now = wide.iloc[-1]
    return t(
        "In {year} Kazakhstan was at {kazakh} of its {base} level, after {low} in {low_year}; "
        "Italy was at {italian}.",
        base=_BASE,
        year=int(wide.index[-1]),
        kazakh=t.percent(now["KAZ"]),
        low=t.percent(low["index"]),
        low_year=int(low["year"]),
        italian=t.percent(now["ITA"]),
    )


def _drawn(rows: pd.DataFrame, targets: pd.DataFrame, t: Texts) -> Any:
    x = lines.year_x("year", _BASE, int(pd.concat([rows["year"], targets["year"]]).max()), room=86)
    y = alt.Y(
        "at:Q",
        axis=marks.value_axis(t("index, {base} = 100", base=_BASE)),
        scale=alt.Scale(zero=True),
    )
    data = pd.DataFrame(
        {
            "year": rows["year"],
            "at": rows["index"],
            "id": rows["entity_id"],
            "colour": rows["entity_id"].map(COLOUR),
        }
    )
    wide = data.pivot_table(index="year", columns="id", values="at")
    tooltip_rows = pd.DataFrame({"year": wide.index.astype(int)})
    for country in wide.columns:
        tooltip_rows[country] = [
            t("no data") if pd.isna(v) else t.number(v, 1) for v in wide[country]
        ]
    tooltip = [
        alt.Tooltip("year:Q", title=t("Year"), format="d"),
        *(alt.Tooltip(f"{c}:N", title=t.name(str(c))) for c in wide.columns),
    ]
    line = alt.Chart(marks.rows(data)).mark_line(strokeWidth=2.4)
    last = data[data["year"].eq(data["year"].max())]
    last = last.assign(
        words=[f"{t.short(i)} {t.number(v)}" for i, v in zip(last["id"], last["at"], strict=True)]
    )
    named = {UNCONDITIONAL: t("Target"), CONDITIONAL: t("Conditional")}
    target_points = pd.DataFrame(
        {
            "year": targets["year"],
            "at": targets["index"],
            "words": [
                f"{named[w]} {t.number(v)}"
                for w, v in zip(targets["what"], targets["index"], strict=True)
            ],
            "colour": marks.KAZAKHSTAN,
        }
    )
    point = alt.Chart(marks.rows(target_points)).mark_point(
        size=80, fill=marks.PAPER, stroke=marks.KAZAKHSTAN, strokeWidth=2, opacity=1
    )
    return alt.layer(
        lines.hover(tooltip_rows, x, tooltip),
        line.encode(x=x, y=y, color=alt.Color("colour:N", scale=None), detail="id:N"),
        lines.words_at_end(last, x, y, fontWeight="bold"),
        point.encode(x=x, y=y),
        lines.words_at_end(target_points, x, y),
    )
