"""The largest differences between the article and the data."""

from __future__ import annotations

from typing import Any

from partnership import palette
from partnership.analysis import verdicts as analysis
from partnership.charts.forms import Bars, Category, Chart, Point
from partnership.charts.forms.bars import single
from partnership.figures import shared
from partnership.figures.claims import verdicts, words
from partnership.figures.figure import Figure, register
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.state import SECTORS, State

_MOST = 8
_LONGEST = 3
"""A bar is cut where it is longer than this many times the second longest, and flattens others."""


@register("claims.deviations", sectors=SECTORS, uses=("sector",))
def deviations(state: State) -> Figure:
    """The claims that differ most from what was computed, claimed beside computed."""
    t = texts.in_language(state.lang)
    title = t("Largest deviations: computed minus claimed, % of the claimed value")
    judged = analysis.largest(verdicts.of_sectors(state), _MOST)
    if judged.empty:
        why = t("No quantified claim of these sectors differs from the computed value.")
        return shared.nothing("claims.deviations", title, why)
    claims = list(judged.itertuples())
    table = judged.assign(source_id=judged["found_source"], status=judged["found_status"])
    columns = ["claim_id", "sector", "value", "found", "unit", "difference", "verdict"]
    columns += ["found_period", "source_id", "status"]
    return shared.from_rows(
        "claims.deviations",
        title,
        Chart(_bars(claims, t)),
        table[columns],
        "disagree",
        also=verdicts.cited(judged),
        headline=t(
            "Largest deviation: the data show {difference} than claimed",
            difference=words.difference(claims[0], t),
        ),
        finding=_sentence(claims[0], t),
        note=t(
            "Shares, numbers and counts that are not confirmed, compared with data for the "
            "claim's period; years, dates and ranks have no relative deviation."
        ),
    )


def _sentence(claim: Any, t: Texts) -> str:
    return t(
        "“{title}”: {found} according to {source}.",
        title=t.name(claim.claim_id, "title"),
        source=verdicts.source(claim.found_source, t),
        found=words.found(claim, t),
    )


def _bars(claims: list[Any], t: Texts) -> Bars:
    lengths = sorted((abs(c.difference) for c in claims), reverse=True)
    return Bars(
        tuple(Category(c.claim_id, t.name(c.claim_id, "title"), under=_both(c, t)) for c in claims),
        single(tuple(_point(c, t) for c in claims), palette.MUTED.light),
        what=t("Claim"),
        measure=t("Deviation"),
        above=True,
        cut=_LONGEST * lengths[1] if len(lengths) > 1 else None,
    )


def _point(claim: Any, t: Texts) -> Point:
    words_of = words.difference(claim, t)
    return Point(
        claim.claim_id,
        float(claim.difference),
        words_of,
        words_of,
        colour=palette.SECTOR[claim.sector].light,
        details=((t("Values"), _both(claim, t)), (t("Verdict"), t(codes.VERDICT[claim.verdict]))),
    )


def _both(claim: Any, t: Texts) -> str:
    """The sector, whose colour the bar has, with both values."""
    return t(
        "{sector}: {claimed} claimed, {found} found",
        sector=t(codes.SECTOR[claim.sector]),
        claimed=words.claimed(claim, t),
        found=words.found(claim, t),
    )
