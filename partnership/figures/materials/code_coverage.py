"""The codes of the minerals whose imports were read, and what each does not cover."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import minerals_trade as analysis
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.materials import words
from partnership.figures.materials.imports import LEFT_OUT, good, shares, unread
from partnership.language import readable, texts
from partnership.language.readable import Cell, Column
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_USES = ("from_year", "to_year")
_COLUMNS = (
    Column("good", message("Product")),
    Column("hs_code", message("HS code")),
    Column("share_eu", message("Share of EU imports"), "right"),
    Column("share_italy", message("Share of Italian imports"), "right"),
    Column("left_out", message("Not covered by the code")),
    Column("eu_list", message("EU list")),
)


@register("minerals.code_coverage", sectors=("minerals",), uses=_USES)
def codes(state: State) -> Figure:
    """The goods with their codes, both shares, and what each code leaves out."""
    t = texts.in_language(state.lang)
    rows = shares(state)
    if rows.empty:
        return unread("minerals.code_coverage", t("Coverage of the customs codes"), t)
    wide = rows.pivot(index="good", columns="buyer", values="value").reindex(
        index=list(dict.fromkeys(rows["good"])), columns=["eu", "ita"]
    )
    shown = tuple(
        {
            "good": good(str(key), t),
            "hs_code": Cell(LEFT_OUT[str(key)][0], LEFT_OUT[str(key)][0]),
            "share_eu": _percent(one.get("eu"), t),
            "share_italy": _percent(one.get("ita"), t),
            "left_out": t(LEFT_OUT[str(key)][1]),
            "eu_list": _listed(str(key), t),
        }
        for key, one in wide.iterrows()
    )
    return Figure(
        id="minerals.code_coverage",
        title=t("Coverage of the customs codes, {year}", year=int(rows["year"].iloc[0])),
        drawn=readable.table(_COLUMNS, shown, t),
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
            "Shares of the value of imports from outside the EU. Where none is listed the data "
            "show no flow, which may also mean that the product was declared under another code "
            "or shipped through another country."
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
    return Cell(words.percent(value, t) if value else t("none listed"), value)
