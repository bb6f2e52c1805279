"""Kazakhstan's greenhouse gas emissions by sector, and the path to its next target."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from partnership import palette, tables
from partnership.analysis import climate as analysis
from partnership.analysis import climate_targets
from partnership.analysis.climate_targets import CONDITIONAL, UNCONDITIONAL
from partnership.charts import marks
from partnership.charts.forms import Chart, Columns, Point, Series, Unit
from partnership.figures import shared, yearly
from partnership.figures.climate import words
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_HEIGHT = 380
_GROUP = {
    "domestic_aviation": "transport",
    "domestic_shipping": "transport",
    "waste": "other",
    "indirect": "other",
    "offshore": "other",
}
_PARTS: dict[str, tuple[str, str]] = {
    "energy": (palette.SLATE.light, message("Energy")),
    "industry": (palette.BROWN.light, message("Industry")),
    "buildings": (palette.AMBER.light, message("Buildings")),
    "transport": (palette.SKY.light, message("Transport")),
    "agriculture": (palette.SAGE.light, message("Agriculture")),
    "other": (palette.OTHERS.light, message("Other")),
}
_BASE = analysis.BASE_YEAR
_NEUTRAL = "carbon_neutrality_year"
_ABOVE = message("Kazakhstan emitted {now} in {year}, {gap} above its {target} target")
_BELOW = message("Kazakhstan emitted {now} in {year}, {gap} below its {target} target")
_KEEP = ["entity_id", "part", "year", "value", "unit", "source_id", "status", "note"]


@register("climate.sectors", sectors=("renewables",))
def sectors(state: State) -> Figure:
    """Greenhouse gas emissions by sector since 1990, and the path to the next target."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows, targets = analysis.by_sector(seen, "KAZ"), words.on_edgar(seen)
    if not rows["year"].eq(_BASE).any():
        raise needed.missing("observations", entity_id="KAZ", period=str(_BASE))
    if targets.empty:
        raise needed.missing("observations", metric_id=climate_targets.EDGAR_TARGET)
    conditional = words.on_edgar(seen, CONDITIONAL)
    stated = climate_targets.percentages(seen)
    neutral = analysis.yearly(seen, (_NEUTRAL,), ("KAZ",))
    ahead = pd.concat([targets, conditional, words.on_inventory(seen), stated, neutral])
    table = pd.concat([rows, ahead.assign(part=ahead["metric_id"])[_KEEP]], ignore_index=True)
    total = rows.groupby("year")["value"].sum()
    title = t(
        "Greenhouse gas emissions of Kazakhstan by sector, EDGAR, excluding land use, Mt of CO₂ "
        "equivalent"
    )
    return shared.from_rows(
        "climate.sectors",
        yearly.titled(title, rows["year"], t),
        Chart(_columns(rows, total, targets.head(1), conditional, t), _HEIGHT),
        table,
        headline=_headline(total, targets, t),
        finding=_finding(total, targets, stated, t),
        note=sentences.joined(
            words.as_set(stated, t),
            words.official(seen, t),
            t("All years since the base year are shown, whichever years are selected."),
        ),
    )


def _headline(total: pd.Series, targets: pd.DataFrame, t: Texts) -> str:
    """The last year beside the next target."""
    year, target = int(total.index.max()), targets.iloc[0]
    gap = total[year] - target["value"]
    return t(
        _ABOVE if gap > 0 else _BELOW,
        now=words.mt(t, total[year]),
        year=year,
        gap=words.mt(t, abs(gap)),
        target=int(target["year"]),
    )


def _finding(total: pd.Series, targets: pd.DataFrame, stated: pd.DataFrame, t: Texts) -> str:
    """The change since the base year, and each target with its level."""
    change = words.changes(stated, land_use=False)
    if UNCONDITIONAL not in change or total[_BASE] <= 0:
        return ""
    levels = [f"{words.mt(t, r.value)} ({int(r.year)})" for r in targets.itertuples()]
    return t(
        "That is {change} against {base}. The target of {reduction} excluding land use and carbon "
        "neutrality would be, on this basis: {levels}.",
        change=words.signed(t, (total.iloc[-1] / total[_BASE] - 1) * 100),
        base=_BASE,
        reduction=words.signed(t, change[UNCONDITIONAL], 0),
        levels=", ".join(levels),
    )


def _columns(
    rows: pd.DataFrame,
    total: pd.Series,
    target: pd.DataFrame,
    conditional: pd.DataFrame,
    t: Texts,
) -> Columns:
    """Emissions by sector; the path from the last year to the target, and the base year's level.

    The target conditional on support from abroad is a point that no line leads to.
    """
    data = rows.assign(part=rows["part"].replace(_GROUP))
    data = data.groupby(["part", "year"], as_index=False)["value"].sum()
    by_part = dict(list(data.groupby("part")))
    words_of = yearly.reader("Mt", t, 1)
    last, base = int(total.index[-1]), float(total[_BASE])
    level = t("{year} level: {value}", year=_BASE, value=words.mt(t, base))
    aims = [(int(r.year), float(r.value), t("Target")) for r in target.itertuples()]
    helped = [(int(r.year), float(r.value), t("Conditional")) for r in conditional.itertuples()]
    ends = (_BASE, aims[-1][0])
    parts = (
        Series(t(name), colour, yearly.points(by_part[key], words_of), "bar", entity=key)
        for key, (colour, name) in _PARTS.items()
        if key in by_part
    )
    steps = tuple(Point(y, base, label=level * (y != _BASE)) for y in ends)
    path = _planned([(last, float(total[last]), ""), *aims], t)
    return Columns(
        (
            *parts,
            Series(level, marks.SOFT, steps, "steps", muted=True),
            Series(t("Target"), marks.KAZAKHSTAN, path, entity="KAZ"),
            Series(t("Conditional"), marks.KAZAKHSTAN, _planned(helped, t), entity="KAZ"),
        ),
        t("Year"),
        Unit(t("Mt")),
        totals=yearly.points(total.reset_index(), words_of),
        total=t("Total"),
    )


def _planned(stops: Iterable[tuple[int, float, str]], t: Texts) -> tuple[Point, ...]:
    """Levels that are planned; where a path begins without a name, it has no words."""
    return tuple(
        Point(
            year,
            value,
            words.mt(t, value) if name else "",
            f"{name} {t.number(value)}" if name else "",
            "planned",
        )
        for year, value, name in stops
    )
