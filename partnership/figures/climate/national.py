"""Kazakhstan's national targets as a table, each beside the latest value that is like it."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from partnership import tables
from partnership.analysis import climate as analysis
from partnership.analysis.climate_targets import WITH_LAND_USE, WITHOUT_LAND_USE
from partnership.figures import shared
from partnership.figures.climate.words import signed
from partnership.figures.figure import Figure, register
from partnership.language import amounts, readable, texts
from partnership.language.readable import Cell, Column
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_NEUTRAL, _AVOIDED = _IN_FINDING = ("carbon_neutrality_year", "emissions_avoided_gtco2e")
"""Metrics of the finding, which are not in the table that is read."""
_SHARE, _DUE = "renewable_generation_share_pct", "new_contribution_due_year"
_ANNOUNCED = "2020_12_12_carbon_neutrality_pledge"
_DECREED = "2023_02_carbon_neutrality_decree"
_SUBMITTED = "2023_06_27_climate_contribution"
_COLUMNS = (
    Column("name", message("Target")),
    Column("value", message("Value")),
    Column("year", message("Year"), "right"),
    Column("latest", message("Latest")),
    Column("source", message("Source")),
)


@register("climate.national_targets", sectors=("renewables",))
def national_targets(state: State) -> Figure:
    """Kazakhstan's national targets, as the press reports them."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    wanted: dict[str, Callable[[float], str]] = {
        **dict.fromkeys((*WITH_LAND_USE.values(), *WITHOUT_LAND_USE.values()), _change(t)),
        _DUE: lambda _: t("due"),
        _SHARE: lambda v: t.percent(v, 0),
        _NEUTRAL: lambda v: str(int(v)),
        "climate_investment_need_usd": lambda v: amounts.in_billions(v, "USD", t, 0),
        _AVOIDED: t.number,
    }
    rows = analysis.yearly(seen, wanted, ("KAZ",))
    rows = rows[rows["status"].ne("claimed")].sort_values(["year", "metric_id"])
    if rows.empty:
        raise needed.missing("observations", metric_id=tuple(wanted), entity_id="KAZ")
    emitted, generated = analysis.totals(seen, "KAZ").tail(1), _generated(seen)
    latest = _latest(emitted, generated, t)
    listed = rows[~rows["metric_id"].isin(_IN_FINDING)].groupby(
        ["year", "metric_id", "value"], observed=True, sort=False
    )
    shown = tuple(
        {
            "year": Cell(str(year), year),
            "name": t.name(metric),
            "value": Cell(wanted[str(metric)](value), value, metric),
            "latest": latest.get(str(metric), Cell("", None)),
            "source": ", ".join(
                sources.named(s.publisher, t) for s in sources.by_ids(same["source_id"])
            ),
        }
        for (year, metric, value), same in listed
    )
    return shared.from_rows(
        "climate.national_targets",
        t("Kazakhstan's national climate and energy targets"),
        readable.table(_COLUMNS, shown, t),
        pd.concat([rows, emitted, generated], ignore_index=True),
        alt="; ".join(f"{r['year']}: {r['name']}: {r['value']}" for r in shown),
        finding=_finding(rows, t),
        note=_note(rows, t),
    )


def _change(t: Texts) -> Callable[[float], str]:
    return lambda percent: signed(t, percent, 0)


def _generated(seen: pd.DataFrame) -> pd.DataFrame:
    """The last year of electricity of the newest release: shares of all that is not fossil."""
    return analysis.low_carbon(analysis.generation(seen, "KAZ", analysis.NEWEST)).tail(1)


def _latest(emitted: pd.DataFrame, generated: pd.DataFrame, t: Texts) -> dict[str, Cell]:
    """The latest value by metric of a target, with its year and what it is of."""
    found: dict[str, Cell] = {}
    for row in emitted.itertuples():
        change, year = signed(t, row.index - 100), int(row.year)
        words = t("{change} (EDGAR, {year})", change=change, year=year)
        cell = Cell(words, row.index - 100, "against")
        found |= dict.fromkeys(WITHOUT_LAND_USE.values(), cell)
    for row in generated.itertuples():
        share, year = t.percent(row.variable), int(row.year)
        words = t("{share} wind and solar ({year})", share=share, year=year)
        found[_SHARE] = Cell(words, row.variable, _SHARE)
    return found


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """The year of neutrality, since when that is the target, and emissions to be avoided."""
    known = rows.drop_duplicates("metric_id").set_index("metric_id")["value"]
    if _NEUTRAL not in known:
        return ""
    year, announced, decreed = int(known[_NEUTRAL]), _when(_ANNOUNCED, t), _when(_DECREED, t)
    return sentences.joined(
        t(
            "Carbon neutrality by {year}, as also stated by the article: announced on "
            "{announced}, adopted by decree in {decreed}.",
            year=year,
            announced=announced,
            decreed=decreed,
        )
        if announced and decreed
        else t("Carbon neutrality by {year}, as also stated by the article.", year=year),
        t(
            "The strategy expects to avoid {avoided} Gt of CO₂ equivalent by then.",
            avoided=t.number(known[_AVOIDED]),
        )
        if _AVOIDED in known
        else "",
    )


def _when(event: str, t: Texts) -> str:
    """The day of an event, or nothing where it is not in the table."""
    events = tables.load("events").set_index("event_id")
    return t.day(str(events.loc[event, "date"])) if event in events.index else ""


def _note(rows: pd.DataFrame, t: Texts) -> str:
    """Who reports the targets, on which basis, and what was not submitted."""
    submitted = _when(_SUBMITTED, t)
    due = sources.by_ids(rows.loc[rows["metric_id"].eq(_DUE), "source_id"])[:1]
    return sentences.joined(
        t("Plans and strategies as reported by the press and the Climate Action Tracker."),
        t(
            "Percentages of greenhouse gas emissions refer to the national inventory: those "
            "including land use as submitted on {day}, those excluding it as calculated by the "
            "tracker.",
            day=submitted,
        )
        if submitted
        else "",
        *(
            t(
                "The new contribution had not been submitted when {page} reported on it ({year}).",
                page=sources.named(page.publisher, t),
                year=page.published[:4],
            )
            for page in due
        ),
    )
