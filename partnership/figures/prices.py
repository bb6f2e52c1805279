"""Kazakhstan's crude exports by month above the price of Brent."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, sources, tables, texts
from partnership.analysis import crude as analysis
from partnership.analysis import money
from partnership.figures import lines, marks
from partnership.figures.figure import Figure, register
from partnership.state import State
from partnership.texts import Texts

_BRENT, _PINK_SHEET = "price_brent", "pink_sheet_2026_06"
_FIRST = 2015
_PRICE = palette.SECTOR["oil_gas"].light
_HEIGHT = 340


@register(
    "trade.oil_price", sectors=("oil_gas", "trade"), uses=("from_year", "to_year", "currency")
)
def oil_price(state: State) -> Figure:
    """Kazakhstan's crude exports to the world by month above the price of Brent."""
    t = texts.of(state.lang)
    prices = tables.load("prices")
    months = analysis.monthly(tables.load("trade"))
    months = months[months["period"].str[:4].astype(int).between(state.from_year, state.to_year)]
    if months.empty:
        why = t("Monthly exports of crude oil are known from {year} on.", year=_FIRST)
        return lines.nothing("trade.oil_price", t("Crude oil exports and the price of Brent"), why)
    months = money.in_currency(months, state.currency, prices)
    brent = prices[prices["series_id"].eq(_BRENT) & prices["source_id"].eq(_PINK_SHEET)]
    brent = brent[brent["period"].between(months["period"].min(), months["period"].max())]
    brent = brent[brent["period"].str.len().eq(7)].sort_values("period")
    brent = money.in_currency(brent.rename(columns={"value": "value_usd"}), state.currency, prices)
    table = _tidy(months, brent)
    most = months.loc[months["value"].idxmax()]
    span = f"{months['period'].min()}/{months['period'].max()}"
    return Figure(
        id="trade.oil_price",
        title=t(
            "Kazakhstan's crude oil exports to the world and the price of Brent, {period}",
            period=t.day(span),
        ),
        drawn=marks.finish(_two(months, brent, t, state.currency)),
        table=table,
        source_ids=sources.ids(months, brent),
        alt=t("Two curves by month on one axis of time: value of exports above, Brent below."),
        finding=t(
            "The most valuable month was {month} with {value}, at {mass} million tonnes.",
            month=t.day(str(most["period"])),
            value=lines.amount(t, most["value"], state.currency),
            mass=t.number(most["quantity_t"] / 1e6, 1),
        ),
        note=t("No value is published for September 2022. To all destinations, FOB.")
        if "2022-08" in set(months["period"])
        else t("To all destinations, FOB."),
        badges=marks.badges(months),
        height=_HEIGHT,
    )


def _tidy(months: pd.DataFrame, brent: pd.DataFrame) -> pd.DataFrame:
    sold = months.assign(series_id="crude_exports")
    columns = ["series_id", "period", "value", "quantity_t", "source_id", "status", "note"]
    return pd.concat([sold, brent], ignore_index=True)[columns]


def _two(months: pd.DataFrame, brent: pd.DataFrame, t: Texts, currency: str) -> Any:
    every = pd.period_range(months["period"].min(), months["period"].max(), freq="M").astype(str)
    merged = pd.DataFrame({"period": every}).merge(
        months[["period", "value", "quantity_t"]], "left", on="period"
    )
    merged = merged.merge(brent[["period", "value"]], "left", on="period", suffixes=("", "_brent"))
    data = pd.DataFrame(
        {
            "day": merged["period"] + "-01",
            "next": pd.PeriodIndex(every, freq="M").shift(1).astype(str) + "-01",
            "value": lines.bn(merged["value"]),
            "brent": merged["value_brent"],
            "month": [t.day(p) for p in merged["period"]],
            "sold": [
                t("not published") if pd.isna(v) else lines.amount(t, v, currency)
                for v in merged["value"]
            ],
            "price": [t.number(v, 1) if pd.notna(v) else "" for v in merged["value_brent"]],
        }
    )
    barrel = t("USD a barrel") if currency == "usd" else t("EUR a barrel")
    tooltip = [
        alt.Tooltip("month:N", title=t("Month")),
        alt.Tooltip("sold:N", title=t("Exports")),
        alt.Tooltip("price:N", title=t("Brent, {unit}", unit=barrel)),
    ]
    parts = (
        ("value", t("Exports, {unit}", unit=lines.billions(t, currency)), marks.KAZAKHSTAN),
        ("brent", t("Brent, {unit}", unit=barrel), _PRICE),
    )
    over = [
        alt.selection_point(
            name=f"over_{field}", on="pointerover", clear="pointerout", fields=["day"], empty=False
        )
        for field, _, _ in parts
    ]
    curves = [
        _curve(data, part, tooltip, mine, over[0] | over[1], height=150 if mine is over[0] else 110)
        for part, mine in zip(parts, over, strict=True)
    ]
    return alt.vconcat(*curves, spacing=44).resolve_scale(x="shared")


def _left(days: pd.Series) -> str:
    """A day before the first, so that the words of the vertical axis have a place."""
    first, last = pd.Timestamp(days.iloc[0]), pd.Timestamp(days.iloc[-1])
    return str((first - (last - first) * 0.06 - pd.Timedelta(days=20)).date())


def _curve(
    data: pd.DataFrame,
    part: tuple[str, str, str],
    tooltip: list[alt.Tooltip],
    mine: alt.Parameter,
    either: Any,
    height: int,
) -> Any:
    """One of the two curves; hovering over either shows the same month in both."""
    field, heading, colour = part
    x = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(domain=[_left(data["day"]), str(data["next"].iloc[-1])]),
        axis=alt.Axis(
            grid=False,
            format="%Y",
            tickCount={"interval": "year", "step": 1},
            labelOverlap=True,
            labelFlush=True,
        ),
    )
    base = alt.Chart(marks.rows(data))
    # Drawings one above the other are as wide as the page without their axes: words go inside.
    axis = marks.value_axis(
        heading, tickMinStep=1, labelAlign="left", labelPadding=0, labelBaseline="bottom"
    )
    axis["titleY"], axis["tickCount"] = -24, 3
    y = alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(zero=True))
    line = base.mark_line(color=colour, strokeWidth=2).encode(x=x, y=y)
    bands = (
        base.mark_rect(color=marks.INK, opacity=0)
        .encode(x=x, x2="next:T", tooltip=tooltip)
        .add_params(mine)
    )
    rule = base.mark_rule(color=marks.INK).encode(
        x=x, opacity=alt.condition(either, alt.value(0.6), alt.value(0))
    )
    dot = base.mark_point(filled=True, size=60, color=colour).encode(
        x=x, y=y, opacity=alt.condition(either, alt.value(1), alt.value(0))
    )
    return alt.layer(line, rule, dot, bands).properties(height=height, width="container")
