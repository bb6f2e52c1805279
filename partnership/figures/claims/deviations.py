"""The largest differences between the article and the data."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette
from partnership.analysis import verdicts
from partnership.charts.forms import Bars, Category, Chart, Point
from partnership.charts.forms.bars import single
from partnership.figures import shared
from partnership.figures.claims import words
from partnership.figures.claims.verdicts import cited, of_sectors, source
from partnership.figures.figure import Figure, register
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.state import SECTORS, State

_MOST, _IN_FINDING = 8, 3


@register("claims.deviations", sectors=SECTORS, uses=("sector",))
def differences(state: State) -> Figure:
    """The claims that differ most from what was computed, claimed beside computed."""
    t = texts.in_language(state.lang)
    title = t("Largest deviations: computed minus claimed, percent of the claimed value")
    judged = verdicts.largest(of_sectors(state), _MOST)
    if judged.empty:
        why = t("No quantified claim of these sectors differs from the computed value.")
        return shared.nothing("claims.deviations", title, why)
    sentences = [_sentence(claim, t) for claim in judged.head(_IN_FINDING).itertuples()]
    columns = ["claim_id", "sector", "value", "found", "unit", "difference", "verdict"]
    table = judged.assign(source_id=judged["found_source"], status=judged["found_status"])
    return Figure(
        id="claims.deviations",
        title=title,
        drawn=Chart(_drawn(judged, t)),
        table=table[[*columns, "found_period", "source_id", "status"]],
        source_ids=cited(judged),
        finding="\n".join(sentences),
        note=t(
            "Shares, numbers and counts that are not confirmed, compared with data for the "
            "claim's period; years, dates and ranks have no relative deviation."
        ),
        badges=shared.badges(table, "disagree"),
    )


def _sentence(claim: Any, t: Texts) -> str:
    return t(
        "{title}: the article states {claimed}, {source} {found} ({period}), {difference}.",
        title=t.name(claim.claim_id, "title"),
        claimed=words.claimed(claim, t),
        source=source(claim.found_source, t),
        found=words.found(claim, t),
        period=t.day(claim.found_period),
        difference=words.difference(claim, t),
    )


def _drawn(judged: pd.DataFrame, t: Texts) -> Bars:
    claims = list(judged.itertuples())
    return Bars(
        tuple(Category(c.claim_id, t.name(c.claim_id, "title"), under=_both(c, t)) for c in claims),
        single(
            tuple(
                Point(
                    c.claim_id,
                    float(c.difference),
                    words.difference(c, t),
                    colour=palette.SECTOR[c.sector].light,
                    details=(
                        (t("Values"), _both(c, t)),
                        (t("Verdict"), t(codes.VERDICT[c.verdict])),
                    ),
                )
                for c in claims
            ),
            palette.MUTED.light,
        ),
        what=t("Claim"),
        measure=t("Deviation"),
        above=True,
    )


def _both(claim: Any, t: Texts) -> str:
    return t(
        "claimed {claimed}, computed {found}: {difference}",
        claimed=words.claimed(claim, t),
        found=words.found(claim, t),
        difference=words.difference(claim, t),
    )
