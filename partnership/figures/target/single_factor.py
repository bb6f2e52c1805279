"""Single factors that would bring trade to the target: a price, a quantity, other exports."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import crude, trade
from partnership.analysis import target_growth as analysis
from partnership.analysis.barrels import per_tonne
from partnership.analysis.target import SET_IN
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.target.progress import stated_target, target_words
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.state import State, first_year
from partnership.tables import needed
from partnership.wording.sentences import joined

_ID = "trade.target_single_factor"
_CRUDE_SHARE = "crude_share_of_italian_imports_from_kz_pct"


@register(_ID, sectors=("trade", "oil_gas", "diplomacy"), uses=("to_year",))
def target_single_factor(state: State) -> Figure:
    """The oil price, the quantity or the Italian exports that alone would reach the target."""
    t = texts.in_language(state.lang)
    needed.some(tables.load("trade"), "trade", "value_usd")
    observations, flows, prices = (tables.load(n) for n in ("observations", "trade", "prices"))
    reported = trade.bilateral(flows, first_year(), state.to_year)
    reported = reported[reported["reporter"].eq(SET_IN)]
    whole = reported.groupby("year")["direction"].nunique().eq(2)
    title = t("Single factors that would reach the target")
    if not whole.any():
        why = t("Trade is not available in both directions for this selection.")
        return shared.nothing(_ID, title, why)
    year = int(whole.index[whole].max())
    months = crude.monthly(flows)
    months = months[months["period"].str[:4].eq(str(year))]
    if months.empty:
        why = t(
            "Values and weights of Kazakhstan's crude oil exports in {year} are not available.",
            year=year,
        )
        return shared.nothing(_ID, title, why)
    latest = reported[reported["year"].eq(year)]
    flow = latest.set_index("direction")["value_usd"].astype(float)
    target, factor = stated_target(), per_tonne(observations).iloc[0]
    claim = needed.rows(observations, "observations", metric_id=_CRUDE_SHARE, status="claimed")
    part, level = claim.iloc[-1], float(target["value"])
    unit_value = float(months["value_usd"].sum() / months["quantity_t"].sum())
    all_crude, part_crude = (
        analysis.crude_alone(
            flow.sum(), flow["kaz_to_ita"], level, share, unit_value, float(factor["value"])
        )
        for share in (1.0, float(part["value"]) / 100)
    )
    exports = flow["ita_to_kaz"]
    needs = analysis.italian_exports_alone(flow.sum(), exports, level)
    priced, sold = months["source_id"].iloc[0], reported["source_id"].iloc[-1]
    found = [
        row
        for one in (all_crude, part_crude)
        for row in (
            ("price", one.share, one.price, one.price_needed, "USD/bbl", priced),
            ("quantity", one.share, one.quantity, one.quantity_needed, "Mt", sold),
        )
    ]
    found.append(("italian_exports", float("nan"), exports, needs, "USD", sold))
    columns = ["what", "share_of_crude", "base", "needed", "unit", "source_id"]
    table = pd.DataFrame(found, columns=columns).assign(status="estimated")
    table.insert(0, "year", year)
    brent = prices[prices["series_id"].eq("price_brent") & prices["period"].eq(str(year))]
    brent = brent[brent["status"].eq("reported")]
    headline, finding = _words(all_crude, part_crude, year, t)
    return shared.drawn(
        _ID,
        Listing("numbers", _cards(all_crude, part_crude, exports, needs, t)),
        table,
        title=t(
            "Single factors that would each raise the trade of {year}, as reported by Kazakhstan, "
            "to {target}",
            year=year,
            target=target_words(target, t),
        ),
        headline=headline,
        finding=finding,
        note=_note(float(part["value"]), brent, t),
        alt=t("Three numbers: the oil price, the quantity of oil, Italy's exports."),
        cited=[pd.DataFrame([target, factor, part]), latest, brent],
        computed=True,
    )


def _dollars(value: float, t: Texts) -> str:
    return amounts.amount(value, "USD/bbl", t, 0)


def _words(
    all_crude: analysis.Alone, part_crude: analysis.Alone, year: int, t: Texts
) -> tuple[str, str]:
    """The price or the quantity that would suffice; nothing more where the target was reached."""
    if all_crude.factor <= 1:
        return "", t("In {year} the target was reached.", year=year)
    headline = t(
        "Oil at {price} instead of {now} would reach the target",
        price=_dollars(all_crude.price_needed, t),
        now=_dollars(all_crude.price, t),
    )
    finding = t(
        "All else as in {year}, if all exports to Italy are crude oil. So would {less} to {more} "
        "more oil.",
        year=year,
        less=t.percent((all_crude.factor - 1) * 100, 0),
        more=t.percent((part_crude.factor - 1) * 100, 0),
    )
    return headline, finding


def _note(percent: float, brent: pd.DataFrame, t: Texts) -> str:
    return joined(
        t(
            "The price is the average value of a barrel of all of Kazakhstan's crude exports, "
            "since those to Italy are not published separately. First number: assuming that all "
            "exports to Italy are crude oil; second: {share} of them, as the article states for "
            "Italy's imports. The oil price would also change other trade, which is left out.",
            share=t.percent(percent, 0),
        ),
        *(
            t(
                "Brent was at {price} in {year}.",
                price=amounts.amount(float(row.value), "USD/bbl", t, 1),
                year=row.period,
            )
            for row in brent.tail(1).itertuples()
        ),
    )


def _cards(
    all_crude: analysis.Alone, part_crude: analysis.Alone, exports: float, needs: float, t: Texts
) -> tuple[dict[str, str], ...]:
    def between(low: Any, high: Any, unit: str) -> str:
        words = (amounts.amount(low, "", t, 1), amounts.amount(high, unit, t, 1))
        return t("{low} to {high}", low=words[0], high=words[1])

    billions = shared.Billions("usd", t)
    return (
        {
            "label": t("Oil price alone"),
            "value": t(
                "{low} to {high}",
                low=_dollars(all_crude.price_needed, t),
                high=_dollars(part_crude.price_needed, t),
            ),
            "detail": t("instead of {now}", now=_dollars(all_crude.price, t)),
        },
        {
            "label": t("Quantity of oil alone"),
            "value": between(part_crude.quantity_needed, all_crude.quantity_needed, "Mt"),
            "detail": t(
                "instead of {now}", now=between(part_crude.quantity, all_crude.quantity, "Mt")
            ),
        },
        {
            "label": t("Italy's exports to Kazakhstan alone"),
            "value": billions(needs),
            "detail": t(
                "instead of {now}, {times} times as much",
                now=billions(exports),
                times=t.number(needs / exports, 1),
            ),
        },
    )
