"""Kazakhstan's greenhouse gas emissions by sector, and the path to its targets."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import climate as analysis
from partnership.analysis import climate_targets
from partnership.analysis.climate_targets import CONDITIONAL, UNCONDITIONAL
from partnership.charts import lines, marks, stack
from partnership.charts.stack import Part
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
    "energy": (marks.SOFT, message("Energy")),
    "industry": (palette.HOLDERS[4].light, message("Industry")),
    "buildings": (palette.HOLDERS[1].light, message("Buildings")),
    "transport": (palette.HOLDERS[0].light, message("Transport")),
    "agriculture": (palette.HOLDERS[2].light, message("Agriculture")),
    "other": (palette.HOLDERS[3].light, message("Other")),
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
        drawn=marks.finish(_drawn(rows, targets, conditional, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table),
        alt=t(
            "Stacked bars by year, a broken line from the last bar to the two targets, and a "
            "point for the target conditional on international support."
        ),
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


def _drawn(rows: pd.DataFrame, targets: pd.DataFrame, conditional: pd.DataFrame, t: Texts) -> Any:
    known = {key: Part(colour, t(words)) for key, (colour, words) in _PARTS.items()}
    data = stack.stacked(rows.assign(part=rows["part"].replace(_GROUP)), known)
    end = float(data["upper"].max())
    total = data.groupby("year")["upper"].max()
    last = int(total.index.max())
    x = lines.year_x("start", _BASE, int(targets["year"].max()), room=46, edge=0.5)
    y = alt.Y("lower:Q", axis=marks.value_axis(t("Mt of CO₂ equivalent")))
    path = pd.DataFrame(
        {
            "start": [last, *targets["year"]],
            "lower": [total[last], *targets["value"]],
            "words": [
                "",
                *(
                    t(
                        "{year}:\n{value}",
                        year=int(g.year),
                        value=amounts.amount(g.value, "Mt", t, 0),
                    )
                    for g in targets.itertuples()
                ),
            ],
        }
    )
    base = alt.Chart(marks.rows(path)).encode(x=x, y=y)
    ends = base.transform_filter("datum.words != ''")
    level = pd.DataFrame(
        {
            "start": [_BASE],
            "lower": [total[_BASE]],
            "end": [int(targets["year"].max())],
            "words": [
                t(
                    "Level of {year}: {value}",
                    year=_BASE,
                    value=amounts.amount(total[_BASE], "Mt", t, 0),
                )
            ],
        }
    )
    rule = alt.Chart(marks.rows(level)).encode(y=y)
    side = {"dx": 9, "dy": -20, "align": "left", "lineBreak": "\n", "lineHeight": 14}
    return alt.layer(
        stack.bars(data, known, x, y),
        rule.mark_rule(color=marks.SOFT, strokeDash=[3, 3]).encode(x=x, x2="end:Q"),
        rule.mark_text(**marks.text(align="right", dy=-8)).encode(x=alt.X("end:Q"), text="words:N"),
        base.mark_line(color=marks.KAZAKHSTAN, strokeDash=[6, 4], strokeWidth=2),
        ends.mark_point(
            size=90, fill=marks.PAPER, stroke=marks.KAZAKHSTAN, strokeWidth=2, opacity=1
        ),
        ends.mark_text(**marks.text(**side)).encode(text="words:N"),
        *_conditional(conditional, x, y, t),
        stack.hover(data, known, x, t, "Mt", 1),
        stack.names(data, known, x, y, end, _HEIGHT, below=total[_BASE] * 0.42),
    )


def _conditional(conditional: pd.DataFrame, x: alt.X, y: alt.Y, t: Texts) -> list[Any]:
    """The target conditional on support from abroad: a point that no line leads to."""
    data = pd.DataFrame(
        {
            "start": conditional["year"],
            "lower": conditional["value"],
            "words": [
                t("if helped:\n{value}", value=amounts.amount(v, "Mt", t, 0))
                for v in conditional["value"]
            ],
        }
    )
    base = alt.Chart(marks.rows(data)).encode(x=x, y=y)
    side = {"dx": -9, "dy": -4, "align": "right", "lineBreak": "\n", "lineHeight": 14}
    return [
        base.mark_point(
            size=80, shape="square", fill=marks.PAPER, stroke=marks.KAZAKHSTAN, opacity=1
        ),
        base.mark_text(**marks.text(**side)).encode(text="words:N"),
    ]
