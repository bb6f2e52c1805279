"""The claims as a list, and one of them opened: its values side by side with their sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from partnership import sources, tables, texts
from partnership.figures import claims_words as words
from partnership.figures import marks
from partnership.figures.card import STATUS, unchosen
from partnership.figures.claims import chosen, cited, rows, source
from partnership.figures.figure import Figure, Listing, register
from partnership.state import SECTORS, State
from partnership.texts import Texts

_COLUMNS = [
    "claim_id",
    "sector",
    "entity_id",
    "kind",
    "value",
    "unit",
    "period",
    "tolerance",
    "method",
    "verdict",
    "basis",
    "found",
    "found_date",
    "found_period",
    "found_source",
    "source_id",
    "status",
    "note",
]
_UNCHOSEN = ("claim_id", "said_by", "value", "source_id", "status")


@register("claims.list", sectors=SECTORS, uses=("sector", "verdict", "find"))
def listed(state: State) -> Figure:
    """Every claim that passes the filters, with its verdict and both values."""
    t = texts.of(state.lang)
    kept = chosen(state)
    shown = tuple(
        {
            t("Verdict"): t(words.VERDICT[c.verdict]),
            t("Claim"): t.name(c.claim_id, "title"),
            t("How"): t(words.BASIS[c.basis]),
            t("Claimed"): words.claimed(c, t),
            t("Computed"): words.found(c, t),
            t("Sector"): t(words.SECTOR[c.sector]),
        }
        for c in kept.itertuples()
    )
    return Figure(
        id="claims.list",
        title=t("What the article says, and what became of it when checked"),
        drawn=Listing("table", shown),
        table=kept[_COLUMNS],
        source_ids=cited(kept) if len(kept) else (),
        alt=t("Table of {count} claims.", count=t.number(len(kept))),
        finding=(
            t(
                "{shown} of {all} claims; {computed} of them have a computed verdict.",
                shown=t.number(len(kept)),
                all=t.number(len(rows())),
                computed=t.number(int(kept["basis"].eq("computed").sum())),
            )
            if len(kept)
            else t("No claim passes these filters. Take one off, or search for another word.")
        ),
        badges=marks.badges(kept),
        height=420,
    )


def _on(claim_id: str) -> pd.DataFrame:
    """The evidence on a claim, strongest stance first."""
    known = tables.load("evidence")
    mine = known[known["claim_id"].eq(claim_id)]
    place = mine["stance"].map(list(words.STANCE).index)
    return mine.assign(place=place).sort_values("place", kind="stable").drop(columns="place")


@register("claims.evidence", sectors=SECTORS, uses=("claim",))
def evidence(state: State) -> Figure:
    """One claim opened: claimed, computed, and what each source says, with date and stance."""
    t = texts.of(state.lang)
    if state.claim is None:
        why = t("Choose a claim to see every value on it, with source, date and stance.")
        return unchosen("claims.evidence", t("No claim chosen"), why, _UNCHOSEN)
    judged = rows()
    claim = next(judged[judged["claim_id"].eq(state.claim)].itertuples())
    known = _on(state.claim)
    facts = [*_article(claim, t), *_found(claim, t), *_said(known, t)]
    table = _table(claim, known)
    used = sources.ids(known)
    ids = tuple(dict.fromkeys(s for s in ("article", claim.found_source, *used) if s))
    disagree = known["stance"].eq("contradicts").any() or claim.verdict == "disputed"
    return Figure(
        id="claims.evidence",
        title=t.name(state.claim, "title"),
        drawn=Listing("facts", tuple(facts)),
        table=table,
        source_ids=ids,
        alt=t("What the article says beside what {count} rows of evidence say.", count=len(known)),
        finding=_finding(claim, known, t),
        note="" if pd.isna(claim.note) else t.quote(claim.note),
        badges=marks.badges(table, *(("disagree",) if disagree else ())),
    )


def _finding(claim: Any, known: pd.DataFrame, t: Texts) -> str:
    verdict = t(words.VERDICT[claim.verdict])
    if claim.basis == "computed":
        how = t("**{verdict}**, computed from {what}.", verdict=verdict, what=_looked_at(claim, t))
    else:
        how = t("**{verdict}**, an editorial verdict: no table can decide it.", verdict=verdict)
    if known.empty:
        return how + " " + t("No other source was found.")
    said = known["stance"].value_counts()
    return (
        how
        + " "
        + t(
            "Of {all} statements of others {support} support it and {contradict} contradict it.",
            all=t.number(len(known)),
            support=t.number(int(said.get("supports", 0))),
            contradict=t.number(int(said.get("contradicts", 0))),
        )
    )


def _looked_at(claim: Any, t: Texts) -> str:
    return t(words.METHOD[claim.method])


def _article(claim: Any, t: Texts) -> Iterator[dict[str, str]]:
    value = words.claimed(claim, t) or t("in words, without a figure")
    yield {"label": t("The article says"), "value": value, "detail": t("the article, May 2025")}


def _found(claim: Any, t: Texts) -> Iterator[dict[str, str]]:
    if claim.basis != "computed":
        return
    label = t("Computed from the tables")
    if claim.verdict == "not_verifiable":
        yield {"label": label, "value": t("nothing to compute from"), "detail": ""}
        return
    when = f" ({t.day(claim.found_period)})" if claim.found_period and not claim.found_date else ""
    slack = words.tolerance(claim, t)
    slack = t("; confirmed within {tolerance}", tolerance=slack) if slack else ""
    detail = source(claim.found_source, t) + slack
    yield {"label": label, "value": words.found(claim, t) + when, "detail": detail}


def _said(known: pd.DataFrame, t: Texts) -> Iterator[dict[str, str]]:
    """Each row of evidence: its stance, its value and period, and who says so."""
    for row in known.itertuples():
        cite = sources.of([row.source_id])[0]
        published = t.day(cite.published) if cite.published else t("undated")
        parts = [t.quote(f"{cite.publisher}, {cite.title}") + f" ({published})"]
        if not pd.isna(row.note):
            parts.append(t.quote(row.note))
        if STATUS[row.status]:
            parts.append(t(STATUS[row.status]))
        value = words.evidence(row, t)
        period = "" if pd.isna(row.period) else t.day(row.period)
        yield {
            "label": t(words.STANCE[row.stance]),
            "value": value if period in ("", value) else f"{value} ({period})",
            "detail": " · ".join(parts),
        }


def _table(claim: Any, known: pd.DataFrame) -> pd.DataFrame:
    """Claimed, computed and evidence as rows of one table; values as they stand in the tables."""
    said = {
        "said_by": "article",
        "stance": "",
        "value": claim.period if claim.kind == "date" else claim.value,
        "unit": claim.unit,
        "period": claim.period,
        "source_id": "article",
        "status": "claimed",
        "note": claim.note,
    }
    found = {
        "said_by": "computed",
        "stance": claim.verdict,
        "value": claim.found_date or claim.found,
        "unit": claim.unit,
        "period": claim.found_period,
        "source_id": claim.found_source,
        "status": "derived",
        "note": claim.method,
    }
    computed = [found] if claim.found_source else []
    rest = known.assign(said_by="evidence").to_dict("records")
    columns = ["claim_id", *said]
    frame = pd.DataFrame([said, *computed, *rest], columns=columns)
    return frame.assign(claim_id=claim.claim_id)


def printed(lang: str = texts.DEFAULT) -> Iterator[str]:
    """Each claim as lines of plain text: verdict, what the article says, what was found."""
    t = texts.of(lang)
    for claim in rows().itertuples():
        verdict = f"{t(words.VERDICT[claim.verdict])}, {t(words.BASIS[claim.basis])}"
        head = f"{claim.claim_id} [{verdict}] {t.name(claim.claim_id, 'title')}"
        facts = [*_article(claim, t), *_found(claim, t), *_said(_on(claim.claim_id), t)]
        told = (f"    {f['label']}: {f['value']} | {f['detail']}".rstrip(" |") for f in facts)
        yield "\n".join([head, *told])
