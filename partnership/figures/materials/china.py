"""The EU's critical materials: China's share of each and Kazakhstan's."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import minerals as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Dots
from partnership.charts.forms.dots import Along, Dot, Kind, Lane
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.materials import words
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_ROW = 22


def listed_rows() -> pd.DataFrame:
    """The materials on the EU list, those that Kazakhstan mines first.

    Raises `TableError` where there are none.
    """
    listed = needed.rows(tables.load("materials"), "materials", eu_critical=True)
    return analysis.eu_list(listed, tables.load("observations"))


@register("minerals.china", sectors=("minerals",))
def china(state: State) -> Figure:
    """China's and Kazakhstan's share of each critical material of the EU."""
    t = texts.in_language(state.lang)
    rows = listed_rows()
    ores, metals = words.has(rows, "mine_output"), words.has(rows, "metal_output")
    both = pd.concat([metals, ores])
    both = both[both["china_share_of_eu_supply_pct"].notna()]
    years = lines.years(rows["kazakhstan_period"].dropna().astype(int))
    drawn = rows[rows["kazakhstan_world_share_pct"].gt(0)]
    height = _ROW * len(drawn) + 50
    if drawn.empty:
        raise needed.missing("materials", kazakhstan_basis=("mine_output", "metal_output"))
    return Figure(
        id="minerals.china",
        title=t(
            "The EU's critical materials: shares of world output and EU supply, {years}",
            years=years,
        ),
        drawn=Chart(_dots(drawn, t), height),
        table=rows.drop(columns="used_in"),
        source_ids=words.origins(rows),
        headline=_production(rows, ores, metals, t),
        finding=sentences.joined(_metals(metals, t), _both(both, t)),
        note=sentences.joined(
            t("* strategic."),
            words.basis(rows, t),
            words.china_supply(rows, t),
            _not_drawn(rows[~rows.index.isin(drawn.index)], t),
        ),
        badges=shared.badges(rows, "incomplete"),
        height=height,
    )


def _production(rows: pd.DataFrame, ores: pd.DataFrame, metals: pd.DataFrame, t: Texts) -> str:
    """How many of the materials Kazakhstan mines, and of how many it produces the metal."""
    counts = {"mined": len(ores), "total": len(rows)}
    if metals.empty:
        return t("Kazakhstan mines {mined} of the EU's {total} critical materials", **counts)
    return t(
        "Kazakhstan mines {mined} of the EU's {total} critical materials, makes {more} more",
        **counts,
        more=len(metals),
    )


def _metals(rows: pd.DataFrame, t: Texts) -> str:
    return t("Metal it produces: {names}.", names=words.named(rows, t)) if len(rows) else ""


def _both(rows: pd.DataFrame, t: Texts) -> str:
    """China's share of EU supply beside Kazakhstan's of world output, where both are known."""
    comparisons = [
        t(
            "{material}: China provides {china} of EU supply, Kazakhstan has {share} of world "
            "output",
            material=t.short(str(r.material_id)),
            china=t.percent(r.china_share_of_eu_supply_pct, 0),
            share=t.percent(r.kazakhstan_world_share_pct),
        )
        for r in rows.itertuples()
    ]
    return t("{sentence}.", sentence="; ".join(comparisons)) if comparisons else ""


def _not_drawn(rows: pd.DataFrame, t: Texts) -> str:
    if rows.empty:
        return ""
    names = words.named(rows, t)
    return t("In the table only, as Kazakhstan has no share: {names}.", names=names)


def _material(row: Any, t: Texts) -> str:
    name = t.short(str(row.material_id))
    return f"{name} *" if pd.notna(row.strategic_entry) else name


_SHARES = (
    "kazakhstan_world_share_pct",
    "china_world_share_pct",
    "china_share_of_eu_supply_pct",
)


def _dots(rows: pd.DataFrame, t: Texts) -> Dots:
    return Dots(
        tuple(_lane(r, t) for r in rows.itertuples()),
        (
            Kind(t("Kazakhstan, world output"), "", entity="KAZ"),
            Kind(t("China, world output"), "", "square", entity="CHN"),
            Kind(t("China, EU supply"), marks.INK, "diamond"),
        ),
        Along(-2, 108, tuple((at, t.number(at)) for at in (0, 25, 50, 75, 100)), on_top=True),
        details=(t("Material"), t("Percent")),
        step=_ROW,
        legend=True,
    )


def _lane(row: Any, t: Texts) -> Lane:
    name = _material(row, t)
    known = ((kind, getattr(row, share)) for kind, share in enumerate(_SHARES))
    return Lane(
        name,
        tuple(
            Dot(value, kind, t.percent(value), details=(name, t.percent(value)))
            for kind, value in known
            if pd.notna(value) and value > 0
        ),
    )
