"""The customs value of a barrel of Kazakhstan's crude exports, and Brent some months before."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import partial

import pandas as pd

from partnership import palette, tables
from partnership.analysis import crude, crude_price
from partnership.analysis.barrels import per_tonne
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Curves, Months, Point, Series, Unit
from partnership.charts.forms.parts import Stroke
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
        drawn=Chart(_two(table, best, t, state.currency)),
        table=table,
        source_ids=sources.ids(months, used, factor),
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


def _two(table: pd.DataFrame, lag: int, t: Texts, currency: str) -> Months:
    """Prices above, values of exports below."""
    every = pd.period_range(table["period"].min(), table["period"].max(), freq="M")
    wide = table.pivot(index="period", columns="series_id", values="value")
    wide = wide.reindex(every.astype(str))
    prices: list[tuple[str, str, str, Stroke]] = [
        ("crude_unit_value", t("Kazakhstan's exports at customs"), marks.KAZAKHSTAN, "solid"),
        ("price_brent_lagged", t("Brent {count} months earlier", count=lag), _PRICE, "solid"),
        (crude_price.BRENT, t("Brent of the same month"), marks.MUTED, "dotted"),
    ]
    curves = tuple(
        Series(name, colour, _points(wide, key, partial(t.number, digits=1)), line=stroke)
        for key, name, colour, stroke in prices
    )
    amount = partial(amounts.in_billions, currency=currency, t=t)
    sold = Series(t("Exports"), marks.KAZAKHSTAN, _points(wide, "crude_exports", amount))
    billions = lines.billions(t, currency)
    return Months(
        (
            Curves(curves, Unit(_barrel(t, currency)), _PRICES),
            Curves((sold,), Unit(t("Exports, {unit}", unit=billions), 9), _VALUES),
        ),
        months=tuple((_day(p), t.day(p)) for p in wide.index),
        when=t("Month"),
        none=t("not published"),
    )


def _points(wide: pd.DataFrame, key: str, words: Callable[[float], str]) -> tuple[Point, ...]:
    """Values by month of a column, which may be missing; months without a value are holes."""
    values = wide[key] if key in wide else pd.Series(float("nan"), index=wide.index)
    return tuple(
        Point(_day(period), None) if pd.isna(v) else Point(_day(period), float(v), words(v))
        for period, v in values.items()
    )


def _day(period: Hashable) -> date:
    return date.fromisoformat(f"{period}-01")
