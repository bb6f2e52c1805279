"""Kazakhstan's greenhouse gases by sector, its targets, and the slope still needed."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, sources, tables, texts
from partnership.analysis import climate as analysis
from partnership.figures import climate_stack as stack
from partnership.figures import lines, marks
from partnership.figures.climate_stack import Part
from partnership.figures.figure import Figure, register
from partnership.state import State
from partnership.texts import Texts, message

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
_BASE, _BACK = 1990, 10
_SPANS = {
    "fall": message("Fall to the lowest year"),
    "rise": message("Rise since then"),
    "recent": message("Last ten years"),
    "needed": message("Needed to meet the target"),
}
_APPROXIMATE = message(
    "Targets on the base of EDGAR, an approximation: the official base is the national inventory, "
    "and land use, which counts for neutrality, is not in EDGAR, so that it need not reach zero."
)


def _targets(seen: pd.DataFrame) -> pd.DataFrame:
    return analysis.yearly(seen, ("ghg_target_mtco2e",), ("KAZ",))


@register("climate.sectors", sectors=("renewables",))
def sectors(state: State) -> Figure:
    """Greenhouse gases by sector since 1990, and the way to the targets."""
    t = texts.of(state.lang)
    seen = tables.load("observations")
    rows, goals = analysis.by_sector(seen, "KAZ"), _targets(seen)
    stated = analysis.yearly(seen, ("ghg_change_vs_1990_pct", "carbon_neutrality_year"), ("KAZ",))
    keep = ["entity_id", "part", "year", "value", "unit", "source_id", "status", "note"]
    told = pd.concat([goals, stated], ignore_index=True)
    told = told.assign(part=told["metric_id"])
    table = pd.concat([rows, told[keep]], ignore_index=True)
    return Figure(
        id="climate.sectors",
        title=t(
            "Greenhouse gases of Kazakhstan by sector, {years}, and the targets of 2030 and 2060, "
            "Mt of CO₂ equivalent",
            years=lines.years(rows["year"]),
        ),
        drawn=marks.finish(_drawn(rows, goals, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table),
        alt=t("Stacked bars a year, and a broken line from the last bar to the two targets."),
        finding=_finding(rows, goals, t),
        note=" ".join(
            [
                t(_APPROXIMATE),
                t("All years since 1990, the base, are shown whatever years are chosen."),
            ]
        ),
        badges=marks.badges(table),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, goals: pd.DataFrame, t: Texts) -> str:
    total = rows.groupby("year")["value"].sum()
    year = int(total.index.max())
    aim = goals.iloc[0]
    return t(
        "In {year} Kazakhstan emitted {now} Mt, {change} against 1990; 15 % less than in 1990 "
        "would be {aim} Mt in {aim_year}, {gap} Mt below today.",
        year=year,
        now=t.number(total[year], 1),
        change=signed(t, (total[year] / total[_BASE] - 1) * 100),
        aim=t.number(aim["value"], 1),
        aim_year=int(aim["year"]),
        gap=t.number(total[year] - aim["value"], 1),
    )


def signed(t: Texts, percent: float, digits: int = 1) -> str:
    """A change in percent with its sign."""
    said = t.percent(abs(percent), digits)
    return t("+{amount}", amount=said) if percent > 0 else t("−{amount}", amount=said)


def _drawn(rows: pd.DataFrame, goals: pd.DataFrame, t: Texts) -> Any:
    known = {key: Part(colour, t(words)) for key, (colour, words) in _PARTS.items()}
    data = stack.stacked(rows.assign(part=rows["part"].replace(_GROUP)), known)
    end = float(data["upper"].max())
    total = data.groupby("year")["upper"].max()
    last = int(total.index.max())
    x = lines.year_x("start", _BASE, int(goals["year"].max()), room=46, edge=0.5)
    y = alt.Y("lower:Q", axis=marks.value_axis(t("Mt of CO₂ equivalent")))
    way = pd.DataFrame(
        {
            "start": [last, *goals["year"]],
            "lower": [total[last], *goals["value"]],
            "words": [
                "",
                *(
                    t("{year}:\n{value} Mt", year=int(g.year), value=t.number(g.value))
                    for g in goals.itertuples()
                ),
            ],
        }
    )
    base = alt.Chart(marks.rows(way)).encode(x=x, y=y)
    ends = base.transform_filter("datum.words != ''")
    level = pd.DataFrame(
        {
            "start": [_BASE],
            "lower": [total[_BASE]],
            "end": [int(goals["year"].max())],
            "words": [t("Level of 1990: {value} Mt", value=t.number(total[_BASE]))],
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
        stack.hover(data, known, x, t, message("{value} Mt"), 1),
        stack.names(data, known, x, y, end, _HEIGHT, below=total[_BASE] * 0.42),
    )


@register("climate.slope", sectors=("renewables",))
def slope(state: State) -> Figure:
    """How fast greenhouse gases changed, and how fast they must to meet the targets."""
    t = texts.of(state.lang)
    seen = tables.load("observations")
    rows = analysis.slopes(analysis.totals(seen, "KAZ"), _targets(seen), _BACK)
    rows = rows.assign(entity_id="KAZ", unit="MtCO2e/y")
    needed, recent = rows[rows["span"].eq("needed")], rows[rows["span"].eq("recent")].iloc[0]
    soon, late = needed.iloc[0], needed.iloc[-1]
    height = 54 * len(rows) + 16
    return Figure(
        id="climate.slope",
        title=t("Yearly change of Kazakhstan's greenhouse gases, past and needed, Mt a year"),
        drawn=marks.finish(_slopes(rows, t), height),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Horizontal bars left and right of zero: three of the past, two that are needed."),
        finding=t(
            "The target of {soon_year} needs {soon} Mt a year ({percent} a year) from {now} on, "
            "and neutrality in {late_year} needs {late} Mt a year after that; in the last ten "
            "years it was {recent} Mt a year.",
            soon_year=int(soon["last"]),
            soon=_mt(t, soon["change"]),
            percent=signed(t, soon["percent"]),
            now=int(soon["first"]),
            late_year=int(late["last"]),
            late=_mt(t, late["change"]),
            recent=_mt(t, recent["change"]),
        ),
        note=" ".join(
            [t("Straight lines from the first year to the last of each span."), t(_APPROXIMATE)]
        ),
        badges=marks.badges(rows, "estimated"),
        height=height,
    )


def _mt(t: Texts, change: float) -> str:
    said = t.number(abs(change), 1)
    return t("+{amount}", amount=said) if change > 0 else t("−{amount}", amount=said)


def _slopes(rows: pd.DataFrame, t: Texts) -> Any:
    data = pd.DataFrame(
        {
            "what": [f"{t(_SPANS[r.span])}, {r.first}–{r.last}" for r in rows.itertuples()],
            "at": rows["change"],
            "zero": 0,
            "said": [_mt(t, c) for c in rows["change"]],
            "percent": [
                t("not defined towards zero") if pd.isna(p) else signed(t, p)
                for p in rows["percent"]
            ],
            "colour": rows["span"].eq("needed").map({True: marks.KAZAKHSTAN, False: marks.MUTED}),
            "left": rows["change"].lt(0),
        }
    )
    most = float(data["at"].abs().max())
    y = alt.Y("what:N", sort=None, axis=None, scale=alt.Scale(paddingInner=0, paddingOuter=0))
    x = alt.X("at:Q", axis=None, scale=alt.Scale(domain=[-most * 1.16, most * 0.56]))
    base = alt.Chart(marks.rows(data)).encode(y=y)
    tooltip = [
        alt.Tooltip("what:N", title=t("Span")),
        alt.Tooltip("said:N", title=t("Mt a year")),
        alt.Tooltip("percent:N", title=t("Percent a year")),
    ]
    bars = base.mark_bar(height=18, yOffset=8).encode(
        x=x, color=alt.Color("colour:N", scale=None), tooltip=tooltip
    )
    values = [
        base.transform_filter(alt.datum.left == left)
        .mark_text(**marks.text(align=align, dx=dx, dy=8))
        .encode(x=x, text="said:N")
        for left, align, dx in ((True, "right", -5), (False, "left", 5))
    ]
    heads = base.mark_text(align="left", x=0, dy=-13, fontSize=marks.LABEL, color=marks.SOFT)
    zero = alt.Chart(marks.values([{"at": 0}])).mark_rule(color=marks.SOFT).encode(x=x)
    return alt.layer(bars, zero, *values, heads.encode(text="what:N"))
