"""Past annual changes of Kazakhstan's greenhouse gas emissions, and those its targets need."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import climate as analysis
from partnership.analysis import climate_targets
from partnership.analysis.climate_targets import CONDITIONAL
from partnership.charts.forms import Bars, Category, Chart, Point
from partnership.charts.forms.bars import single
from partnership.figures import shared
from partnership.figures.climate import words
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
    "neutral": message("Required for carbon neutrality"),
    "helped": message("Required for the conditional target"),
}


@register("climate.required_reduction", sectors=("renewables",))
def required_reduction(state: State) -> Figure:
    """Annual changes of greenhouse gas emissions, past and needed to meet the targets."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    total, stated = analysis.totals(seen, "KAZ"), climate_targets.percentages(seen)
    rows = analysis.annual_changes(total, words.on_edgar(seen), _BACK)
    helped = analysis.annual_changes(total, words.on_edgar(seen, CONDITIONAL), _BACK)
    helped = helped[helped["span"].eq("needed")].assign(span="helped")
    rows = pd.concat([rows, helped], ignore_index=True).sort_values("last", kind="stable")
    rows = rows.assign(entity_id="KAZ", unit="MtCO2e/y")
    if not rows["span"].isin(["needed", "helped"]).any():
        raise needed.missing("observations", metric_id=climate_targets.EDGAR_TARGET)
    official = words.official(seen, t)
    return shared.from_rows(
        "climate.required_reduction",
        t("Annual change in Kazakhstan's emissions, EDGAR, excluding land use, Mt a year"),
        Chart(_bars(rows, t)),
        rows,
        "estimated",
        also=sources.ids(words.on_inventory(seen), stated),
        headline=_headline(rows, t),
        finding=_finding(rows, t),
        note=sentences.joined(
            t("Linear change from the first to the last year of each period."),
            words.as_set(stated, t),
            official,
            t("Its years are not in the tables, so its annual change is not drawn.")
            if official
            else "",
        ),
    )


def _of(rows: pd.DataFrame, span: str) -> pd.DataFrame:
    return rows[rows["span"].eq(span)]


def _headline(rows: pd.DataFrame, t: Texts) -> str:
    """The change needed beside the past one; empty where one is not known."""
    ahead, recent = _of(rows, "needed").head(1), _of(rows, "recent").head(1)
    if ahead.empty or recent.empty:
        return ""
    soon, past = ahead.iloc[0], recent.iloc[0]
    return t(
        "{year} target: {needed} Mt a year needed, {past} in {first}–{last}",
        year=int(soon["last"]),
        needed=words.signed_mt(t, soon["change"]),
        past=words.signed_mt(t, past["change"]),
        first=int(past["first"]),
        last=int(past["last"]),
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """What the other targets need; empty where a part of it is not known."""
    ahead, helped = _of(rows, "needed"), _of(rows, "helped")
    if len(ahead) < 2 or helped.empty or pd.isna(ahead["percent"].iloc[0]):
        return ""
    soon, late = ahead.iloc[0], ahead.iloc[-1]
    return t(
        "{percent} a year from {now}; {more} Mt for the target conditional on international "
        "support. Neutrality in {late_year} requires {late} Mt a year after {soon_year}.",
        percent=words.signed(t, soon["percent"]),
        now=int(soon["first"]),
        more=words.signed_mt(t, helped["change"].iloc[0]),
        late_year=int(late["last"]),
        late=words.signed_mt(t, late["change"]),
        soon_year=int(soon["last"]),
    )


def _bars(rows: pd.DataFrame, t: Texts) -> Bars:
    spans = [f"{t(_SPANS[_aim(r)])}, {r.first}–{r.last}" for r in rows.itertuples()]
    points = tuple(_point(s, r, t) for s, r in zip(spans, rows.itertuples(), strict=True))
    return Bars(
        tuple(Category(span, span) for span in spans),
        single(points, palette.MUTED.light),
        what=t("Period"),
        measure=t("Mt a year"),
        above=True,
    )


def _aim(row: Any) -> str:
    """Which words a span has: after the next target the way leads to no net emissions."""
    return "neutral" if row.span == "needed" and row.to_value <= 0 else str(row.span)


def _point(span: str, row: Any, t: Texts) -> Point:
    change, ahead = words.signed_mt(t, row.change), row.span in ("needed", "helped")
    none = pd.isna(row.percent)
    percent = t("not defined towards zero") if none else words.signed(t, row.percent)
    return Point(
        span,
        float(row.change),
        change,
        change,
        "planned" if ahead else "measured",
        colour=palette.KAZAKHSTAN.light if ahead else "",
        details=((t("Percent a year"), percent),),
    )
