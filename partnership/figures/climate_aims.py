"""What Kazakhstan aims at, as the press reports it."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from partnership import sources, tables, texts
from partnership.analysis import climate as analysis
from partnership.analysis.climate_targets import WITH_LAND_USE, WITHOUT_LAND_USE
from partnership.figures import lines, marks
from partnership.figures.climate_targets import signed
from partnership.figures.figure import Figure, Listing, register
from partnership.state import State
from partnership.texts import Texts

_SAID = ("carbon_neutrality_year", "emissions_avoided_gtco2e")
"""What the sentence says, beside the numbers."""
_CHANGES = (*WITH_LAND_USE.values(), *WITHOUT_LAND_USE.values())
_DUE = "new_contribution_due_year"


@register("climate.aims", sectors=("renewables",))
def aims(state: State) -> Figure:
    """What Kazakhstan aims at, as the press reports it."""
    t = texts.of(state.lang)
    seen = tables.load("observations")
    wanted: dict[str, Callable[[float], str]] = {
        **dict.fromkeys(_CHANGES, lambda v: signed(t, v, 0)),
        _DUE: lambda _: t("due"),
        "renewable_generation_share_pct": lambda v: t.percent(v, 0),
        "carbon_neutrality_year": lambda v: str(int(v)),
        "climate_investment_need_usd": lambda v: lines.amount(t, v, "usd", 0),
        "emissions_avoided_gtco2e": t.number,
    }
    rows = analysis.yearly(seen, wanted, ("KAZ",))
    rows = rows[rows["status"].ne("claimed")].sort_values(["year", "metric_id"])
    listed = rows[~rows["metric_id"].isin(_SAID)].groupby(
        ["year", "metric_id", "value"], observed=True, sort=False
    )
    shown = tuple(
        {
            "label": f"{year}: {t.name(metric)}",
            "value": wanted[str(metric)](value),
            "detail": t.quote(", ".join(s.publisher for s in sources.of(same["source_id"]))),
        }
        for (year, metric, value), same in listed
    )
    year, avoided = (rows.loc[rows["metric_id"].eq(m), "value"].iloc[0] for m in _SAID)
    return Figure(
        id="climate.aims",
        title=t("What Kazakhstan aims at"),
        drawn=Listing("numbers", shown),
        table=rows,
        source_ids=sources.ids(rows),
        alt="; ".join(f"{r['label']}: {r['value']}" for r in shown),
        finding=t(
            "Carbon neutrality by {year}, as the article says too: announced on {announced}, "
            "set by decree in {decreed}. The strategy counts on avoiding {avoided} Gt of CO₂ "
            "equivalent until then.",
            year=int(year),
            announced=_when("2020_12_12_carbon_neutrality_pledge", t),
            decreed=_when("2023_02_carbon_neutrality_decree", t),
            avoided=t.number(avoided),
        ),
        note=_note(rows, t),
        badges=marks.badges(rows),
    )


def _when(event: str, t: Texts) -> str:
    events = tables.load("events").set_index("event_id")
    return t.day(str(events.loc[event, "date"]))


def _note(rows: pd.DataFrame, t: Texts) -> str:
    """Whose words these are, on which base, and what was not handed in."""
    page = sources.of(rows.loc[rows["metric_id"].eq(_DUE), "source_id"])[0]
    return t(
        "As the press and the Climate Action Tracker report plans and strategies. Percentages of "
        "greenhouse gases are of the national inventory: those with land use as handed in on "
        "{day}, those without it as the tracker works them out. The new "
        "contribution had not been handed in when {page} wrote of it ({year}). "
        "Reports set the renewable shares beside the facilities of the support scheme, which "
        "leaves large hydropower out.",
        day=_when("2023_06_27_climate_contribution", t),
        page=t.quote(page.publisher),
        year=page.published[:4],
    )
