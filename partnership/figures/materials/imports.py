"""Kazakhstan's share of what the EU and Italy import of single minerals."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import minerals_trade as analysis
from partnership.charts.forms import Bars, Category, Chart, Point, Series
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.materials import words
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_USES = ("from_year", "to_year")
_TITANIUM = "cn8_81082000"
LEFT_OUT = {
    "sulphur": ("2503 10", message("refined and colloidal sulphur, sulphuric acid")),
    "molybdenum_ore": ("2613 90", message("roasted concentrates, oxides, ferro-molybdenum")),
    "antimony_ore": ("2617 10", message("antimony metal and oxides")),
    "manganese_ore": ("2602 00", message("manganese metal and alloys")),
    "barite": ("2511 10", message("barium chemicals")),
    "tantalum": ("8103 10", message("ores, compounds, finished tantalum")),
    "cadmium": ("8107 10", message("cadmium compounds")),
    "beryllium": ("8112 11", message("alloys such as beryllium copper, finished beryllium")),
    "rare_earth_compounds": (
        "2846 90",
        message("cerium compounds, rare-earth metals, magnets"),
    ),
    "vanadium_oxides": ("2825 30", message("ores and ferro-vanadium")),
    "aluminium": ("7601 10", message("alloys and alumina")),
    "bituminous_coal": ("2701 12", message("other coal; coking and steam coal are one code")),
}
"""HS code of 1992 of each good, and the related goods that it does not include."""


@register("minerals.imports", sectors=("minerals",), uses=_USES)
def imports(state: State) -> Figure:
    """Kazakhstan's share of what the EU and Italy import of single minerals."""
    t = texts.in_language(state.lang)
    rows = shares(state)
    if rows.empty:
        return unread("minerals.imports", t("Kazakhstan's share of imports"), t)
    year = int(rows["year"].iloc[0])
    eu, italy = (rows[rows["buyer"].eq(b)] for b in ("eu", "ita"))
    traded = rows[rows["value"].gt(0)]
    none = [good(g, t) for g in dict.fromkeys(rows["good"]) if g not in set(traded["good"])]
    return Figure(
        id="minerals.imports",
        title=t("Kazakhstan's share of imports from outside the EU, {year}, percent", year=year),
        drawn=Chart(_pairs(traded, t)),
        table=rows.drop(columns="order"),
        source_ids=(*sources.ids(rows), *sources.ids(_unwrought(year))),
        headline=_headline(eu, t),
        finding=sentences.joined(_to_italy(italy, t), _titanium(year, t)),
        note=sentences.joined(
            t("By value. Where Italy has no bar, no imports from Kazakhstan are listed."),
            t("Of these neither imports any: {names}.", names=", ".join(none)) if none else "",
        ),
        badges=shared.badges(rows, "incomplete"),
    )


def unread(figure_id: str, title: str, t: Texts) -> Figure:
    """A figure for years of which no shares of imports were read.

    Raises `TableError` where none were read of any year.
    """
    known = analysis.import_years(tables.load("observations"))
    if known.empty:
        wanted = tuple(f"import_share_{g}_eu_pct" for g in LEFT_OUT)
        raise needed.missing("observations", metric_id=wanted, entity_id="KAZ")
    return shared.outside(figure_id, title, known, t)


def _headline(eu: pd.DataFrame, t: Texts) -> str:
    """The largest share of the EU's imports."""
    if eu.empty:
        return ""
    first = eu.loc[eu["value"].idxmax()]
    return t(
        "Kazakhstan supplies {share} of the EU's imports of {good}",
        share=words.percent(first["value"], t),
        good=sentences.within(good(str(first["good"]), t)),
    )


def _to_italy(italy: pd.DataFrame, t: Texts) -> str:
    """Its shares of what Italy imports."""
    bought = italy[italy["value"].gt(0)].sort_values("value", ascending=False)
    if bought.empty:
        return t("Italy imported none of these products from Kazakhstan.")
    listed = [f"{good(str(r.good), t)} {words.percent(r.value, t)}" for r in bought.itertuples()]
    return t("Its share of Italy's imports: {bought}.", bought=", ".join(listed))


def _unwrought(year: int) -> pd.DataFrame:
    """Kazakhstan's share of Italy's unwrought titanium in that year, if known."""
    rows = analysis.share_of_outside(tables.load("trade"), "ITA", _TITANIUM)
    return rows[rows["year"].eq(year)]


def _titanium(year: int, t: Texts) -> str:
    rows = _unwrought(year)
    if rows.empty:
        return ""
    return t(
        "Titanium is not among them: {share} of Italy's unwrought titanium came from Kazakhstan "
        "(another data set, also from outside the EU).",
        share=t.percent(rows["share"].iloc[0]),
    )


def shares(state: State) -> pd.DataFrame:
    """Shares of imports in the latest of the years chosen."""
    return analysis.import_shares(tables.load("observations"), state.from_year, state.to_year)


_SHORT = {
    "beryllium": message("Beryllium"),
    "aluminium": message("Unwrought aluminium"),
    "rare_earth_compounds": message("Rare-earth mixtures"),
    "sulphur": message("Crude sulphur"),
}


def good(key: str, t: Texts) -> str:
    """Short name of a good."""
    return t(_SHORT[key]) if key in _SHORT else t.short(f"import_share_{key}_eu_pct")


def _pairs(rows: pd.DataFrame, t: Texts) -> Bars:
    buyers = [
        ("eu", "EUU", t("EU")),
        ("ita", "ITA", t("Italy")),
    ]
    return Bars(
        tuple(Category(g, good(g, t)) for g in dict.fromkeys(rows["good"])),
        tuple(
            Series(
                name,
                "",
                tuple(_share(r, name, t) for r in part.itertuples()),
                mark="bar",
                entity=entity,
            )
            for buyer, entity, name in buyers
            if len(part := rows[rows["buyer"].eq(buyer)])
        ),
        what=t("Product"),
        by=t("Buyer"),
        measure=t("Share"),
        arranged="beside",
    )


def _share(row: Any, buyer: str, t: Texts) -> Point:
    percent = words.percent(row.value, t)
    left_out = t("Not covered by the code"), t(LEFT_OUT[row.good][1])
    return Point(row.good, float(row.value), percent, f"{buyer} {percent}", details=(left_out,))
