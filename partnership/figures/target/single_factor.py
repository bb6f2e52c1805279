"""Single factors that would bring turnover to the target: a price, a quantity, other exports."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import crude, trade
from partnership.analysis import target_growth as analysis
from partnership.analysis.barrels import per_tonne
from partnership.analysis.target import SET_IN
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.target.progress import stated_target
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State, first_year
from partnership.tables import needed

_CRUDE_SHARE = "crude_share_of_italian_imports_from_kz_pct"


@register(
    "trade.target_single_factor", sectors=("trade", "oil_gas", "diplomacy"), uses=("to_year",)
)
def target_single_factor(state: State) -> Figure:
    """The oil price, the quantity or the Italian exports that alone would reach the target."""
    t = texts.in_language(state.lang)
    needed.some(tables.load("trade"), "trade", "value_usd")
    observations, flows, prices = (tables.load(n) for n in ("observations", "trade", "prices"))
    months = crude.monthly(flows)
    bilateral = trade.bilateral(flows, first_year(), state.to_year)
    reported = bilateral[bilateral["reporter"].eq(SET_IN)]
    whole_years = reported.groupby("year")["direction"].nunique().eq(2)
    title = t("Single factors that would reach the target")
    if not whole_years.any():
        why = t("Turnover is not available in both directions for this selection.")
        return shared.nothing("trade.target_single_factor", title, why)
    year = int(whole_years.index[whole_years].max())
    months = months[months["period"].str[:4].eq(str(year))]
    if months.empty:
        why = t(
            "Values and weights of Kazakhstan's crude oil exports in {year} are not available.",
            year=year,
        )
        return shared.nothing("trade.target_single_factor", title, why)
    latest = reported[reported["year"].eq(year)]
    flow_usd = latest.set_index("direction")["value_usd"].astype(float)
    target, factor = stated_target(), per_tonne(observations).iloc[0]
    claim = needed.rows(
        observations, "observations", metric_id=_CRUDE_SHARE, status="claimed"
    ).iloc[-1]
    unit_value = float(months["value_usd"].sum() / months["quantity_t"].sum())
    all_crude, part_crude = (
        analysis.crude_alone(
            float(flow_usd.sum()),
            flow_usd["kaz_to_ita"],
            float(target["value"]),
            share,
            unit_value,
            float(factor["value"]),
        )
        for share in (1.0, float(claim["value"]) / 100)
    )
    exports_needed = analysis.italian_exports_alone(
        float(flow_usd.sum()), flow_usd["ita_to_kaz"], float(target["value"])
    )
    table = pd.DataFrame(
        [
            {
                "year": year,
                "what": what,
                "share_of_crude": scenario.share,
                "base": base,
                "needed": required,
                "unit": unit,
                "source_id": source,
                "status": "estimated",
            }
            for scenario in (all_crude, part_crude)
            for what, base, required, unit, source in (
                (
                    "price",
                    scenario.price,
                    scenario.price_needed,
                    "USD/bbl",
                    months["source_id"].iloc[0],
                ),
                (
                    "quantity",
                    scenario.quantity,
                    scenario.quantity_needed,
                    "Mt",
                    reported["source_id"].iloc[-1],
                ),
            )
        ]
        + [
            {
                "year": year,
                "what": "italian_exports",
                "share_of_crude": float("nan"),
                "base": flow_usd["ita_to_kaz"],
                "needed": exports_needed,
                "unit": "USD",
                "source_id": reported["source_id"].iloc[-1],
                "status": "estimated",
            }
        ]
    )
    brent = prices[
        prices["series_id"].eq("price_brent")
        & prices["period"].eq(str(year))
        & prices["source_id"].eq("pink_sheet_2026_06")
    ]
    cited = pd.DataFrame([target, factor, claim])
    return Figure(
        id="trade.target_single_factor",
        title=t(
            "Single factors that would each raise turnover as reported by Kazakhstan for {year} "
            "to {target}",
            year=year,
            target=amounts.in_billions(float(target["value"]), "USD", t, 0),
        ),
        drawn=Listing(
            "numbers", _cards(all_crude, part_crude, flow_usd["ita_to_kaz"], exports_needed, t)
        ),
        table=table,
        source_ids=sources.ids(table, cited, latest, brent),
        alt=t("Three numbers: the oil price, the quantity of oil, Italy's exports."),
        finding=t(
            "All else as in {year}, oil at {low} to {high} a barrel instead of {now} would "
            "suffice, or {less} to {more} more of it.",
            year=year,
            low=amounts.amount(all_crude.price_needed, "USD", t, 0),
            high=amounts.amount(part_crude.price_needed, "USD", t, 0),
            now=amounts.amount(all_crude.price, "USD", t, 0),
            less=t.percent((all_crude.factor - 1) * 100, 0),
            more=t.percent((part_crude.factor - 1) * 100, 0),
        )
        if all_crude.factor > 1
        else t("In {year} the target was reached.", year=year),
        note=_note(float(claim["value"]), brent, t),
        badges=shared.badges(table, "computed"),
    )


def _note(percent: float, brent: pd.DataFrame, t: Texts) -> str:
    sentences = [
        t(
            "The price is the average value of a barrel of all of Kazakhstan's crude exports, "
            "since those to Italy are not published separately. First number: assuming that all "
            "exports to Italy are crude oil; second: {share} of them, as the article states for "
            "Italy's imports. The oil price would also change other trade, which is left out.",
            share=t.percent(percent, 0),
        )
    ]
    if len(brent):
        sentences.append(
            t(
                "Brent was at {price} in {year}.",
                price=amounts.amount(float(brent["value"].iloc[0]), "USD", t, 1),
                year=str(brent["period"].iloc[0]),
            )
        )
    return " ".join(sentences)


def _cards(
    all_crude: analysis.Alone,
    part_crude: analysis.Alone,
    exports: float,
    exports_needed: float,
    t: Texts,
) -> tuple[dict[str, str], ...]:
    return (
        {
            "label": t("Oil price alone"),
            "value": t(
                "{low} to {high} a barrel",
                low=amounts.amount(all_crude.price_needed, "USD", t, 1),
                high=amounts.amount(part_crude.price_needed, "USD", t, 1),
            ),
            "detail": t("instead of {now}", now=amounts.amount(all_crude.price, "USD", t, 1)),
        },
        {
            "label": t("Quantity of oil alone"),
            "value": t(
                "{low} to {high} Mt",
                low=t.number(part_crude.quantity_needed, 1),
                high=t.number(all_crude.quantity_needed, 1),
            ),
            "detail": t(
                "instead of {low} to {high} Mt",
                low=t.number(part_crude.quantity, 1),
                high=t.number(all_crude.quantity, 1),
            ),
        },
        {
            "label": t("Italy's exports to Kazakhstan alone"),
            "value": amounts.in_billions(exports_needed, "USD", t),
            "detail": t(
                "instead of {now}, {times} times as much",
                now=amounts.in_billions(exports, "USD", t),
                times=t.number(exports_needed / exports, 1),
            ),
        },
    )
