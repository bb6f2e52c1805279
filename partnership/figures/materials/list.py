"""The EU's critical and strategic materials as a table."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.materials import words
from partnership.figures.materials.china import listed_rows
from partnership.language import readable, texts
from partnership.language.readable import Cell, Column
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import sentences

_COLUMNS = (
    Column("material", message("Material")),
    Column("list", message("List")),
    Column("china_eu", message("China, EU supply"), "right"),
    Column("china_world", message("China, world output"), "right"),
    Column("kazakhstan_world", message("Kazakhstan, world output"), "right"),
    Column("uses", message("Used in")),
)


@register("minerals.list", sectors=("minerals",))
def listed(state: State) -> Figure:
    """The whole list as a table: critical, strategic, China's share, Kazakhstan's share, use."""
    t = texts.in_language(state.lang)
    rows = listed_rows()
    shown = tuple(
        {
            "material": t.name(str(r.material_id)),
            "list": t("critical") if pd.isna(r.strategic_entry) else t("critical and strategic"),
            "china_eu": _share(r.china_share_of_eu_supply_pct, t, 0),
            "china_world": _share(r.china_world_share_pct, t),
            "kazakhstan_world": Cell(_ranked(r, t) or t("not known"), r.kazakhstan_world_share_pct),
            "uses": words.uses(r.used_in, t),
        }
        for r in rows.itertuples()
    )
    act = sources.by_ids(rows["source_id"])[0]
    return Figure(
        id="minerals.list",
        title=t(
            "The EU's critical and strategic raw materials under the Regulation of {year}",
            year=act.published[:4],
        ),
        drawn=readable.table(_COLUMNS, shown, t),
        table=rows,
        source_ids=words.origins(rows),
        alt=t("Table of {count} materials.", count=len(rows)),
        finding=t(
            "{total} materials are critical, {strategic} entries are strategic; for {known} "
            "China's share of EU supply is published on the pages read.",
            total=len(rows),
            strategic=rows["strategic_entry"].nunique(),
            known=int(rows["china_share_of_eu_supply_pct"].notna().sum()),
        ),
        note=sentences.joined(
            _shared(rows, t),
            words.basis(rows, t),
            t(
                "Shares in percent. Not listed: not among the producers in the table, which does "
                "not mean zero."
            ),
        ),
        badges=shared.badges(rows, "incomplete"),
    )


def _shared(rows: pd.DataFrame, t: Texts) -> str:
    """Which materials are one entry of the strategic list; nothing where none share one."""
    one = rows[rows["strategic_entry"].notna() & rows["strategic_entry"].duplicated(keep=False)]
    if one.empty:
        return ""
    return t("{names} form one strategic entry: those for magnets.", names=words.named(one, t))


def _share(value: float, t: Texts, digits: int = 1) -> Cell:
    return Cell(t.percent(value, digits) if pd.notna(value) else t("not known"), value)


def _ranked(row: Any, t: Texts) -> str:
    """Kazakhstan's share with its rank, where one is known."""
    share = words.share(row, t)
    if pd.isna(row.kazakhstan_world_rank):
        return share
    return t("{share} · No. {rank}", share=share, rank=int(row.kazakhstan_world_rank))
