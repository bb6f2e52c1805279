"""The EU's critical materials: China's share of each and Kazakhstan's."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import minerals as analysis
from partnership.charts import lines, marks
from partnership.charts.marks import names
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.materials import words
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

CHINA = palette.HOLDERS[4].light
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
    shares = ["kazakhstan_world_share_pct", "china_world_share_pct"]
    drawn = rows[rows[[*shares, "china_share_of_eu_supply_pct"]].notna().any(axis=1)]
    height = _ROW * len(drawn) + 50
    if drawn.empty:
        raise needed.missing("materials", kazakhstan_basis=("mine_output", "metal_output"))
    return Figure(
        id="minerals.china",
        title=t(
            "China and Kazakhstan in the EU's critical materials, {years}, percent", years=years
        )
        if years
        else t("China and Kazakhstan in the EU's critical materials, percent"),
        drawn=marks.finish(_dots(drawn, t), height),
        table=rows.drop(columns="used_in"),
        source_ids=words.origins(rows),
        alt=t(
            "A row a material: Kazakhstan's share of world output, China's share of it, and "
            "China's share of EU supply where published."
        ),
        finding=sentences.joined(_production(rows, ores, metals, t), _both(both, t)),
        note=sentences.joined(
            t(
                "* strategic. No dot for Kazakhstan: not among the producers listed. Rare earths "
                "are a single figure for world output."
            ),
            words.basis(rows, t),
            words.china_supply(rows, t),
            _not_drawn(rows[~rows.index.isin(drawn.index)], t),
        ),
        badges=shared.badges(rows, "incomplete"),
        height=height,
    )


def _production(rows: pd.DataFrame, ores: pd.DataFrame, metals: pd.DataFrame, t: Texts) -> str:
    """How many of the materials Kazakhstan mines, and of which it produces the metal."""
    if metals.empty:
        return t(
            "Kazakhstan mines {mined} of the {total} materials on the list.",
            mined=len(ores),
            total=len(rows),
        )
    return t(
        "Kazakhstan mines {mined} of the {total} materials on the list and produces the metal of "
        "{produced} more: {names}.",
        mined=len(ores),
        total=len(rows),
        produced=len(metals),
        names=words.named(metals, t),
    )


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
    return t("Not drawn, no data: {missing}.", missing=words.named(rows, t))


def _material(row: Any, t: Texts) -> str:
    name = t.short(str(row.material_id))
    return f"{name} *" if pd.notna(row.strategic_entry) else name


def _dots(rows: pd.DataFrame, t: Texts) -> Any:
    what = [_material(r, t) for r in rows.itertuples()]
    kinds = {
        "kazakhstan_world_share_pct": (
            t("Kazakhstan, share of world output"),
            "circle",
            marks.KAZAKHSTAN,
        ),
        "china_world_share_pct": (t("China, share of world output"), "square", CHINA),
        "china_share_of_eu_supply_pct": (t("China, share of EU supply"), "diamond", marks.INK),
    }
    parts = [
        pd.DataFrame(
            {
                "what": what,
                "share": rows[column].to_numpy(),
                "kind": kind,
                "label": [t.percent(v) if pd.notna(v) else "" for v in rows[column]],
            }
        )
        for column, (kind, _, _) in kinds.items()
    ]
    data = pd.concat(parts, ignore_index=True).dropna(subset="share")
    data = data[data["share"].gt(0)]
    shown = [k for k, _, _ in kinds.values()]
    legend = alt.Legend(title=None, orient="top", columns=1, labelFontSize=12, labelLimit=260)
    y = alt.Y("what:N", sort=what, title=None, axis=names(130))
    x = alt.X(
        "share:Q",
        title=None,
        scale=alt.Scale(domain=[-2, 108], nice=False),
        axis=alt.Axis(values=[0, 25, 50, 75, 100], gridDash=[1, 3], orient="top"),
    )
    base = alt.Chart(marks.rows(data)).encode(y=y, x=x)
    lanes = base.mark_rule(color=marks.FAINT).encode(x=alt.X("min(share):Q"), x2="max(share):Q")
    points = base.mark_point(filled=True, size=72, opacity=1).encode(
        color=alt.Color(
            "kind:N",
            scale=alt.Scale(domain=shown, range=[c for _, _, c in kinds.values()]),
            legend=legend,
        ),
        shape=alt.Shape(
            "kind:N",
            scale=alt.Scale(domain=shown, range=[s for _, s, _ in kinds.values()]),
            legend=legend,
        ),
        tooltip=[
            alt.Tooltip("what:N", title=t("Material")),
            alt.Tooltip("kind:N", title=t("Share")),
            alt.Tooltip("label:N", title=t("Percent")),
        ],
    )
    return alt.layer(lanes, points)
