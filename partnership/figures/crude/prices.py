"""The customs value of a barrel of Kazakhstan's crude exports, and Brent some months before."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import crude, crude_price
from partnership.analysis.barrels import per_tonne
from partnership.charts import lines, marks
from partnership.figures.cache import kept
from partnership.figures.figure import Figure, register
from partnership.figures.shared import badges, nothing
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_PRICE = palette.SECTOR["oil_gas"].light
_HEIGHT = 340
_PRICES, _VALUES = 170, 90
"""Heights of the two drawings, in pixels."""
_SERIES = ["crude_exports", "crude_unit_value", crude_price.BRENT, "price_brent_lagged"]
"""What `crude_price.series` returns where it is known."""


@kept(most=1, times=1)
def _lags(_package: tables.Package) -> pd.DataFrame:
    """`crude_price.lags` of all months, whatever a reader chose."""
    months = crude.monthly(tables.load("trade"))
    return crude_price.lags(months, crude_price.brent(tables.load("prices")))


@register(
    "trade.oil_price", sectors=("oil_gas", "trade"), uses=("from_year", "to_year", "currency")
)
def oil_price(state: State) -> Figure:
    """The value of a barrel at customs beside Brent, as it was and shifted by its lag."""
    t = texts.in_language(state.lang)
    every = crude.monthly(tables.load("trade"))
    prices, seen = tables.load("prices"), tables.load("observations")
    brent = crude_price.brent(prices)
    if every.empty:
        why = t("No data on monthly crude oil exports.")
        return nothing("trade.oil_price", t("Crude oil exports and the price of Brent"), why)
    lags = _lags(tables.package())
    if lags["correlation"].isna().all():
        raise needed.missing("prices", series_id=crude_price.BRENT)
    best = crude_price.best_lag(lags)
    last = state.newest_year
    months = every[every["period"].str[:4].astype(int).between(state.from_year, last)]
    if months.empty:
        why = t(
            "Monthly crude oil exports are available from {year}.",
            year=every["period"].min()[:4],
        )
        return nothing("trade.oil_price", t("Crude oil exports and the price of Brent"), why)
    factor = per_tonne(seen)
    barrels = float(factor["value"].iloc[0])
    table = crude_price.series(months, prices, barrels, best, state.currency)
    used = brent[brent["period"].isin(table["period"])]
    return Figure(
        id="trade.oil_price",
        title=t(
            "Unit value of Kazakhstan's crude oil exports at customs, and Brent, {period}, {unit}",
            period=t.day(f"{months['period'].min()}/{months['period'].max()}"),
            unit=_barrel(t, state.currency),
        ),
        drawn=marks.finish(_two(table, best, t, state.currency)),
        table=table,
        source_ids=sources.ids(months, used, factor),
        alt=t("Three price lines by month, and below them the value of exports."),
        finding=_finding(table, lags, best, t),
        note=_note(every, months, barrels, t),
        badges=badges(table),
        height=_HEIGHT,
    )


def _barrel(t: Texts, currency: str) -> str:
    return t("USD a barrel") if currency == "usd" else t("EUR a barrel")


def _finding(table: pd.DataFrame, lags: pd.DataFrame, best: int, t: Texts) -> str:
    found = lags.set_index("lag")["correlation"]
    near = crude_price.near(lags)
    sentences = []
    if pd.notna(found[0]):
        sentences.append(
            t(
                "The unit value at customs follows Brent by {months} months: correlation {lagged} "
                "with Brent {best} months earlier, {same} with Brent of the same month.",
                months=str(best)
                if len(near) == 1
                else t("{low} to {high}", low=near[0], high=near[-1]),
                lagged=t.number(found[best], 2),
                best=best,
                same=t.number(found[0], 2),
            )
        )
    wide = table.pivot_table(index="period", columns="series_id", values="value")
    known = wide.reindex(columns=["crude_unit_value", "price_brent_lagged"]).dropna()
    if known.empty:
        return " ".join(sentences)
    now = known.iloc[-1]
    sentences.append(
        t(
            "In {month} it was {value}; Brent {best} months earlier was {brent}.",
            month=t.day(str(now.name)),
            value=t.number(now["crude_unit_value"]),
            best=best,
            brent=t.number(now["price_brent_lagged"]),
        )
    )
    return " ".join(sentences)


def _note(every: pd.DataFrame, months: pd.DataFrame, barrels: float, t: Texts) -> str:
    sentences = [
        t(
            "Value divided by weight of all exports, FOB, at {factor} barrels a tonne. The lag is "
            "the one with the highest correlation in dollars over all months available, {period}.",
            factor=t.number(barrels, 2),
            period=t.day(f"{every['period'].min()}/{every['period'].max()}"),
        )
    ]
    if absent := crude.unpublished(months):
        sentences.append(
            t("Not published: {months}.", months=lines.listed([t.day(m) for m in absent], t))
        )
    return " ".join(sentences)


def _two(table: pd.DataFrame, lag: int, t: Texts, currency: str) -> Any:
    """Prices above, values of exports below; hovering over either shows the same month in both."""
    every = pd.period_range(table["period"].min(), table["period"].max(), freq="M").astype(str)
    wide = table.pivot(index="period", columns="series_id", values="value")
    wide = wide.reindex(every, columns=_SERIES)
    names = {
        "crude_unit_value": t("Kazakhstan's exports at customs"),
        "price_brent_lagged": t("Brent {count} months earlier", count=lag),
        crude_price.BRENT: t("Brent of the same month"),
    }
    words = {key: [_price(v, t) for v in wide[key]] for key in names}
    data = pd.DataFrame(
        {
            "day": [f"{p}-01" for p in every],
            "next": pd.PeriodIndex(every, freq="M").shift(1).astype(str) + "-01",
            "month": [t.day(p) for p in every],
            "value": lines.bn(wide["crude_exports"]).to_numpy(),
            "sold": [
                amounts.in_billions(v, currency, t) or t("not published")
                for v in wide["crude_exports"]
            ],
            **words,
        }
    )
    long = pd.concat(
        [
            data[["day"]].assign(price=wide[key].to_numpy(), series=name)
            for key, name in names.items()
        ]
    )
    tooltip = [
        alt.Tooltip("month:N", title=t("Month")),
        *(alt.Tooltip(f"{key}:N", title=name) for key, name in names.items()),
        alt.Tooltip("sold:N", title=t("Exports")),
    ]
    over = [
        alt.selection_point(
            name=f"over_{part}", on="pointerover", clear="pointerout", fields=["day"], empty=False
        )
        for part in ("prices", "values")
    ]
    x = _days(data)
    prices = _prices(long, list(names.values()), x, _barrel(t, currency))
    values = (
        alt.Chart(marks.rows(data[["day", "value"]]))
        .mark_line(color=marks.KAZAKHSTAN, strokeWidth=2)
        .encode(x=x, y=_y("value", t("Exports, {unit}", unit=lines.billions(t, currency))))
    )
    drawn = [
        alt.layer(line, *_hover(data, x, tooltip, own, over[0] | over[1])).properties(
            height=height, width="container"
        )
        for line, own, height in zip((prices, values), over, (_PRICES, _VALUES), strict=True)
    ]
    return alt.vconcat(*drawn, spacing=44).resolve_scale(x="shared")


def _price(value: float, t: Texts) -> str:
    return t("not published") if pd.isna(value) else t.number(value, 1)


def _prices(long: pd.DataFrame, names: list[str], x: alt.X, heading: str) -> alt.Chart:
    """The three curves of prices, Brent of the month paler and dotted."""
    return (
        alt.Chart(marks.rows(long))
        .mark_line(strokeWidth=2)
        .encode(
            x=x,
            y=_y("price", heading),
            color=alt.Color(
                "series:N",
                title=None,
                scale=alt.Scale(domain=names, range=[marks.KAZAKHSTAN, _PRICE, marks.MUTED]),
                legend=alt.Legend(
                    orient="top", columns=1, symbolType="stroke", offset=24, labelLimit=260
                ),
            ),
            strokeDash=alt.StrokeDash(
                "series:N",
                scale=alt.Scale(domain=names, range=[[1, 0], [1, 0], [2, 2]]),
                legend=None,
            ),
        )
    )


def _days(data: pd.DataFrame) -> alt.X:
    """The axis of time; it starts before the first day, so that labels of values have room."""
    first, last = pd.Timestamp(data["day"].iloc[0]), pd.Timestamp(data["day"].iloc[-1])
    left = str((first - (last - first) * 0.06 - pd.Timedelta(days=20)).date())
    return marks.days(
        "day",
        [left, str(data["next"].iloc[-1])],
        title=None,
        axis=alt.Axis(
            grid=False,
            format="%Y",
            tickCount={"interval": "year", "step": 1},
            labelOverlap=True,
            labelFlush=True,
        ),
    )


def _y(field: str, heading: str) -> alt.Y:
    # Drawings one above the other are as wide as the page without their axes: words go inside.
    axis = marks.value_axis(
        heading, tickMinStep=1, labelAlign="left", labelPadding=0, labelBaseline="bottom"
    )
    axis["titleY"], axis["tickCount"] = -24, 3
    return alt.Y(f"{field}:Q", axis=axis, scale=alt.Scale(zero=True))


def _hover(
    data: pd.DataFrame, x: alt.X, tooltip: list[alt.Tooltip], own: alt.Parameter, either: Any
) -> tuple[alt.Chart, alt.Chart]:
    """A rule and bands a month wide; each band has the tooltip of its month, `own` its hovering."""
    base = alt.Chart(marks.rows(data.drop(columns="value")))
    bands = (
        base.mark_rect(color=marks.INK, opacity=0)
        .encode(x=x, x2=marks.until("next"), tooltip=tooltip)
        .add_params(own)
    )
    rule = base.mark_rule(color=marks.INK).encode(
        x=x, opacity=alt.condition(either, alt.value(0.6), alt.value(0))
    )
    return rule, bands
