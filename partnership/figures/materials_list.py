"""The EU's critical and strategic materials as a table."""

from __future__ import annotations

import pandas as pd

from partnership import texts
from partnership.figures import marks
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.materials import listed_rows, origins
from partnership.state import State
from partnership.texts import Texts, message

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
            t("List"): t("critical and strategic") if r.eu_strategic else t("critical"),
            t("China, of EU supply"): _share(r.china_share_of_eu_supply_pct, t, 0),
            t("China, of world output"): _share(r.china_world_share_pct, t),
            t("Kazakhstan, of world output"): mined(r.kazakhstan_world_share_pct, t),
            t("Kazakhstan's place"): (
                str(int(r.kazakhstan_world_rank)) if pd.notna(r.kazakhstan_world_rank) else ""
            ),
            t("Needed for"): _needed(r.used_in, t),
        }
        for r in rows.itertuples()
    )
    strategic = int(rows["eu_strategic"].sum())
    return Figure(
        id="minerals.list",
        title=t("The EU's critical and strategic raw materials, list of 2023"),
        drawn=Listing("table", shown),
        table=rows,
        source_ids=origins(rows),
        alt=t("Table of {count} materials.", count=len(rows)),
        finding=t(
            "{total} materials are critical, {strategic} of them strategic; for {known} China's "
            "share of EU supply is published on the pages read.",
            total=len(rows),
            strategic=strategic,
            known=int(rows["china_share_of_eu_supply_pct"].notna().sum()),
        ),
        note=t(
            "Chromium, of which the article speaks, is not on the list; manganese is, and "
            "as strategic. An empty cell is not known, not zero."
        ),
        badges=marks.badges(rows, "incomplete"),
    )


def _share(value: float, t: Texts, digits: int = 1) -> str:
    return t.percent(value, digits) if pd.notna(value) else ""


def mined(value: float, t: Texts) -> str:
    """A share of output in words: none for zero, nothing for what is not known."""
    return t("none") if value == 0 else _share(value, t, 2)


def _needed(uses: object, t: Texts) -> str:
    return "" if pd.isna(uses) else ", ".join(t(USES[u]) for u in str(uses).split(";"))
