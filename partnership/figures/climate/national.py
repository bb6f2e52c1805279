"""Kazakhstan's national targets, as the press reports them."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from partnership import tables
from partnership.analysis import climate as analysis
from partnership.analysis.climate_targets import WITH_LAND_USE, WITHOUT_LAND_USE
from partnership.figures import shared
from partnership.figures.climate.sectors import signed
from partnership.figures.figure import Figure, Listing, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_NEUTRAL, _AVOIDED = _IN_FINDING = ("carbon_neutrality_year", "emissions_avoided_gtco2e")
"""Metrics of the finding, which are not among the numbers."""
_CHANGES = (*WITH_LAND_USE.values(), *WITHOUT_LAND_USE.values())
_ANNOUNCED = "2020_12_12_carbon_neutrality_pledge"
_DECREED = "2023_02_carbon_neutrality_decree"
_SUBMITTED = "2023_06_27_climate_contribution"
_DUE = "new_contribution_due_year"


@register("climate.national_targets", sectors=("renewables",))
def national_targets(state: State) -> Figure:
    """Kazakhstan's national targets, as the press reports them."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    wanted: dict[str, Callable[[float], str]] = {
        **dict.fromkeys(_CHANGES, lambda v: signed(t, v, 0)),
        _DUE: lambda _: t("due"),
        "renewable_generation_share_pct": lambda v: t.percent(v, 0),
        "carbon_neutrality_year": lambda v: str(int(v)),
        "climate_investment_need_usd": lambda v: amounts.in_billions(v, "USD", t, 0),
        "emissions_avoided_gtco2e": t.number,
    }
    rows = analysis.yearly(seen, wanted, ("KAZ",))
    rows = rows[rows["status"].ne("claimed")].sort_values(["year", "metric_id"])
    if rows.empty:
        raise needed.missing("observations", metric_id=tuple(wanted), entity_id="KAZ")
    listed = rows[~rows["metric_id"].isin(_IN_FINDING)].groupby(
        ["year", "metric_id", "value"], observed=True, sort=False
    )
    shown = tuple(
        {
            "label": f"{year}: {t.name(metric)}",
            "value": wanted[str(metric)](value),
            "detail": t.quote(", ".join(s.publisher for s in sources.by_ids(same["source_id"]))),
        }
        for (year, metric, value), same in listed
    )
    return Figure(
        id="climate.national_targets",
        title=t("Kazakhstan's national climate and energy targets"),
        drawn=Listing("numbers", shown),
        table=rows,
        source_ids=sources.ids(rows),
        alt="; ".join(f"{r['label']}: {r['value']}" for r in shown),
        finding=_finding(rows, t),
        note=_note(rows, t),
        badges=shared.badges(rows),
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """The year of neutrality, since when that is the target, and emissions to be avoided."""
    known = rows.drop_duplicates("metric_id").set_index("metric_id")["value"]
    parts = []
    if _NEUTRAL in known:
        parts.append(_neutrality(int(known[_NEUTRAL]), t))
        if _AVOIDED in known:
            amount = t.number(known[_AVOIDED])
            parts.append(
                t(
                    "The strategy expects to avoid {avoided} Gt of CO₂ equivalent by then.",
                    avoided=amount,
                )
            )
    return " ".join(parts)


def _neutrality(year: int, t: Texts) -> str:
    announced, decreed = _when(_ANNOUNCED, t), _when(_DECREED, t)
    if announced and decreed:
        return t(
            "Carbon neutrality by {year}, as also stated by the article: announced on "
            "{announced}, adopted by decree in {decreed}.",
            year=year,
            announced=announced,
            decreed=decreed,
        )
    return t("Carbon neutrality by {year}, as also stated by the article.", year=year)


def _when(event: str, t: Texts) -> str:
    """The day of an event, or nothing where it is not in the table."""
    events = tables.load("events").set_index("event_id")
    return t.day(str(events.loc[event, "date"])) if event in events.index else ""


def _note(rows: pd.DataFrame, t: Texts) -> str:
    """Who reports the targets, on which basis, and what was not submitted."""
    parts = [
        t("Plans and strategies as reported by the press and the Climate Action Tracker."),
    ]
    if submitted := _when(_SUBMITTED, t):
        parts.append(
            t(
                "Percentages of greenhouse gas emissions refer to the national inventory: those "
                "including land use as submitted on {day}, those excluding it as calculated by "
                "the tracker.",
                day=submitted,
            )
        )
    parts += [
        t(
            "The new contribution had not been submitted when {page} reported on it ({year}).",
            page=t.quote(page.publisher),
            year=page.published[:4],
        )
        for page in sources.by_ids(rows.loc[rows["metric_id"].eq(_DUE), "source_id"])[:1]
    ]
    return " ".join(parts)
