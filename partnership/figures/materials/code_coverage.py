"""The codes of the minerals whose imports were read, and what each does not cover."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import minerals_trade as analysis
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.materials.imports import LEFT_OUT, good, shares, unread
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording.cells import Cell

_USES = ("from_year", "to_year")
_SYSTEM = 1992
"""The edition of the Harmonised System whose codes these are."""


@register("minerals.code_coverage", sectors=("minerals",), uses=_USES)
def code_coverage(state: State) -> Figure:
    """The products with their codes, both shares, and what no code covers."""
    t = texts.of(state.lang)
    rows = shares(state)
    if rows.empty:
        return unread("minerals.code_coverage", t("Coverage of the customs codes"), t)
    wide = rows.pivot(index="good", columns="buyer", values="value").reindex(
        index=list(dict.fromkeys(rows["good"])), columns=["eu", "ita"]
    )
    shown = tuple(
        {
            t("Product"): good(str(key), t),
            t("HS code"): Cell(LEFT_OUT[str(key)][0], LEFT_OUT[str(key)][0]),
            t("Share of EU imports"): _percent(one.get("eu"), t),
            t("Share of Italian imports"): _percent(one.get("ita"), t),
            t("Not covered by the code"): t(LEFT_OUT[str(key)][1]),
            t("EU list"): _listed(str(key), t),
        }
        for key, one in wide.iterrows()
    )
    return Figure(
        id="minerals.code_coverage",
        title=t("Coverage of the customs codes, {year}", year=int(rows["year"].iloc[0])),
        drawn=Listing("table", shown),
        table=rows.drop(columns="order"),
        source_ids=sources.ids(rows),
        alt=t(
            "Table of {count} products with code, shares and what is not covered.", count=len(shown)
        ),
        finding=t(
            "{count} of the {total} products were imported from Kazakhstan by the EU, {italy} by "
            "Italy.",
            count=int((wide["eu"] > 0).sum()),
            total=len(wide),
            italy=int((wide["ita"] > 0).sum()),
        ),
        note=t(
            "Shares of the value of imports from outside the EU. Harmonised System of {year}. "
            "Where none is listed the data show no flow, which may also mean that the product was "
            "declared under another code or shipped through another country.",
            year=_SYSTEM,
        ),
        badges=shared.badges(rows, "incomplete"),
    )


def _listed(key: str, t: Texts) -> str:
    """Whether a good's material is on the EU's list of critical materials."""
    if key == "bituminous_coal":
        return t("critical: coking coal only")
    rows = tables.load("materials").set_index("material_id")
    material = analysis.MATERIAL_OF.get(key, key)
    if material not in rows.index:
        return ""
    critical = bool(rows.loc[material, "eu_critical"])
    return t("critical") if critical else t("not critical")


def _percent(value: Any, t: Texts) -> Cell:
    if pd.isna(value):
        return Cell("", None)
    return Cell(t.percent(value, 2) if value else t("none listed"), value)
