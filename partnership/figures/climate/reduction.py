"""Past annual changes of Kazakhstan's greenhouse gas emissions, and those its targets need."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import climate as analysis
from partnership.analysis import climate_targets
from partnership.analysis.climate_targets import CONDITIONAL
from partnership.charts import lines
from partnership.charts.forms import Bars, Category, Chart, Point
from partnership.charts.forms.bars import single
from partnership.figures import shared
from partnership.figures.climate.sectors import (
    as_set,
    official,
    on_edgar,
    on_inventory,
    signed,
)
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_BACK = 10
_SPANS = {
    "fall": message("Fall to the lowest year"),
    "rise": message("Rise since then"),
    "recent": message("Last ten years"),
    "needed": message("Required to meet the target"),
    "helped": message("Required for the conditional target"),
}


@register("climate.required_reduction", sectors=("renewables",))
def required_reduction(state: State) -> Figure:
    """Annual changes of greenhouse gas emissions, past and needed to meet the targets."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    total = analysis.totals(seen, "KAZ")
    rows = analysis.annual_changes(total, on_edgar(seen), _BACK)
    conditional = analysis.annual_changes(total, on_edgar(seen, CONDITIONAL), _BACK)
    conditional = conditional[conditional["span"].eq("needed")].assign(span="helped")
    rows = pd.concat([rows, conditional], ignore_index=True).sort_values("last", kind="stable")
    rows = rows.assign(entity_id="KAZ", unit="MtCO2e/y")
    if not rows["span"].isin(["needed", "helped"]).any():
        raise needed.missing("observations", metric_id=climate_targets.EDGAR_TARGET)
    return Figure(
        id="climate.required_reduction",
        title=t(
            "Annual change in Kazakhstan's greenhouse gas emissions, past and required, EDGAR "
            "basis, excluding land use, Mt a year"
        ),
        drawn=Chart(_bars(rows, t)),
        table=rows,
        source_ids=sources.ids(rows, on_inventory(seen), climate_targets.percentages(seen)),
        finding=_finding(rows, t),
        note=sentences.joined(
            t("Linear change from the first to the last year of each period."),
            as_set(climate_targets.percentages(seen), t),
            *_undrawn(seen, t),
        ),
        badges=shared.badges(rows, "estimated"),
    )


def _undrawn(seen: pd.DataFrame, t: Texts) -> list[str]:
    """Why the target on the inventory basis has no bar, where there is such a target."""
    sentence = official(seen, t)
    if not sentence:
        return []
    return [sentence, t("Its years are not in the tables, so its annual change is not drawn.")]


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """The change needed beside the past one; empty where a part of it is not known."""
    by_span = {span: rows[rows["span"].eq(span)] for span in ("needed", "helped", "recent")}
    ahead = by_span["needed"]
    if len(ahead) < 2 or by_span["helped"].empty or by_span["recent"].empty:
        return ""
    recent, soon, late = by_span["recent"].iloc[0], ahead.iloc[0], ahead.iloc[-1]
    if pd.isna(soon["percent"]):
        return ""
    return t(
        "The {soon_year} target requires {soon} Mt a year ({percent} a year) from {now}, {more} "
        "for the target conditional on international support, and neutrality in {late_year} "
        "requires {late} Mt a year after {soon_year}; from {since} to {now} the change was "
        "{recent} Mt a year.",
        more=_mt(t, by_span["helped"]["change"].iloc[0]),
        since=int(recent["first"]),
        soon_year=int(soon["last"]),
        soon=_mt(t, soon["change"]),
        percent=signed(t, soon["percent"]),
        now=int(soon["first"]),
        late_year=int(late["last"]),
        late=_mt(t, late["change"]),
        recent=_mt(t, recent["change"]),
    )


def _mt(t: Texts, change: float) -> str:
    return lines.signed(t.number(abs(change), 1), change, t)


def _bars(rows: pd.DataFrame, t: Texts) -> Bars:
    spans = [f"{t(_SPANS[r.span])}, {r.first}–{r.last}" for r in rows.itertuples()]
    return Bars(
        tuple(Category(span, span) for span in spans),
        single(
            tuple(_point(s, r, t) for s, r in zip(spans, rows.itertuples(), strict=True)),
            palette.MUTED.light,
        ),
        what=t("Period"),
        measure=t("Mt a year"),
        above=True,
    )


def _point(span: str, row: Any, t: Texts) -> Point:
    change = _mt(t, row.change)
    none = pd.isna(row.percent)
    percent = t("not defined towards zero") if none else signed(t, row.percent)
    return Point(
        span,
        float(row.change),
        change,
        change,
        colour=palette.KAZAKHSTAN.light if row.span in ("needed", "helped") else "",
        details=((t("Percent a year"), percent),),
    )
