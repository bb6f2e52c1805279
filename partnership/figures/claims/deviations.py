"""The largest differences between the article and the data."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette
from partnership.analysis import verdicts
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.claims import words
from partnership.figures.claims.verdicts import cited, of_sectors, source
from partnership.figures.figure import Figure, register
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.state import SECTORS, State

_MOST, _IN_FINDING = 8, 3
_ROW = 62


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
        drawn=marks.finish(_drawn(judged, t), _ROW * len(judged)),
        table=table[[*columns, "found_period", "source_id", "status"]],
        source_ids=cited(judged),
        alt=t("Bars on either side of zero, one a claim, largest deviation first."),
        finding="\n".join(sentences),
        note=t(
            "Shares, numbers and counts that are not confirmed, compared with data for the "
            "claim's period; years, dates and ranks have no relative deviation."
        ),
        badges=shared.badges(table, "disagree"),
        height=_ROW * len(judged),
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


def _drawn(judged: pd.DataFrame, t: Texts) -> Any:
    claims = list(judged.itertuples())
    data = pd.DataFrame(
        {
            "claim": judged["claim_id"],
            "difference": judged["difference"],
            "title": [t.name(c.claim_id, "title") for c in claims],
            "both": [
                t(
                    "claimed {claimed}, computed {found}: {difference}",
                    claimed=words.claimed(c, t),
                    found=words.found(c, t),
                    difference=words.difference(c, t),
                )
                for c in claims
            ],
            "verdict": [t(codes.VERDICT[c.verdict]) for c in claims],
            "colour": [palette.SECTOR[c.sector].light for c in claims],
        }
    )
    x = alt.X("difference:Q", scale=alt.Scale(nice=False), axis=None)
    y = alt.Y("claim:N", sort=None, axis=None)
    base = alt.Chart(marks.rows(data)).encode(y=y)
    tooltip = [
        alt.Tooltip("title:N", title=t("Claim")),
        alt.Tooltip("both:N", title=t("Values")),
        alt.Tooltip("verdict:N", title=t("Verdict")),
    ]
    bars = base.mark_bar(size=12, yOffset=9).encode(
        x=x, color=alt.Color("colour:N", scale=None), tooltip=tooltip
    )
    look = {"align": "left", "limit": alt.ExprRef("width")}
    head = base.mark_text(**marks.text(dy=-23, **look)).encode(x=alt.value(0), text="title:N")
    line = base.mark_text(**marks.text(dy=-8, **{**look, "color": marks.SOFT})).encode(
        x=alt.value(0), text="both:N"
    )
    zero = base.mark_tick(color=marks.INK, thickness=1.5, size=20, yOffset=9).encode(x=alt.datum(0))
    return alt.layer(bars, zero, head, line)
