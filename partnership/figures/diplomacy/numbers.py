"""How many agreements each source counts on an occasion, and what they are worth."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Any

import pandas as pd

from partnership import tables
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording.sentences import joined

_METRICS = {
    "agreements_signed_count": message("Agreements signed"),
    "intergovernmental_agreements_count": message("Agreements between governments"),
    "commercial_agreements_count": message("Commercial agreements"),
    "agreements_value_usd": message("Value of the agreements"),
    "agreements_value_eur": message("Value of the agreements"),
    "university_agreements_count": message("Agreements between universities"),
    "loan_agreement_eur": message("Loan of Cassa Depositi e Prestiti agreed"),
}
_COUNTS = tuple(_METRICS)[:3]
"""All agreements of one occasion, and the two kinds of them."""


@register("diplomacy.numbers", sectors=("diplomacy", "trade"), uses=("from_year", "to_year"))
def numbers(state: State) -> Figure:
    """How many agreements each source counts on an occasion, and what they are worth."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = seen[seen["metric_id"].isin(_METRICS)]
    year = rows["period"].str[:4].astype(int)
    first, last = state.open_years()
    rows = rows[year.ge(first or 0) & year.le(last or 9999)]
    if rows.empty:
        why = t("No source counts or values agreements for these years.")
        return shared.nothing("diplomacy.numbers", t("Agreements signed, number and value"), why)
    order = list(_METRICS)
    parts = sorted(
        rows.groupby(["metric_id", "period"], observed=True),
        key=lambda g: (str(g[0][1]), order.index(str(g[0][0]))),
    )
    cards = [_card(str(metric), str(period), part, t) for (metric, period), part in parts]
    kinds = _kinds(rows)
    differ = rows.groupby(["metric_id", "period"], observed=True)["value"].nunique().gt(1).any()
    return Figure(
        id="diplomacy.numbers",
        title=t("Agreements signed, number and value"),
        drawn=Listing("numbers", tuple(cards)),
        table=rows,
        source_ids=sources.ids(rows),
        alt="; ".join(f"{c['label']}: {c['value']}" for c in cards),
        headline=t(
            "{day}: {states} agreements between governments, {firms} commercial",
            day=t.day(kinds.period),
            states=t.number(kinds.states),
            firms=t.number(kinds.firms),
        )
        if kinds
        else "",
        finding=_sum(kinds, t) if kinds else "",
        note=t("Two values: sources count differently. Values are as announced, not amounts spent.")
        if differ
        else "",
        badges=shared.badges(rows, *(("disagree",) if differ else ())),
    )


def _card(metric: str, period: str, part: pd.DataFrame, t: Texts) -> dict[str, str]:
    """What was counted or valued on one occasion; of several values whose is which."""
    named: dict[str, list[str]] = {}
    for row in part.sort_values("value", ascending=False, kind="stable").itertuples():
        plain = row.unit not in ("USD", "EUR")
        value = float(row.value)
        words_of = t.number(value) if plain else amounts.amount(value, str(row.unit), t)
        if row.status == "estimated":
            words_of = t("over {value}", value=words_of)
        named.setdefault(words_of, []).append(_who(row, t))
    parts = []
    for value_of, who in named.items():
        names = ", ".join(dict.fromkeys(who))
        parts.append(t("{value}: {who}", value=value_of, who=names) if len(named) > 1 else names)
    return {
        "label": t("{what}, {day}", what=t(_METRICS[metric]), day=t.day(period)),
        "value": t(" or ").join(named),
        "detail": " · ".join(parts),
    }


def _who(row: Any, t: Texts) -> str:
    """Who gives a number: a publisher, the list that was counted, or the article."""
    if row.status == "claimed":
        return t("the article (claimed)")
    publisher = sources.publisher(row.source_id, t)
    return t("counted in {who}", who=publisher) if row.status == "derived" else publisher


@dataclass(frozen=True)
class _Kinds:
    """Agreements of one occasion: between governments, and commercial ones; `alone` where a source
    gives the number of commercial ones as that of all.
    """

    period: str
    states: float
    firms: float
    alone: bool


def _kinds(rows: pd.DataFrame) -> _Kinds | None:
    """Where the two kinds of one occasion make the number that a source gives for all."""
    counts = rows[rows["metric_id"].isin(_COUNTS)]
    for period, part in counts.groupby("period"):
        whole, states, firms = (set(part.loc[part["metric_id"].eq(m), "value"]) for m in _COUNTS)
        for one, other in product(sorted(states), sorted(firms)):
            if one + other in whole:
                return _Kinds(str(period), one, other, other in whole)
    return None


def _sum(kinds: _Kinds, t: Texts) -> str:
    firms = t.number(kinds.firms)
    return joined(
        t(
            "Together they are the {all} given by one source.",
            all=t.number(kinds.states + kinds.firms),
        ),
        t("Where {firms} is given as the total, it is the number of commercial ones.", firms=firms)
        if kinds.alone
        else "",
    )
