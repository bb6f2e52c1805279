"""The customs value of a barrel of Kazakhstan's crude exports, and Brent some months before."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis import crude, crude_price
from partnership.analysis.barrels import per_tonne
from partnership.charts import lines, marks
from partnership.charts.forms import Curves, Months, Series, Unit
from partnership.charts.forms.columns import month
from partnership.charts.forms.parts import Stroke
from partnership.charts.points import points
from partnership.figures import shared
from partnership.figures.cache import kept
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.tables import needed
from partnership.wording.sentences import begun, joined

_PRICE = palette.SECTOR["oil_gas"].light
_ID = "trade.oil_price"
_PRICES, _VALUES = 170, 90
"""Heights of the two drawings, in pixels."""


@kept(most=1, times=1)
def _lags(_package: tables.Package) -> pd.DataFrame:
    """`crude_price.lags` of all months, whatever a reader chose."""
    months = crude.monthly(tables.load("trade"))
    return crude_price.lags(months, crude_price.brent(tables.load("prices")))


@register(_ID, sectors=("oil_gas", "trade"), uses=("from_year", "to_year", "currency"))
def oil_price(state: State) -> Figure:
    """The value of a barrel at customs beside Brent, as it was and shifted by its lag."""
    t = texts.in_language(state.lang)
    every = crude.monthly(tables.load("trade"))
    prices, seen = tables.load("prices"), tables.load("observations")
    brent = crude_price.brent(prices)
    if every.empty:
        why = t("No data on monthly crude oil exports.")
        return shared.nothing(_ID, t("Crude oil exports and the price of Brent"), why)
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
        return shared.nothing(_ID, t("Crude oil exports and the price of Brent"), why)
    factor = per_tonne(seen)
    barrels = float(factor["value"].iloc[0])
    table = crude_price.series(months, prices, barrels, best, state.currency)
    used = brent[brent["period"].isin(table["period"])]
    return shared.drawn(
        _ID,
        _two(table, best, t, state.currency),
        table,
        title=t(
            "Kazakhstan's crude oil exports at customs and Brent, {unit}, {period}",
            period=t.day(f"{months['period'].min()}/{months['period'].max()}"),
            unit=_barrel(t, state.currency),
        ),
        headline=_headline(lags, t),
        finding=_finding(table, lags, best, state.currency, t),
        note=_note(every, months, barrels, t),
        cited=[months, used, factor],
    )


def _barrel(t: Texts, currency: str) -> str:
    return t("USD a barrel") if currency == "usd" else t("EUR a barrel")


def _headline(lags: pd.DataFrame, t: Texts) -> str:
    near = crude_price.near(lags)
    months = str(near[-1]) if len(near) == 1 else t("{low} to {high}", low=near[0], high=near[-1])
    return t.plural(
        "A barrel's value at customs follows Brent by {months} month",
        "A barrel's value at customs follows Brent by {months} months",
        near[-1],
        months=months,
    )


def _finding(table: pd.DataFrame, lags: pd.DataFrame, best: int, currency: str, t: Texts) -> str:
    """How closely the value follows Brent, and both in the latest month."""
    found = lags.set_index("lag")["correlation"]
    lagged = t.plural(
        "Correlation {lagged} with Brent {count} month earlier",
        "Correlation {lagged} with Brent {count} months earlier",
        best,
        lagged=t.number(found[best], 2),
    )
    same = t.number(found[0], 2) if pd.notna(found[0]) else ""
    close = t("{lagged}, {same} with Brent of the same month.", lagged=lagged, same=same)
    wide = table.pivot_table(index="period", columns="series_id", values="value")
    known = wide.reindex(columns=["crude_unit_value", "price_brent_lagged"]).dropna()
    return joined(
        close if same else "",
        *(
            begun(
                t(
                    "In {month} the value was {value}, Brent with that lag {brent}.",
                    month=t.day(str(period)),
                    value=amounts.amount(now["crude_unit_value"], currency.upper(), t, 0),
                    brent=amounts.amount(now["price_brent_lagged"], currency.upper(), t, 0),
                )
            )
            for period, now in known.tail(1).iterrows()
        ),
    )


def _note(every: pd.DataFrame, months: pd.DataFrame, barrels: float, t: Texts) -> str:
    absent = lines.listed([t.day(m) for m in crude.unpublished(months)], t)
    return joined(
        t(
            "Value divided by weight of all exports, FOB, at {factor} barrels a tonne. The lag is "
            "the one with the highest correlation in dollars over all months available, {period}.",
            factor=t.number(barrels, 2),
            period=t.day(f"{every['period'].min()}/{every['period'].max()}"),
        ),
        t("Not published: {months}.", months=absent) if absent else "",
    )


def _two(table: pd.DataFrame, lag: int, t: Texts, currency: str) -> Months:
    """Prices above, values of exports below."""
    every = pd.period_range(table["period"].min(), table["period"].max(), freq="M")
    wide = table.pivot(index="period", columns="series_id", values="value")
    wide = wide.reindex(every.astype(str))
    wide = wide.assign(day=[month(str(period)) for period in wide.index])
    prices: list[tuple[str, str, str, Stroke]] = [
        ("crude_unit_value", t("Kazakhstan's exports at customs"), marks.KAZAKHSTAN, "solid"),
        ("price_brent_lagged", t("Brent {count} months earlier", count=lag), _PRICE, "solid"),
        (crude_price.BRENT, t("Brent of the same month"), marks.MUTED, "dotted"),
    ]
    curves = tuple(
        Series(name, colour, points(wide, key, lambda v: t.number(v, 1), at="day"), line=stroke)
        for key, name, colour, stroke in prices
        if key in wide
    )
    money = shared.Billions(currency, t)
    values = points(wide, "crude_exports", money, at="day") if "crude_exports" in wide else ()
    sold = Series(t("Exports"), marks.KAZAKHSTAN, values)
    return Months(
        (
            Curves(curves, Unit(_barrel(t, currency)), _PRICES),
            Curves((sold,), Unit(t("Exports, {unit}", unit=money.name), 9), _VALUES),
        ),
        months=tuple((month(str(p)), t.day(str(p))) for p in wide.index),
        when=t("Month"),
        none=t("not published"),
    )
