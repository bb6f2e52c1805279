"""The claims as a list: verdict, both values, both times, who decided, who dissents."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import sources, texts
from partnership.figures import claims_words as words
from partnership.figures import marks
from partnership.figures.claims import chosen, cited, rows
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.provenance_words import KINDS
from partnership.state import SECTORS, State
from partnership.texts import Texts

_COLUMNS = [
    "claim_id",
    "sector",
    "entity_id",
    "kind",
    "value",
    "unit",
    "printed",
    "period",
    "tolerance",
    "method",
    "verdict",
    "basis",
    "found",
    "found_date",
    "found_period",
    "fit",
    "found_source",
    "decided_by",
    "decided_kind",
    "dissent_sources",
    "source_id",
    "status",
    "note",
]


@register("claims.list", sectors=SECTORS, uses=("sector", "verdict", "find"))
def listed(state: State) -> Figure:
    """Every claim that passes the filters, with its verdict, both values and both times."""
    t = texts.of(state.lang)
    kept = chosen(state)
    shown = tuple(
        {
            t("Verdict"): words.verdict(c, t),
            t("Claim"): t.name(c.claim_id, "title"),
            t("Claimed"): words.claimed(c, t),
            t("Found"): words.found(c, t),
            t("Time of the claim"): _day(c.period, t),
            t("Time of the data"): data_time(c, t),
            t("Decided by"): t(KINDS[c.decided_kind]) if c.decided_kind else "",
            t("Dissent"): _dissent(c, t),
            t("Sector"): t(words.SECTOR[c.sector]),
        }
        for c in kept.itertuples()
    )
    against = [";".join(dissenting(c)) for c in kept.itertuples()]
    editorial = kept["basis"].eq("editorial").any()
    return Figure(
        id="claims.list",
        title=t("What the article says, and what became of it when checked"),
        drawn=Listing("table", shown),
        table=kept.assign(dissent_sources=against)[_COLUMNS],
        source_ids=cited(kept) if len(kept) else (),
        alt=t("Table of {count} claims.", count=t.number(len(kept))),
        finding=_finding(kept, t),
        badges=marks.badges(kept, *(("editorial",) if editorial else ())),
        height=420,
    )


def _finding(kept: pd.DataFrame, t: Texts) -> str:
    if kept.empty:
        return t("No claim passes these filters. Take one off, or search for another word.")
    return t(
        "{shown} of {all} claims; {computed} of them have a computed verdict (■), {editorial} one"
        " judged by reading (□).",
        shown=t.number(len(kept)),
        all=t.number(len(rows())),
        computed=t.number(int(kept["basis"].eq("computed").sum())),
        editorial=t.number(int(kept["basis"].eq("editorial").sum())),
    )


def _day(period: object, t: Texts) -> str:
    return t.day(period) if isinstance(period, str) and period else ""


def data_time(claim: Any, t: Texts) -> str:
    """The time of the data that decided; with a word where it weighs on the verdict."""
    when = "" if claim.found_date else _day(claim.found_period, t)
    if claim.fit not in words.FIT_SHORT:
        return when
    return t("{period} ({fit})", period=when, fit=t(words.FIT_SHORT[claim.fit]))


def dissenting(claim: Any) -> tuple[str, ...]:
    """Ids of the sources that speak against the verdict, by value or by word."""
    by_value = (v.source_id for v in claim.dissent)
    return tuple(dict.fromkeys((*by_value, *claim.opposed)))


def _dissent(claim: Any, t: Texts) -> str:
    """How many sources of which kinds dissent."""
    found = [s.kind for s in sources.of(dissenting(claim))]
    return ", ".join(
        t("{kind}: {count}", kind=t(KINDS[k]), count=t.number(found.count(k)))
        for k in dict.fromkeys(found)
    )
