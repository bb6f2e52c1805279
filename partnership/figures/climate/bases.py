"""The target for 2030 beside the level of 1990, on the EDGAR and the inventory basis."""

from __future__ import annotations

from typing import Any

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
from partnership.charts.forms import Chart, Dots
from partnership.charts.forms.dots import Along, Dot, Kind, Lane, Shape
from partnership.figures import shared
from partnership.figures.climate import words
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_ROW = 52
_AIR = 14
"""Mt beside the outermost dots."""
_NOW = "now"
_LOOKS: dict[str, tuple[str, str, Shape]] = {
    CONDITIONAL: (message("Conditional target"), palette.AMBER.light, "square"),
    UNCONDITIONAL: (message("Target"), marks.KAZAKHSTAN, "circle"),
    _NOW: (message("Latest year"), marks.INK, "diamond"),
    BASE_YEAR: (message("Base year"), marks.MUTED, "triangle-up"),
}
_BASES = {
    (INVENTORY, False): message("National inventory"),
    (INVENTORY, True): message("Inventory before revision"),
    (EDGAR, False): message("EDGAR"),
}


@register("climate.targets", sectors=("renewables",))
def targets(state: State) -> Figure:
    """The next target on each basis, with the level of the base year and the present one."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    known = climate_targets.by_base(seen)
    year = int(needed.rows(known, "observations", metric_id=climate_targets.TARGETS)["year"].min())
    rows = known[known["year"].eq(year) | known["what"].eq(BASE_YEAR)]
    total = climate.totals(seen, "KAZ")
    now = total[total["year"].eq(total["year"].max())]
    now = now.assign(base=EDGAR, what=_NOW, replaced=False, metric_id="ghg_total_mtco2e")
    rows = pd.concat([rows, now], ignore_index=True).drop(columns="index")
    stated = climate_targets.percentages(seen)
    height = _ROW * rows.groupby(["base", "replaced"]).ngroups + 60
    level = rows[~rows["replaced"]].drop_duplicates(["base", "what"])
    level = level.set_index(["base", "what"])["value"]
    return shared.from_rows(
        "climate.targets",
        t("Target for {year} by basis, excluding land use, Mt of CO₂ equivalent", year=year),
        Chart(_dots(rows, t), height),
        pd.concat([rows, stated.drop(columns="land_use")], ignore_index=True),
        "disagree",
        also=sources.ids(stated),
        headline=_headline(level, year, t),
        finding=_finding(rows, level, stated, t),
        note=sentences.joined(
            words.as_set(stated, t),
            t(
                "Conditional: on international support. No row includes land use. The inventory's "
                "base year is derived from a rounded percentage; its other years are not in the "
                "tables. Different bases are never joined in one line."
            ),
        ),
    )


def _headline(level: pd.Series, year: int, t: Texts) -> str:
    """The target on both bases."""
    if not {(EDGAR, UNCONDITIONAL), (INVENTORY, UNCONDITIONAL)} <= set(level.index):
        return ""
    return t(
        "{year} target: {edgar} by EDGAR, {official} by the national inventory",
        year=year,
        edgar=words.mt(t, level[EDGAR, UNCONDITIONAL]),
        official=words.mt(t, level[INVENTORY, UNCONDITIONAL]),
    )


def _finding(rows: pd.DataFrame, level: pd.Series, stated: pd.DataFrame, t: Texts) -> str:
    """The target as a change, and the one conditional on support on both bases."""
    change = words.changes(stated, land_use=False)
    wanted = {(EDGAR, CONDITIONAL), (INVENTORY, CONDITIONAL)}
    if not {UNCONDITIONAL, CONDITIONAL} <= set(change.index) or wanted - set(level.index):
        return ""
    return t(
        "That is {percent} against {base}. Conditional on international support it is {more}: "
        "{edgar} and {official}.",
        percent=words.signed(t, change[UNCONDITIONAL], 0),
        base=int(rows.loc[rows["what"].eq(BASE_YEAR), "year"].min()),
        more=words.signed(t, change[CONDITIONAL], 0),
        edgar=words.mt(t, level[EDGAR, CONDITIONAL]),
        official=words.mt(t, level[INVENTORY, CONDITIONAL]),
    )


def _dots(rows: pd.DataFrame, t: Texts) -> Dots:
    shown = [what for what in _LOOKS if what in set(rows["what"])]
    groups = dict(list(rows.groupby(["base", "replaced"])))
    low, high = rows["value"].min() - _AIR, rows["value"].max() + _AIR
    return Dots(
        tuple(
            Lane(t(name), tuple(_dot(r, t(name), shown, t) for r in groups[key].itertuples()))
            for key, name in _BASES.items()
            if key in groups
        ),
        tuple(
            Kind(t(_LOOKS[k][0]), *_LOOKS[k][1:], "under" if k == _NOW else "over") for k in shown
        ),
        Along(float(low), float(high)),
        details=(t("Basis"), t("Level"), t("Year"), t("Greenhouse gases")),
        step=_ROW,
        largest=9,
        legend=True,
    )


def _dot(row: Any, base: str, shown: list[str], t: Texts) -> Dot:
    amount, label = words.mt(t, row.value), t.number(row.value, 0)
    if row.what == _NOW:
        amount, label = (
            t("{value} in {year}", value=v, year=int(row.year)) for v in (amount, label)
        )
    details = (base, t(_LOOKS[row.what][0]), str(row.year), amount)
    return Dot(row.value, shown.index(row.what), amount, label, details=details)
