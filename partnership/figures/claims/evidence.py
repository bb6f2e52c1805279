"""One claim in full: its values and periods, the source that decided, and every statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from partnership import tables
from partnership.figures import shared
from partnership.figures.claims import words
from partnership.figures.claims.list import dissenting
from partnership.figures.claims.verdicts import rows, source
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.shared import unchosen
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import SECTORS, State
from partnership.tables import needed

_UNCHOSEN = ("claim_id", "said_by", "value", "source_id", "status")
Facts = Iterator[dict[str, str]]


def _on(claim_id: str) -> pd.DataFrame:
    """The evidence on a claim, strongest stance first."""
    known = tables.load("evidence")
    own = known[known["claim_id"].eq(claim_id)]
    order = own["stance"].map(list(codes.STANCE).index)
    return own.assign(order=order).sort_values("order", kind="stable").drop(columns="order")


@register("claims.evidence", sectors=SECTORS, uses=("claim",))
def evidence(state: State) -> Figure:
    """One claim in full: claimed, found, dissent, and each source with its date and stance."""
    t = texts.in_language(state.lang)
    if state.claim is None:
        why = t("Choose a claim to see every value on it, with source, date and stance.")
        return unchosen("claims.evidence", t("No claim chosen"), why, _UNCHOSEN)
    judged = rows()
    claim = next(needed.rows(judged, "claims", claim_id=state.claim).itertuples())
    known = _on(state.claim)
    table = _table(claim, known)
    used = sources.ids(known)
    ids = ("article", claim.decided_by, claim.found_source, *(v.source_id for v in claim.met))
    disagree = dissenting(claim) or claim.verdict == "disputed"
    marked = (
        *(("disagree",) if disagree else ()),
        *(("editorial",) if claim.basis == "editorial" else ()),
    )
    return Figure(
        id="claims.evidence",
        title=t.name(state.claim, "title"),
        drawn=Listing("facts", tuple(_facts(claim, known, t))),
        table=table,
        source_ids=tuple(dict.fromkeys(s for s in (*ids, *used) if s)),
        alt=t("The article's statement and {count} rows of evidence.", count=len(known)),
        finding=_finding(claim, known, t),
        note="" if pd.isna(claim.note) else t.quote(claim.note),
        badges=shared.badges(table, *marked),
    )


def _facts(claim: Any, known: pd.DataFrame, t: Texts) -> Facts:
    yield from _article(claim, t)
    yield from _found(claim, t)
    yield from _dissent(claim, known, t)
    yield from _met(claim, t)
    yield from _statements(known, t)


def _finding(claim: Any, known: pd.DataFrame, t: Texts) -> str:
    verdict = words.verdict(claim, t)
    if claim.basis == "computed":
        what = t("what other sources state") if claim.stated else t(codes.METHOD[claim.method])
        how = t("{verdict}, computed from {what}.", verdict=verdict, what=what)
    else:
        how = t("{verdict}: no table can decide it.", verdict=verdict)
    if known.empty:
        return how + " " + t("No other source was found.")
    stances = known["stance"].value_counts()
    return (
        how
        + " "
        + t(
            "{statements}: {support}, {contradict}.",
            statements=t.plural(
                "{count} statement by others", "{count} statements by others", len(known)
            ),
            support=t.plural(
                "{count} supports it", "{count} support it", int(stances.get("supports", 0))
            ),
            contradict=t.plural(
                "{count} contradicts it",
                "{count} contradict it",
                int(stances.get("contradicts", 0)),
            ),
        )
    )


def _article(claim: Any, t: Texts) -> Facts:
    value = words.claimed(claim, t) or t("in words, without a figure")
    today = sources.by_ids(["article"])[0].published
    parts = [t("the article, {month}", month=t.day(today))]
    if isinstance(claim.printed, str):
        parts.append(t("published as “{words}”", words=t.quote(claim.printed)))
    if claim.period == today:
        parts.append(t("refers to the present, the month of the article"))
    elif isinstance(claim.period, str):
        parts.append(t("refers to {period}", period=t.day(claim.period)))
    yield {"label": t("The article states"), "value": value, "detail": " · ".join(parts)}


def _found(claim: Any, t: Texts) -> Facts:
    if claim.basis != "computed":
        label = t("Judged by reading")
        kind = _weight(claim.decided_by, t) if claim.decided_by else t("no source decides it")
        yield {"label": label, "value": t(codes.VERDICT[claim.verdict]), "detail": kind}
        return
    label = t("Stated by others") if claim.stated else t("Computed from the tables")
    if not claim.found_source:
        yield {"label": label, "value": t("no data to compute from"), "detail": ""}
        return
    when = f" ({t.day(claim.found_period)})" if claim.found_period and not claim.found_date else ""
    undecided = claim.verdict == "not_verifiable"
    parts = [(_who if undecided else _weight)(claim.found_source, t)]
    if claim.indirect:
        parts.append(t("wider or narrower than the claim, so approximately right at best"))
    if codes.TIME_FIT[claim.fit]:
        parts.append(t(codes.TIME_FIT[claim.fit]))
    slack = words.tolerance(claim, t)
    if slack:
        parts.append(t("confirmed within {tolerance}, as published", tolerance=slack))
    value = words.found(claim, t) + when
    yield {"label": label, "value": value, "detail": " · ".join(parts)}


def _weight(source_id: str, t: Texts) -> str:
    """A source that decided: its publisher and its kind."""
    kind = t(codes.SOURCE_KIND[sources.by_ids([source_id])[0].kind])
    return t("decided by {publisher}, {kind}", publisher=source(source_id, t), kind=kind)


def _dissent(claim: Any, known: pd.DataFrame, t: Texts) -> Facts:
    """Values of the same period that differ, and other sources that contradict the verdict."""
    for value in claim.dissent:
        when = f" ({t.day(value.period)})" if value.period else ""
        value_words = words.value_of(value.value, claim, t) + when
        yield {"label": t("Dissent"), "value": value_words, "detail": _who(value.source_id, t)}
    by_value = {v.source_id for v in claim.dissent}
    speaking = known[known["stance"].isin(("supports", "contradicts"))]
    for source_id in (s for s in claim.opposed if s not in by_value):
        row = next(speaking[speaking["source_id"].eq(source_id)].itertuples())
        value_words = words.evidence(row, t)
        yield {"label": t("Dissent"), "value": value_words, "detail": _who(source_id, t)}


def _who(source_id: str, t: Texts) -> str:
    kind = t(codes.SOURCE_KIND[sources.by_ids([source_id])[0].kind])
    return t("{publisher}, {kind}", publisher=source(source_id, t), kind=kind)


def _met(claim: Any, t: Texts) -> Facts:
    """Whether a target was met: what was reached in each year since it was set."""
    for value in claim.met:
        reached = float(value.value) >= claim.value - claim.tolerance
        outcome = t("reached, to the digits published") if reached else t("not reached")
        value_words = f"{words.value_of(value.value, claim, t)} ({t.day(value.period)})"
        detail = " · ".join([outcome, _who(value.source_id, t)])
        yield {"label": t("Whether the target was met"), "value": value_words, "detail": detail}


def _statements(known: pd.DataFrame, t: Texts) -> Facts:
    """Each row of evidence: its stance, its value and period, and its source."""
    for row in known.itertuples():
        cite = sources.by_ids([row.source_id])[0]
        published = t.day(cite.published) if cite.published else t("undated")
        parts = [t.quote(f"{cite.publisher}, {cite.title}") + f" ({published})"]
        parts.append(t(codes.SOURCE_KIND[cite.kind]))
        if not pd.isna(row.note):
            parts.append(t.quote(row.note))
        if codes.VALUE_STATUS_REMARK[row.status]:
            parts.append(t(codes.VALUE_STATUS_REMARK[row.status]))
        value = words.evidence(row, t)
        period = "" if pd.isna(row.period) else t.day(row.period)
        yield {
            "label": t(codes.STANCE[row.stance]),
            "value": value if period in ("", value) else f"{value} ({period})",
            "detail": " · ".join(parts),
        }


def _table(claim: Any, known: pd.DataFrame) -> pd.DataFrame:
    """Claimed, found, dissent and evidence as rows; values as in the tables."""
    article = {
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
        "said_by": claim.basis,
        "stance": claim.verdict,
        "value": claim.found_date or claim.found,
        "unit": claim.unit,
        "period": claim.found_period,
        "fit": claim.fit,
        "source_id": claim.decided_by,
        "status": "derived",
        "note": claim.method,
    }
    others = [("dissent", v) for v in claim.dissent] + [("outcome", v) for v in claim.met]
    more = [
        {
            "said_by": by,
            "value": v.value,
            "unit": claim.unit,
            "period": v.period,
            "source_id": v.source_id,
            "status": v.status,
        }
        for by, v in others
    ]
    rest = [{**row, "said_by": "evidence"} for row in known.to_dict("records")]
    columns = ["claim_id", *found, "source_kind"]
    computed = [found] if claim.decided_by else []
    frame = pd.DataFrame([article, *computed, *more, *rest], columns=columns)
    kinds = {s.source_id: s.kind for s in sources.by_ids(frame["source_id"].astype(str))}
    return frame.assign(claim_id=claim.claim_id, source_kind=frame["source_id"].map(kinds))


def printed(lang: str = texts.DEFAULT) -> Iterator[str]:
    """Each claim as lines of plain text: verdict, what the article says, what was found."""
    t = texts.in_language(lang)
    for claim in rows().itertuples():
        verdict = f"{t(codes.VERDICT[claim.verdict])}, {t(codes.VERDICT_BASIS[claim.basis])}"
        head = f"{claim.claim_id} [{verdict}] {t.name(claim.claim_id, 'title')}"
        facts = _facts(claim, _on(claim.claim_id), t)
        lines = (f"    {f['label']}: {f['value']} | {f['detail']}".rstrip(" |") for f in facts)
        yield "\n".join([head, *lines])
