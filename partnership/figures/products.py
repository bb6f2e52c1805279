"""What is traded: fuels among Italy's imports, groups of goods among its exports."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import sources, tables, texts
from partnership.analysis import money
from partnership.analysis import products as analysis
from partnership.figures import lines, marks
from partnership.figures.figure import Figure, register
from partnership.state import State
from partnership.texts import Texts

_USES = ("from_year", "to_year", "currency")
_ROW = 25
_MONTHS = 12
_FUEL = "hs27"
_SHOWN_GROUPS, _SMALLER = 10, "smaller"


@register("trade.italian_imports", sectors=("trade", "oil_gas"), uses=_USES)
def italian_imports(state: State) -> Figure:
    """Mineral fuels against everything else that Italy buys from Kazakhstan."""
    t = texts.of(state.lang)
    months = analysis.months_of_fuels(tables.load("trade"), state.from_year, state.to_year)
    if months.empty:
        why = t("No Italian imports by product are on file for these years.")
        return lines.nothing("trade.italian_imports", t("What Italy buys from Kazakhstan"), why)
    months = money.in_currency(months, state.currency, tables.load("prices"))
    rows = analysis.fuels(months)
    claim = _claim(state)
    last = rows[rows["product_id"].eq(_FUEL)].iloc[-1]
    missing = [m for listed in rows["missing"].unique() for m in listed.split(";") if m]
    note = [t("Months in which Comext prints both all goods and mineral fuels (HS 27).")]
    if missing:
        told = ", ".join(t.day(m) for m in missing)
        note.append(t("Left out, because fuels are not published: {months}.", months=told))
    if len(claim):
        note.append(t("The article says crude oil, which is only a part of mineral fuels."))
    table = pd.concat([rows, claim], ignore_index=True)
    height = 62 * (rows["year"].nunique() + len(claim)) + 60
    return Figure(
        id="trade.italian_imports",
        title=t("Mineral fuels in Italy's imports from Kazakhstan, percent of value"),
        drawn=marks.finish(_imports(rows, claim, t, state.currency), height),
        table=table,
        source_ids=sources.ids(table),
        alt=t("Horizontal bars of the share of mineral fuels, and the article's as a diamond."),
        finding=t(
            "{share} of what Italy declared as imports from Kazakhstan in {period} was mineral "
            "fuels: {value}.",
            share=t.percent(last["share"]),
            period=t.day(last["period"]),
            value=lines.amount(t, last["value"], state.currency),
        ),
        note=" ".join(note),
        badges=marks.badges(rows, "incomplete", *(("disagree",) if len(claim) else ())),
        height=height,
    )


def _claim(state: State) -> pd.DataFrame:
    """The article's share of crude oil."""
    seen = tables.load("observations")
    rows = seen[
        seen["metric_id"].eq("crude_share_of_italian_imports_from_kz_pct")
        & seen["status"].eq("claimed")
    ]
    rows = rows.assign(
        year=rows["period"].str[:4].astype(int),
        product_id="hs2709",
        share=rows["value"].astype(float),
    )
    rows = rows[rows["year"].le(state.to_year)]
    return rows[["year", "period", "product_id", "share", "source_id", "status", "note"]]


def _imports(rows: pd.DataFrame, claim: pd.DataFrame, t: Texts, currency: str) -> Any:
    fuel = rows["product_id"].eq(_FUEL)
    data = pd.DataFrame(
        {
            "when": [_when(r, t) for r in rows.itertuples()],
            "start": (100 - rows["share"]).where(~fuel, 0),
            "end": rows["share"].where(fuel, 100),
            "what": [t.short(_FUEL) if f else t("Everything else") for f in fuel],
            "said": [t.percent(s) for s in rows["share"]],
            "value": [lines.amount(t, v, currency) for v in rows["value"]],
            "months": rows["months"],
            "colour": fuel.map({True: marks.ITALY, False: marks.FAINT}),
        }
    )
    tooltip = [
        alt.Tooltip("when:N", title=t("Period")),
        alt.Tooltip("what:N", title=t("Product")),
        alt.Tooltip("said:N", title=t("Share")),
        alt.Tooltip("value:N", title=t("Value")),
        alt.Tooltip("months:Q", title=t("Months")),
    ]
    y = alt.Y("when:N", sort=None, title=None, axis=_names())
    x = alt.X(
        "start:Q",
        scale=alt.Scale(domain=[0, 100]),
        axis=alt.Axis(title=t("percent of value"), values=[0, 50, 100], gridDash=[1, 3]),
    )
    bars = (
        alt.Chart(marks.rows(data))
        .mark_bar(height={"band": 0.6})
        .encode(x=x, x2="end:Q", y=y, color=alt.Color("colour:N", scale=None), tooltip=tooltip)
    )
    words = data[fuel].assign(words=data["what"] + " " + data["said"])
    label = (
        alt.Chart(marks.rows(words[["when", "words"]]))
        .mark_text(align="left", x=8, fontSize=12, fontWeight="bold", color=marks.PAPER)
        .encode(y=y, text="words:N")
    )
    return alt.layer(bars, label, *_article(claim, t))


def _article(claim: pd.DataFrame, t: Texts) -> list[alt.Chart]:
    if claim.empty:
        return []
    data = pd.DataFrame(
        {
            "when": [t("Article, {year}", year=y) for y in claim["year"]],
            "start": claim["share"],
            "words": [t("crude oil: {share}", share=t.percent(s, 0)) for s in claim["share"]],
        }
    )
    base = alt.Chart(marks.rows(data)).encode(x="start:Q", y=alt.Y("when:N", sort=None))
    return [
        base.mark_point(shape="diamond", size=130, filled=True, color=marks.INK, opacity=1),
        base.mark_text(**marks.text(align="right", dx=-12)).encode(text="words:N"),
    ]


def _when(row: Any, t: Texts) -> str:
    """A year, or a year and how many of its months are in."""
    if row.months == _MONTHS:
        return str(row.year)
    return t("{year}, {months} months", year=row.year, months=row.months)


def _names(limit: int = 150) -> alt.Axis:
    return alt.Axis(domain=False, ticks=False, labelLimit=limit, labelFontSize=12)


@register("trade.italian_exports", sectors=("trade",), uses=_USES)
def italian_exports(state: State) -> Figure:
    """Goods under EU export bans to Russia that Italy sells to Kazakhstan, and all the rest."""
    t = texts.of(state.lang)
    rows = analysis.exports_by_group(tables.load("trade"), state.from_year, state.to_year)
    if rows.empty:
        why = t("No Italian exports by customs code are on file for these years.")
        title = t("Italian goods under EU export bans to Russia that went to Kazakhstan")
        return lines.nothing("trade.italian_exports", title, why)
    rows = money.in_currency(rows, state.currency, tables.load("prices"))
    products = tables.load("products").set_index("product_id")["coverage_share"]
    rows = rows.assign(coverage_share=rows["product_id"].map(products).astype(float))
    first = rows.iloc[0]
    rest = rows[rows["product_id"].eq(analysis.NOT_LISTED)]["value"].sum()
    height = _ROW * (min(len(rows), _SHOWN_GROUPS + 2)) + 30
    return Figure(
        id="trade.italian_exports",
        title=t.plural(
            "Italian goods under EU export bans to Russia that went to Kazakhstan, {count} month, "
            "{period}, {unit}",
            "Italian goods under EU export bans to Russia that went to Kazakhstan, {count} months, "
            "{period}, {unit}",
            _months_in(str(first["period"])),
            period=t.day(str(first["period"])),
            unit=t("million USD") if state.currency == "usd" else t("million EUR"),
        ),
        drawn=marks.finish(_exports(rows, t), height),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Horizontal bars, the outlined one is what the list of products does not cover."),
        finding=t(
            "Of the goods on the list most are {group} with {value}; {share} of Italy's exports to "
            "Kazakhstan in these months is not on it.",
            group=t.name(str(first["product_id"])),
            value=lines.millions(t, first["value"], state.currency),
            share=t.percent(rest / rows["value"].sum() * 100),
        ),
        note=t(
            "This is not all that Italy sells: only goods under EU export bans to Russia could be "
            "read, and some groups only in part, so every bar is a lower bound. The outlined bar "
            "is everything else: pharmaceuticals, furniture, farm machinery, most food and more."
        ),
        badges=marks.badges(rows, "incomplete"),
        height=height,
    )


def _months_in(period: str) -> int:
    """Months of a year, a month, or a span of either, both ends counted."""
    first, last = (pd.Period(period.split("/")[end]) for end in (0, -1))
    return len(pd.period_range(first.start_time, last.end_time, freq="M"))


def _exports(rows: pd.DataFrame, t: Texts) -> Any:
    outside = rows["product_id"].eq(analysis.NOT_LISTED)
    small = rows[~outside].iloc[_SHOWN_GROUPS:]
    if len(small):
        gathered = small.head(1).assign(
            product_id=_SMALLER, value=small["value"].sum(), coverage_share=float("nan")
        )
        rows = pd.concat([rows[~outside].head(_SHOWN_GROUPS), gathered, rows[outside]])
        outside = rows["product_id"].eq(analysis.NOT_LISTED)
    smaller = t.plural("{count} smaller group", "{count} smaller groups", len(small))
    data = pd.DataFrame(
        {
            "what": [smaller if p == _SMALLER else t.short(p) for p in rows["product_id"]],
            "value": rows["value"] / 1e6,
            "said": [t.number(v / 1e6, 1) for v in rows["value"]],
            "covered": [
                t("none") if o else t("in part") if pd.isna(c) else t.percent(c * 100, 0)
                for o, c in zip(outside, rows["coverage_share"], strict=True)
            ],
            "fill": outside.map({True: marks.PAPER, False: marks.ITALY}),
            "edge": outside.map({True: marks.SOFT, False: marks.ITALY}),
        }
    )
    base = alt.Chart(marks.rows(data)).encode(
        y=alt.Y("what:N", sort=None, title=None, axis=_names()),
        x=alt.X(
            "value:Q", axis=None, scale=alt.Scale(domain=[0, float(data["value"].max()) * 1.2])
        ),
        tooltip=[
            alt.Tooltip("what:N", title=t("Group")),
            alt.Tooltip("said:N", title=t("million")),
            alt.Tooltip("covered:N", title=t("Share of the group's codes in the list")),
        ],
    )
    bars = base.mark_bar(height={"band": 0.7}, strokeWidth=1.2).encode(
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("edge:N", scale=None),
        strokeDash=alt.condition(
            alt.datum.fill == marks.PAPER, alt.value([4, 3]), alt.value([1, 0])
        ),
    )
    return alt.layer(bars, base.mark_text(**marks.text(align="left", dx=5)).encode(text="said:N"))
