"""The EU's critical and strategic materials as a table."""

from __future__ import annotations

import pandas as pd

from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.materials import words
from partnership.figures.materials.china import listed_rows
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import sentences
from partnership.wording.cells import Cell

USES = {
    "batteries": message("Batteries"),
    "vehicles": message("Vehicles"),
    "defence": message("Defence"),
    "electronics": message("Electronics"),
}
"""What `used_in` of the materials names, in words."""


@register("minerals.list", sectors=("minerals",))
def listed(state: State) -> Figure:
    """The whole list as a table: critical, strategic, China's share, Kazakhstan's share, use."""
    t = texts.of(state.lang)
    rows = listed_rows()
    shown = tuple(
        {
            t("Material"): t.name(str(r.material_id)),
            t("List"): t("critical") if pd.isna(r.strategic_entry) else t("critical and strategic"),
            t("China, share of EU supply"): _share(r.china_share_of_eu_supply_pct, t, 0),
            t("China, share of world output"): _share(r.china_world_share_pct, t),
            t("Kazakhstan, share of world output"): Cell(
                words.share(r, t), r.kazakhstan_world_share_pct
            ),
            t("Kazakhstan's rank"): Cell(
                str(int(r.kazakhstan_world_rank)) if pd.notna(r.kazakhstan_world_rank) else "",
                r.kazakhstan_world_rank,
            ),
            t("Used in"): _needed(r.used_in, t),
        }
        for r in rows.itertuples()
    )
    act = sources.of(rows["source_id"])[0]
    return Figure(
        id="minerals.list",
        title=t(
            "The EU's critical and strategic raw materials under the Regulation of {year}",
            year=act.published[:4],
        ),
        drawn=Listing("table", shown),
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
                "Not listed: not among the producers in the table, which does not mean zero; an "
                "empty cell means unknown. Chromium, mentioned by the article, is not on the "
                "list; manganese is, and as strategic."
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
    return Cell(t.percent(value, digits) if pd.notna(value) else "", value)


def _needed(uses: object, t: Texts) -> str:
    return "" if pd.isna(uses) else ", ".join(t(USES[u]) for u in str(uses).split(";"))
