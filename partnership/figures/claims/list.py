"""The claims as a list: verdict, both values, both times, who decided, who dissents."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from partnership.analysis.verdicts import VERDICTS
from partnership.figures import shared
from partnership.figures.claims import words
from partnership.figures.claims.verdicts import chosen, cited, rows
from partnership.figures.figure import Figure, register
from partnership.language import codes, readable, texts
from partnership.language.readable import Cell, Column
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import SECTORS, State

_INNER = ["found_status", "listed", "indirect", "stated", "dissent", "opposed", "met", "difference"]
_INNER += ["metric_id", "arguments", "editorial_verdict"]
"""Columns of claims and verdicts that do not go along."""
_COLUMNS = (
    Column("verdict", message("Verdict")),
    Column("claim", message("Claim")),
    Column("claimed", message("Claimed (for)")),
    Column("found", message("Found (of)")),
    Column("decided_by", message("Decided by")),
    Column("dissent", message("Dissent")),
)


@register("claims.list", sectors=SECTORS, uses=("sector", "verdict", "find"))
def claims(state: State) -> Figure:
    """Every claim that passes the filters, with its verdict, both values and both times."""
    t = texts.in_language(state.lang)
    kept = chosen(state)
    shown = tuple(
        {
            "verdict": Cell(words.verdict(c, t), VERDICTS.index(c.verdict), "verdict"),
            "claim": t.name(c.claim_id, "title"),
            "claimed": _claimed(c, t),
            "found": _found(c, t),
            "decided_by": t(codes.SOURCE_KIND[c.decided_kind]) if c.decided_kind else "",
            "dissent": _dissent(c, t),
        }
        for c in kept.itertuples()
    )
    listed = readable.table(_COLUMNS, shown, t)
    against = [";".join(dissenting(c)) for c in kept.itertuples()]
    editorial = ("editorial",) if kept["basis"].eq("editorial").any() else ()
    return Figure(
        id="claims.list",
        title=t("Claims of the article and their verdicts"),
        drawn=replace(listed, opens="claim", ids=tuple(kept["claim_id"].astype(str))),
        table=kept.assign(dissent_sources=against).drop(columns=_INNER),
        source_ids=cited(kept) if len(kept) else (),
        alt=t("Table of {count} claims.", count=t.number(len(kept))),
        finding=_finding(kept, t),
        badges=shared.badges(kept, *editorial),
    )


def _finding(kept: pd.DataFrame, t: Texts) -> str:
    if kept.empty:
        return t("No claim matches these filters. Remove one, or search for another word.")
    return t(
        "{shown} of {all} claims; {computed} of them have a computed verdict (■), {editorial} one"
        " judged by reading (◊).",
        shown=t.number(len(kept)),
        all=t.number(len(rows())),
        computed=t.number(int(kept["basis"].eq("computed").sum())),
        editorial=t.number(int(kept["basis"].eq("editorial").sum())),
    )


def _claimed(claim: Any, t: Texts) -> Cell:
    """The value claimed with the time of which the claim speaks."""
    claimed = _with_time(words.claimed(claim, t), claim.period, t)
    if claim.kind == "date" or pd.isna(claim.value):
        return Cell(claimed, claim.period)
    return _ordered(claimed, claim.value, claim.unit)


def _found(claim: Any, t: Texts) -> Cell:
    """The value found with the time of the data, and a word where that weighs on the verdict."""
    when = "" if claim.found_date else claim.found_period
    value = words.found(claim, t)
    found = _with_time(value, when, t)
    if claim.fit in codes.TIME_FIT_SHORT:
        found = t("{found}, {fit}", found=found, fit=t(codes.TIME_FIT_SHORT[claim.fit]))
    if not value or claim.kind == "exists" or not claim.listed:
        return Cell(found, None)
    if claim.found_date:
        return Cell(found, str(claim.found_date))
    return _ordered(found, claim.found, claim.unit)


def _ordered(shown: str, value: float | str, unit: object) -> Cell:
    """Words that stand for a value in a unit; years and days stand with each other."""
    if isinstance(value, str):
        return Cell(shown, value)
    return Cell(shown, str(int(value))) if unit == "year" else Cell(shown, value, unit)


def _with_time(value: str, period: object, t: Texts) -> str:
    when = t.day(period) if isinstance(period, str) and period else ""
    if value in ("", when) or not when:
        return value or when
    return t("{value} ({period})", value=value, period=when)


def dissenting(claim: Any) -> tuple[str, ...]:
    """Ids of the sources that speak against the verdict, by value or by word."""
    by_value = (v.source_id for v in claim.dissent)
    return tuple(dict.fromkeys((*by_value, *claim.opposed)))


def _dissent(claim: Any, t: Texts) -> Cell:
    """How many sources of which kinds dissent."""
    kinds = [s.kind for s in sources.by_ids(dissenting(claim))]
    counts = ", ".join(
        t("{kind}: {count}", kind=t(codes.SOURCE_KIND[k]), count=t.number(kinds.count(k)))
        for k in dict.fromkeys(kinds)
    )
    return Cell(counts, len(kinds) or None, "sources")
