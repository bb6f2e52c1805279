"""What Kazakhstan aims at, as the press reports it."""

from __future__ import annotations

from collections.abc import Callable

from partnership import sources, tables, texts
from partnership.analysis import climate as analysis
from partnership.figures import lines, marks
from partnership.figures.climate_targets import signed
from partnership.figures.figure import Figure, Listing, register
from partnership.state import State

_SAID = ("carbon_neutrality_year", "emissions_avoided_gtco2e")
"""What the sentence says, beside the numbers."""


@register("climate.aims", sectors=("renewables",))
def aims(state: State) -> Figure:
    """What Kazakhstan aims at, as the press reports it."""
    t = texts.of(state.lang)
    seen = tables.load("observations")
    wanted: dict[str, Callable[[float], str]] = {
        "ghg_change_vs_1990_pct": lambda v: signed(t, v, 0),
        "renewable_generation_share_pct": lambda v: t.percent(v, 0),
        "carbon_neutrality_year": lambda v: str(int(v)),
        "climate_investment_need_usd": lambda v: lines.amount(t, v, "usd", 0),
        "emissions_avoided_gtco2e": t.number,
    }
    rows = analysis.yearly(seen, wanted, ("KAZ",))
    rows = rows[rows["status"].ne("claimed")].sort_values(["year", "metric_id"])
    shown = tuple(
        {
            "label": f"{r.year}: {t.name(r.metric_id)}",
            "value": wanted[str(r.metric_id)](r.value),
            "detail": t.quote(sources.of([str(r.source_id)])[0].publisher),
        }
        for r in rows.itertuples()
        if r.metric_id not in _SAID
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
            "Carbon neutrality by {year}, as the article says too: announced in December 2020. The "
            "strategy counts on avoiding {avoided} Gt of CO₂ equivalent until then.",
            year=int(year),
            avoided=t.number(avoided),
        ),
        note=t(
            "As the press reports plans and strategies. Reports set the renewable shares beside "
            "the facilities of the support scheme, which leaves large hydropower out."
        ),
        badges=marks.badges(rows),
    )
