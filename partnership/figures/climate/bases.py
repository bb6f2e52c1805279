"""The target for 2030 beside the level of 1990, on the EDGAR and the inventory basis."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import climate, climate_targets
from partnership.analysis.climate_targets import (
    BASE_YEAR,
    CONDITIONAL,
    EDGAR,
    INVENTORY,
    UNCONDITIONAL,
)
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.climate.sectors import as_set, signed
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_ROW = 58
_COLUMNS = alt.ExprRef("width > 620 ? 4 : 2")
_NOW = "now"
_LOOKS = {
    CONDITIONAL: (
        message("Target, conditional on international support"),
        palette.HOLDERS[2].light,
        "square",
    ),
    UNCONDITIONAL: (message("Target, unconditional"), marks.KAZAKHSTAN, "circle"),
    _NOW: (message("Latest year"), marks.INK, "diamond"),
    BASE_YEAR: (message("Base year"), marks.MUTED, "triangle-up"),
}


@register("climate.targets", sectors=("renewables",))
def targets(state: State) -> Figure:
    """The next target on each basis, with the level of the base year."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    known = climate_targets.by_base(seen)
    target_rows = needed.rows(known, "observations", metric_id=climate_targets.TARGETS)
    year = int(target_rows["year"].min())
    rows = known[known["year"].eq(year) | known["what"].eq(BASE_YEAR)]
    total = climate.totals(seen, "KAZ")
    now = total[total["year"].eq(total["year"].max())]
    now = now.assign(base=EDGAR, what=_NOW, replaced=False, metric_id="ghg_total_mtco2e")
    rows = pd.concat([rows, now], ignore_index=True).drop(columns="index")
    stated = climate_targets.percentages(seen)
    height = _ROW * rows.groupby(["base", "replaced"]).ngroups + 60
    return Figure(
        id="climate.targets",
        title=t(
            "Kazakhstan's greenhouse gas target for {year} by emissions basis, Mt of CO₂ "
            "equivalent excluding land use",
            year=year,
        ),
        drawn=marks.finish(_dots(rows, t), height),
        table=pd.concat([rows, stated.drop(columns="land_use")], ignore_index=True),
        source_ids=sources.ids(rows, stated),
        alt=t(
            "A row a basis: level in the base year, target, and target conditional on "
            "support, as dots."
        ),
        finding=_finding(rows, stated, t),
        note=sentences.joined(
            as_set(stated, t),
            t(
                "No row includes land use: levels and percentages excluding it are the Climate "
                "Action Tracker's for the inventory, and the same percentages of EDGAR's base "
                "year for EDGAR, an approximation. The inventory's base year is derived from a "
                "rounded percentage; its other years are not in the tables. Different bases are "
                "never joined in one line."
            ),
        ),
        badges=shared.badges(rows, "disagree"),
        height=height,
    )


def _finding(rows: pd.DataFrame, stated: pd.DataFrame, t: Texts) -> str:
    level = (
        rows[~rows["replaced"]]
        .drop_duplicates(["base", "what"])
        .set_index(["base", "what"])["value"]
    )
    change = stated[~stated["land_use"]].drop_duplicates("what").set_index("what")["value"]
    wanted = [(base, what) for base in (INVENTORY, EDGAR) for what in (UNCONDITIONAL, CONDITIONAL)]
    if not {UNCONDITIONAL, CONDITIONAL} <= set(change.index) or set(wanted) - set(level.index):
        return ""
    return t(
        "Excluding land use the target is {percent} against {base_year}: {official} Mt on the "
        "national inventory basis and {edgar} Mt on the EDGAR basis; conditional on international "
        "support, {more}: {helped} and {edgar_helped} Mt.",
        percent=signed(t, change[UNCONDITIONAL], 0),
        base_year=int(rows.loc[rows["what"].eq(BASE_YEAR), "year"].min()),
        official=t.number(level[INVENTORY, UNCONDITIONAL]),
        edgar=t.number(level[EDGAR, UNCONDITIONAL]),
        more=signed(t, change[CONDITIONAL], 0),
        helped=t.number(level[INVENTORY, CONDITIONAL]),
        edgar_helped=t.number(level[EDGAR, CONDITIONAL]),
    )


def _dots(rows: pd.DataFrame, t: Texts) -> Any:
    named = {
        (INVENTORY, False): t("National inventory"),
        (INVENTORY, True): t("Inventory before revision"),
        (EDGAR, False): t("EDGAR"),
    }
    kinds = {k: t(w) for k, (w, _, _) in _LOOKS.items()}
    data = pd.DataFrame(
        {
            "base": [named[b, r] for b, r in zip(rows["base"], rows["replaced"], strict=True)],
            "at": rows["value"],
            "kind": rows["what"].map(kinds),
            "words": [_level(r, t) for r in rows.itertuples()],
            "year": rows["year"],
            "under": rows["what"].isin([_NOW]),
        }
    )
    look = [v for k, v in _LOOKS.items() if k in set(rows["what"])]
    domain = [t(w) for w, _, _ in look]
    legend = alt.Legend(
        title=None, orient="top", columns=_COLUMNS, labelFontSize=12, labelLimit=260
    )
    y = alt.Y(
        "base:N",
        sort=[v for v in named.values() if v in set(data["base"])],
        title=None,
        axis=alt.Axis(domain=False, ticks=False, labelFontSize=12, labelLimit=170),
    )
    low, high = float(data["at"].min()), float(data["at"].max())
    scale = alt.Scale(domain=[low - 14, high + 14], nice=False)
    axis = alt.Axis(gridDash=[1, 3], orient="bottom", tickCount=6)
    x = alt.X("at:Q", title=None, scale=scale, axis=axis)
    base = alt.Chart(marks.rows(data)).encode(x=x, y=y)
    lanes = base.mark_rule(color=marks.FAINT).encode(
        x=alt.X("min(at):Q", scale=scale), x2="max(at):Q"
    )
    points = base.mark_point(filled=True, size=110, opacity=1).encode(
        color=alt.Color(
            "kind:N", scale=alt.Scale(domain=domain, range=[c for _, c, _ in look]), legend=legend
        ),
        shape=alt.Shape(
            "kind:N", scale=alt.Scale(domain=domain, range=[s for _, _, s in look]), legend=legend
        ),
        tooltip=[
            alt.Tooltip("base:N", title=t("Basis")),
            alt.Tooltip("kind:N", title=t("Level")),
            alt.Tooltip("year:Q", title=t("Year"), format="d"),
            alt.Tooltip("words:N", title=t("Greenhouse gases")),
        ],
    )
    labels = [
        base.transform_filter(alt.datum.under == under)
        .mark_text(**marks.text(dy=dy))
        .encode(text="words:N")
        for under, dy in ((False, -16), (True, 18))
    ]
    return alt.layer(lanes, points, *labels)


def _level(row: Any, t: Texts) -> str:
    amount = amounts.amount(row.value, "Mt", t, 0)
    return t("{value} in {year}", value=amount, year=int(row.year)) if row.what == _NOW else amount
