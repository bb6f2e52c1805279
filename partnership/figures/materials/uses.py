"""Materials that batteries, vehicles, defence and electronics need, and Kazakhstan's share."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import minerals as analysis
from partnership.analysis import minerals_trade as bought
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.materials import words
from partnership.figures.materials.eu_imports import millions
from partnership.language import codes, readable, texts
from partnership.language.readable import Cell, Column
from partnership.language.texts import Texts, message
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_MILLIONS = {"usd": message("m USD"), "eur": message("m EUR")}


@register("minerals.uses", sectors=("minerals",), uses=("currency",))
def uses(state: State) -> Figure:
    """Materials by use, with Kazakhstan's share of world output and what the EU imports of them."""
    t = texts.in_language(state.lang)
    long = analysis.needed(tables.load("materials"))
    if long.empty:
        raise needed.missing("materials", used_in=tuple(codes.MATERIAL_USE))
    long = long.assign(place=long["use"].map(list(codes.MATERIAL_USE).index)).sort_values(
        ["place", "kazakhstan_world_share_pct"], ascending=[True, False], ignore_index=True
    )
    sold = bought.sold(tables.load("trade"), state.currency)
    rows = long.merge(sold, how="left", on="material_id")
    each = rows.drop_duplicates("material_id")
    year = str(int(sold["eu_year"].iloc[0])) if len(sold) else ""
    columns = [
        Column("material", message("Material")),
        Column("uses", message("Used in")),
        Column("kazakhstan_world", message("Kazakhstan, share of world output"), "right"),
        Column("eu_imports", message("EU imports"), "right", _MILLIONS[state.currency]),
    ]
    return Figure(
        id="minerals.uses",
        title=t("Materials by use, and EU imports of them from Kazakhstan, {year}", year=year)
        if year
        else t("Materials by use, and Kazakhstan's share of world output"),
        drawn=readable.table(
            columns if year else columns[:-1], (_row(r, year, t) for r in each.itertuples()), t
        ),
        table=rows.drop(columns="place"),
        source_ids=tuple(dict.fromkeys([*words.origins(each), *_customs(sold)])),
        alt=t("Table of {count} materials with their uses.", count=len(each)),
        headline=_batteries(each, t),
        finding=_finding(each, t),
        note=sentences.joined(
            t(
                "Uses are those of the code groups in the EU's import data, and for vehicles "
                "those named by the article; they are not complete."
            ),
            words.basis(each, t),
            t(
                "EU imports: the material's ore, metal or compounds from Kazakhstan under the "
                "codes read. For tantalum see the import shares."
            )
            if year
            else "",
        ),
        badges=shared.badges(rows, "incomplete"),
    )


def _customs(sold: pd.DataFrame) -> tuple[str, ...]:
    """Source of the imports, where there are any."""
    return () if sold.empty else ("comext_critical_2024",)


def _row(row: Any, year: str, t: Texts) -> readable.Row:
    """A material; a cell without a number says why."""
    cells: dict[str, str] = {
        "material": t.short(str(row.material_id)),
        "uses": words.uses(row.used_in, t),
        "kazakhstan_world": Cell(
            words.share(row, t) or t("not known"), row.kazakhstan_world_share_pct
        ),
    }
    if year:
        amount = t("none listed") if pd.isna(row.eu_value) else millions(row.eu_value, t)
        cells["eu_imports"] = Cell(amount, row.eu_value)
    return cells


def _mined(rows: pd.DataFrame) -> pd.DataFrame:
    """Materials of which Kazakhstan has a share of world output."""
    return rows[rows["kazakhstan_world_share_pct"].gt(0)]


def _batteries(each: pd.DataFrame, t: Texts) -> str:
    """Which of the materials for batteries Kazakhstan produces."""
    battery = each[each["used_in"].str.contains("batteries")]
    if battery.empty:
        return ""
    has = _mined(battery)
    return t(
        "Kazakhstan produces {has} of {count} materials for batteries: {which}",
        has=len(has),
        count=len(battery),
        which=sentences.within(words.named(has, t)) or t("none"),
    )


def _finding(each: pd.DataFrame, t: Texts) -> str:
    """Which of all materials with a use Kazakhstan has a share of."""
    has = _mined(each)
    if has.empty:
        return ""
    return t(
        "Of {count} materials with a use named it has a share of world output in {has}: {names}.",
        count=len(each),
        has=len(has),
        names=words.named(has, t),
    )
