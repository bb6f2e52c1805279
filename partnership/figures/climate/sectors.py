"""Kazakhstan's greenhouse gas emissions by sector, and the path to its targets."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis import climate as analysis
from partnership.analysis import climate_targets
from partnership.analysis.climate_targets import CONDITIONAL, UNCONDITIONAL
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Columns, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
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


def on_edgar(seen: pd.DataFrame, what: str = UNCONDITIONAL) -> pd.DataFrame:
    """Targets on the EDGAR basis, on which these figures are drawn."""
    return climate_targets.targets(seen, climate_targets.EDGAR, what)


def on_inventory(seen: pd.DataFrame) -> pd.DataFrame:
    """The same target on the inventory basis, which is not drawn here."""
    return climate_targets.targets(seen, climate_targets.INVENTORY, UNCONDITIONAL)


def official(seen: pd.DataFrame, t: Texts) -> str:
    """A sentence on the target on the inventory basis; empty where it is not known."""
    known = on_inventory(seen)
    if known.empty:
        return ""
    row = known.iloc[0]
    return t(
        "On the national inventory basis, excluding land use, the {year} target is {value} Mt.",
        year=int(row["year"]),
        value=t.number(row["value"]),
    )


def as_set(stated: pd.DataFrame, t: Texts) -> str:
    """A sentence on the targets as they were set; `stated` as from `percentages`.

    Empty where one of them is not known.
    """
    rows = stated[stated["land_use"]].drop_duplicates("what").set_index("what")
    if not {UNCONDITIONAL, CONDITIONAL} <= set(rows.index):
        return ""
    return t(
        "As set, including land use, the {year} target is {percent} against {base}, and {more} "
        "conditional on international support.",
        year=int(rows["year"].min()),
        percent=signed(t, rows.loc[UNCONDITIONAL, "value"], 0),
        base=_BASE,
        more=signed(t, rows.loc[CONDITIONAL, "value"], 0),
    )


@register("climate.sectors", sectors=("renewables",))
def sectors(state: State) -> Figure:
    """Greenhouse gas emissions by sector since 1990, and the path to the targets."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows, targets = analysis.by_sector(seen, "KAZ"), on_edgar(seen)
    if not rows["year"].eq(_BASE).any():
        raise needed.missing("observations", entity_id="KAZ", period=str(_BASE))
    if targets.empty:
        raise needed.missing("observations", metric_id=climate_targets.EDGAR_TARGET)
    conditional = on_edgar(seen, CONDITIONAL)
    stated = climate_targets.percentages(seen)
    neutral = analysis.yearly(seen, (_NEUTRAL,), ("KAZ",))
    keep = ["entity_id", "part", "year", "value", "unit", "source_id", "status", "note"]
    target_rows = pd.concat(
        [targets, conditional, on_inventory(seen), stated, neutral], ignore_index=True
    )
    target_rows = target_rows.assign(part=target_rows["metric_id"])
    table = pd.concat([rows, target_rows[keep]], ignore_index=True)
    return Figure(
        id="climate.sectors",
        title=t(
            "Greenhouse gas emissions of Kazakhstan by sector, {years}, and the targets for "
            "{targets} on the EDGAR basis, Mt of CO₂ equivalent excluding land use",
            years=lines.years(rows["year"]),
            targets=lines.listed([str(y) for y in targets["year"]], t),
        ),
        drawn=Chart(_columns(rows, targets, conditional, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table),
        finding=_finding(rows, targets, stated, t),
        note=sentences.joined(
            as_set(stated, t),
            official(seen, t),
            t("All years since the base year are shown, whichever years are selected."),
        ),
        badges=shared.badges(table),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, targets: pd.DataFrame, stated: pd.DataFrame, t: Texts) -> str:
    total = rows.groupby("year")["value"].sum()
    year = int(total.index.max())
    target = targets.iloc[0]
    clean = stated[~stated["land_use"]].drop_duplicates("what").set_index("what")["value"]
    if UNCONDITIONAL not in clean or total[_BASE] <= 0:
        return ""
    return t(
        "In {year} Kazakhstan emitted {now} Mt according to EDGAR, {change} against {base}; the "
        "target, {reduction} excluding land use, would be {target} Mt in {target_year} on that "
        "basis, {gap} Mt below {year}.",
        year=year,
        base=_BASE,
        reduction=signed(t, clean[UNCONDITIONAL], 0),
        now=t.number(total[year], 1),
        change=signed(t, (total[year] / total[_BASE] - 1) * 100),
        target=t.number(target["value"], 1),
        target_year=int(target["year"]),
        gap=t.number(total[year] - target["value"], 1),
    )


def signed(t: Texts, percent: float, digits: int = 1) -> str:
    """A change in percent with its sign."""
    return lines.signed(t.percent(abs(percent), digits), percent, t)


def _columns(
    rows: pd.DataFrame, targets: pd.DataFrame, conditional: pd.DataFrame, t: Texts
) -> Columns:
    """Emissions by sector; the path from the last year to the targets, and the base year's level.

    The target conditional on support from abroad is a point that no line leads to.
    """
    data = rows.assign(part=rows["part"].replace(_GROUP))
    values = data.groupby(["part", "year"])["value"].sum()
    total = data.groupby("year")["value"].sum()
    last = int(total.index.max())
    path = pd.concat([total[[last]], targets.set_index("year")["value"]])
    level = t("Level of {year}: {value}", year=_BASE, value=_mt(total[_BASE], t))
    ends = (_BASE, int(path.index.max()))
    return Columns(
        (
            *(
                Series(t(words), colour, _points(values[key], t), "bar")
                for key, (colour, words) in _PARTS.items()
                if key in values
            ),
            Series(
                level,
                marks.SOFT,
                tuple(Point(y, float(total[_BASE]), label=level * (y != _BASE)) for y in ends),
                "steps",
                muted=True,
            ),
            Series(
                t("Target"),
                marks.KAZAKHSTAN,
                tuple(
                    Point(
                        int(str(year)),
                        float(v),
                        _mt(v, t) if year != last else "",
                        t("{year}:\n{value}", year=year, value=_mt(v, t)) * (year != last),
                        "planned",
                    )
                    for year, v in path.items()
                ),
            ),
            Series(
                t("if helped"),
                marks.KAZAKHSTAN,
                tuple(
                    Point(
                        int(r.year),
                        float(r.value),
                        _mt(r.value, t),
                        t("if helped:\n{value}", value=_mt(r.value, t)),
                        "planned",
                    )
                    for r in conditional.itertuples()
                ),
                "points",
            ),
        ),
        t("Year"),
        Unit(t("Mt of CO₂ equivalent")),
        totals=_points(total, t),
        total=t("Total"),
    )


def _mt(value: float, t: Texts) -> str:
    return amounts.amount(value, "Mt", t, 0)


def _points(by_year: pd.Series, t: Texts) -> tuple[Point, ...]:
    return tuple(
        Point(int(str(year)), float(v), amounts.amount(v, "Mt", t, 1))
        for year, v in by_year.items()
    )
