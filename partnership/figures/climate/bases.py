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
from partnership.figures.climate.sectors import as_set, signed
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_ROW = 58
_AIR = 14
"""Mt beside the outermost dots."""
_NOW = "now"
_LOOKS: dict[str, tuple[str, str, Shape]] = {
    CONDITIONAL: (
        message("Target, conditional on international support"),
        palette.AMBER.light,
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
        drawn=Chart(_dots(rows, t), height),
        table=pd.concat([rows, stated.drop(columns="land_use")], ignore_index=True),
        source_ids=sources.ids(rows, stated),
        finding=_finding(rows, stated, t),
        note=sentences.joined(
            as_set(stated, t),
            t(
                "No row includes land use. The inventory's base year is derived from a rounded "
                "percentage; its other years are not in the tables. Different bases are never "
                "joined in one line."
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


def _dots(rows: pd.DataFrame, t: Texts) -> Dots:
    named = {
        (INVENTORY, False): t("National inventory"),
        (INVENTORY, True): t("Inventory before revision"),
        (EDGAR, False): t("EDGAR"),
    }
    shown = [what for what in _LOOKS if what in set(rows["what"])]
    groups = dict(list(rows.groupby(["base", "replaced"])))
    low, high = rows["value"].min() - _AIR, rows["value"].max() + _AIR
    return Dots(
        tuple(
            Lane(name, tuple(_dot(r, name, shown, t) for r in groups[key].itertuples()))
            for key, name in named.items()
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
    words = _level(row, t)
    details = (base, t(_LOOKS[row.what][0]), str(row.year), words)
    return Dot(row.value, shown.index(row.what), words, words, details=details)


def _level(row: Any, t: Texts) -> str:
    amount = amounts.amount(row.value, "Mt", t, 0)
    return t("{value} in {year}", value=amount, year=int(row.year)) if row.what == _NOW else amount
