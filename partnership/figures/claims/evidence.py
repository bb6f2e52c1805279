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
from partnership.figures.figure import Badge, Figure, Listing, register
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import SECTORS, State
from partnership.tables import needed
from partnership.wording import sentences

_UNCHOSEN = ("claim_id", "said_by", "value", "source_id", "status")
_COLUMNS = ["said_by", "stance", "value", "unit", "period", "fit", "source_id", "status", "note"]
Fact = dict[str, str]


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
        return shared.unchosen("claims.evidence", t("No claim chosen"), why, _UNCHOSEN)
    claim = next(needed.rows(rows(), "claims", claim_id=state.claim).itertuples())
    known = _on(state.claim)
    ids = ("article", claim.decided_by, claim.found_source, *(v.source_id for v in claim.met))
    marked: list[Badge] = []
    if dissenting(claim) or claim.verdict == "disputed":
        marked.append("disagree")
    if claim.basis == "editorial":
        marked.append("editorial")
    table = _table(claim, known)
    return Figure(
        id="claims.evidence",
        title=t.name(state.claim, "title"),
        drawn=Listing("facts", tuple(_facts(claim, known, t))),
        table=table,
        source_ids=tuple(dict.fromkeys(s for s in (*ids, *sources.ids(known)) if s)),
        alt=t("The article's statement and {count} rows of evidence.", count=len(known)),
        finding=_finding(claim, known, t),
        note="" if pd.isna(claim.note) else t.remark(claim.note),
        badges=shared.badges(table, *marked),
    )


def _finding(claim: Any, known: pd.DataFrame, t: Texts) -> str:
    verdict = words.verdict(claim, t)
    what = t("what other sources state") if claim.stated else t(codes.METHOD.get(claim.method, ""))
    how = (
        t("{verdict}, computed from {what}.", verdict=verdict, what=what)
        if claim.basis == "computed"
        else t("{verdict}: no table can decide it.", verdict=verdict)
    )
    if known.empty:
        return sentences.joined(how, t("No other source was found."))
    stances = known["stance"].value_counts()
    for_it, against = (int(stances.get(s, 0)) for s in ("supports", "contradicts"))
    counted = t(
        "{statements}: {support}, {contradict}.",
        statements=t.plural(
            "{count} statement by others", "{count} statements by others", len(known)
        ),
        support=t.plural("{count} supports it", "{count} support it", for_it),
        contradict=t.plural("{count} contradicts it", "{count} contradict it", against),
    )
    return sentences.joined(how, counted)


def _facts(claim: Any, known: pd.DataFrame, t: Texts) -> Iterator[Fact]:
    yield _article(claim, t)
    yield _found(claim, t)
    yield from _dissent(claim, known, t)
    yield from _met(claim, t)
    yield from (_statement(row, t) for row in known.itertuples())


def _fact(label: str, value: str, *detail: str, source_id: str = "", period: str = "") -> Fact:
    """A line of the card; `source_id` is whose page its detail leads to."""
    (url,) = (s.url for s in sources.by_ids([source_id])) if source_id else ("",)
    value = value if period in ("", value) else f"{value} ({period})"
    return {"label": label, "value": value, "detail": " · ".join(filter(None, detail)), "url": url}


def _article(claim: Any, t: Texts) -> Fact:
    today = sources.by_ids(["article"])[0].published
    printed = about = ""
    if isinstance(claim.printed, str):
        printed = t("published as “{words}”", words=t.quote(claim.printed))
    if claim.period == today:
        about = t("refers to the present, the month of the article")
    elif isinstance(claim.period, str):
        about = t("refers to {period}", period=t.day(claim.period))
    value = words.claimed(claim, t) or t("in words, without a figure")
    by = t("the article, {month}", month=t.day(today))
    return _fact(t("The article states"), value, by, printed, about, source_id="article")


def _found(claim: Any, t: Texts) -> Fact:
    if claim.basis != "computed":
        kind = _weight(claim.decided_by, t) if claim.decided_by else t("no source decides it")
        verdict = t(codes.VERDICT[claim.verdict])
        return _fact(t("Judged by reading"), verdict, kind, source_id=claim.decided_by)
    label = t("Stated by others") if claim.stated else t("Computed from the tables")
    if not claim.found_source:
        return _fact(label, t("no data to compute from"))
    undecided, slack = claim.verdict == "not_verifiable", words.tolerance(claim, t)
    indirect = t("wider or narrower than the claim, so approximately right at best")
    return _fact(
        label,
        words.found(claim, t),
        (_who if undecided else _weight)(claim.found_source, t),
        indirect if claim.indirect else "",
        t(codes.TIME_FIT[claim.fit]) if codes.TIME_FIT[claim.fit] else "",
        t("confirmed within {tolerance}, as published", tolerance=slack) if slack else "",
        source_id=claim.found_source,
        period="" if claim.found_date else _day(claim.found_period, t),
    )


def _day(period: object, t: Texts) -> str:
    return t.day(period) if isinstance(period, str) and period else ""


def _kind(source_id: str, t: Texts) -> str:
    return t(codes.SOURCE_KIND[sources.by_ids([source_id])[0].kind])


def _weight(source_id: str, t: Texts) -> str:
    """A source that decided: its publisher and its kind."""
    return t(
        "decided by {publisher}, {kind}", publisher=source(source_id, t), kind=_kind(source_id, t)
    )


def _who(source_id: str, t: Texts) -> str:
    return t("{publisher}, {kind}", publisher=source(source_id, t), kind=_kind(source_id, t))


def _dissent(claim: Any, known: pd.DataFrame, t: Texts) -> Iterator[Fact]:
    """Values of the same period that differ, and other sources that contradict the verdict."""
    label = t("Dissent")
    for one in claim.dissent:
        value, who = words.value_of(one.value, claim, t), _who(one.source_id, t)
        yield _fact(label, value, who, source_id=one.source_id, period=_day(one.period, t))
    by_value = {v.source_id for v in claim.dissent}
    speaking = known[known["stance"].isin(("supports", "contradicts"))]
    for source_id in (s for s in claim.opposed if s not in by_value):
        row = next(speaking[speaking["source_id"].eq(source_id)].itertuples())
        yield _fact(label, words.evidence(row, t), _who(source_id, t), source_id=source_id)


def _met(claim: Any, t: Texts) -> Iterator[Fact]:
    """Whether a target was met: what was reached in each year since it was set."""
    for one in claim.met:
        reached = float(one.value) >= claim.value - claim.tolerance
        yield _fact(
            t("Whether the target was met"),
            words.value_of(one.value, claim, t),
            t("reached, to the digits published") if reached else t("not reached"),
            _who(one.source_id, t),
            source_id=one.source_id,
            period=_day(one.period, t),
        )


def _statement(row: Any, t: Texts) -> Fact:
    """A row of evidence: its stance, its value and period, and its source."""
    (cite,) = sources.by_ids([row.source_id])
    published, remark = t.day(cite.published) or t("undated"), codes.VALUE_STATUS_REMARK[row.status]
    return _fact(
        t(codes.STANCE[row.stance]),
        words.evidence(row, t),
        sources.titled(cite, t) + f" ({published})",
        t(codes.SOURCE_KIND[cite.kind]),
        "" if pd.isna(row.note) else t.remark(row.note),
        t(remark) if remark else "",
        source_id=row.source_id,
        period=_day(row.period, t),
    )


def _table(claim: Any, known: pd.DataFrame) -> pd.DataFrame:
    """Claimed, found, dissent and evidence as rows; values as in the tables."""
    value = claim.period if claim.kind == "date" else claim.value
    unit, found, when = claim.unit, claim.found_date or claim.found, claim.found_period
    by, how = claim.decided_by, claim.method
    rows: list[tuple[Any, ...]]
    rows = [("article", "", value, unit, claim.period, None, "article", "claimed", claim.note)]
    if by:
        rows.append((claim.basis, claim.verdict, found, unit, when, claim.fit, by, "derived", how))
    rows += [
        (who, None, v.value, unit, v.period, None, v.source_id, v.status, None)
        for who, values in (("dissent", claim.dissent), ("outcome", claim.met))
        for v in values
    ]
    records = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
    records += known.assign(said_by="evidence").to_dict("records")
    frame = pd.DataFrame(records, columns=["claim_id", *_COLUMNS])
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
