"""How many claims of the article have which verdict, as one bar."""

from __future__ import annotations

import pandas as pd

from partnership.analysis import verdicts as analysis
from partnership.charts.forms import Bars, Category, Chart, Point, Series, Status
from partnership.figures import shared
from partnership.figures.claims import verdicts
from partnership.figures.figure import Figure, register
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import SECTORS, State

_LOOK: dict[str, Status] = {"computed": "measured", "editorial": "estimated"}
"""How judged is shown by form: what no table decides is outlined."""
_ALL = "all"


@register("claims.counts", sectors=SECTORS, uses=("sector",))
def counts(state: State) -> Figure:
    """How many claims of each verdict, computed and editorial."""
    t = texts.in_language(state.lang)
    judged = verdicts.of_sectors(state)
    sizes = analysis.counts(judged).assign(source_id="article", status="derived")
    by_basis, total = (sizes.groupby(key)["claims"].sum() for key in ("basis", "verdict"))
    (article,) = sources.by_ids(["article"])
    return shared.from_rows(
        "claims.counts",
        t(
            "Claims of the article of {month} by verdict; outlined: judged by reading",
            month=t.day(article.published[:7]),
        ),
        Chart(_bar(sizes, t)),
        sizes,
        "editorial",
        also=verdicts.cited(judged),
        headline=t(
            "{right} of {all} claims are right or nearly so, {disputed} disputed",
            right=t.number(int(total["confirmed"] + total["approximately"])),
            all=t.number(len(judged)),
            disputed=t.number(int(total["disputed"])),
        ),
        finding=t(
            "{computed} verdicts are computed from the tables, {editorial} (outlined) are judged "
            "by reading.",
            computed=t.number(int(by_basis["computed"])),
            editorial=t.number(int(by_basis["editorial"])),
        ),
        note=t(
            "Computed: confirmed where the value rounds to the digits published, approximately "
            "right near them or where the data cover part of the period; otherwise outdated where "
            "it was once right, disputed where it was not; not verifiable where there are no data "
            "for its period. Judged by reading: no table can decide it."
        ),
    )


def _bar(sizes: pd.DataFrame, t: Texts) -> Bars:
    whole = t.plural("{count} claim", "{count} claims", int(sizes["claims"].sum()))
    return Bars(
        (Category(_ALL, whole),),
        tuple(_verdict(str(v), own, t) for v, own in sizes.groupby("verdict", sort=False)),
        what=t("Article"),
        by=t("Verdict"),
        measure=t("Claims"),
        arranged="stacked",
    )


def _verdict(verdict: str, own: pd.DataFrame, t: Texts) -> Series:
    name = f"{t(codes.VERDICT[verdict])} {t.number(int(own['claims'].sum()))}"
    how = {basis: t(words) for basis, words in codes.VERDICT_BASIS.items()}
    points = tuple(
        Point(
            _ALL,
            float(r.claims),
            t("of them {count} {how}", count=t.number(r.claims), how=how[r.basis]),
            status=_LOOK[r.basis],
        )
        for r in own.itertuples()
        if r.claims
    )
    return Series(name, "", points, mark="bar", entity=verdict)
