"""Price and quantity in the value of crude oil exports, month by month."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import crude, crude_months, money
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.crude.quantity import AVAILABLE, signed, unknown
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 320
_PRICE, _QUANTITY = palette.SECTOR["oil_gas"].light, palette.HOLDERS[0].light


@register(
    "trade.price_quantity_months",
    sectors=("oil_gas", "trade"),
    uses=("from_year", "to_year", "currency"),
)
def price_quantity_months(state: State) -> Figure:
    """Each month's change on the same month a year before, split into price and quantity."""
    t = texts.in_language(state.lang)
    months = money.in_currency(
        crude.monthly(tables.load("trade")), state.currency, tables.load("prices")
    )
    rows = crude_months.by_month(months, "value")
    # Months of a year that has just begun are wanted too where the reader set no earlier end.
    known = lines.years(_year(rows))
    last = state.newest_year
    rows = rows[_year(rows).between(state.from_year, last)]
    compared = months[_year(months).between(state.from_year - 1, last)]
    if rows.empty:
        why = lines.known_only(AVAILABLE, known, t)
        return shared.nothing("trade.price_quantity_months", t("Price or quantity by month"), why)
    down = rows.loc[rows["price"].idxmin()]
    up = rows.loc[rows["price"].idxmax()]
    return Figure(
        id="trade.price_quantity_months",
        title=t(
            "Price and quantity effects in the value of Kazakhstan's crude oil exports: change on "
            "the same month a year earlier, {from_month} to {to_month}, {unit}",
            from_month=t.day(str(rows["period"].iloc[0])),
            to_month=t.day(str(rows["period"].iloc[-1])),
            unit=lines.billions(t, state.currency),
        ),
        drawn=marks.finish(_drawn(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Narrow bars above and below zero by month, price and quantity stacked."),
        finding=t(
            "The largest negative price effect was in {down} ({least}), the largest positive one "
            "in {up} ({most}).",
            down=t.day(str(down["period"])),
            least=signed(down["price"], t, state.currency),
            up=t.day(str(up["period"])),
            most=signed(up["price"], t, state.currency),
        ),
        note=_note(compared, state.currency, t),
        badges=shared.badges(rows, "incomplete"),
        height=_HEIGHT,
    )


def _note(months: pd.DataFrame, currency: str, t: Texts) -> str:
    sentences = [
        t(
            "The first values compared are those of {month}. Method: additive LMDI ({source}), as "
            "for the years, whose components are the sums of these. Points: total change.",
            month=t.day(str(months["period"].min())),
            source=t.quote(crude.METHOD),
        ),
        *unknown(months, t),
    ]
    if currency != "usd":
        sentences.append(t("In euros the price effect includes the change in the exchange rate."))
    return " ".join(sentences)


def _drawn(rows: pd.DataFrame, t: Texts) -> Any:
    price, quantity = lines.bn(rows["price"]), lines.bn(rows["quantity"])
    start = [f"{p}-03" for p in rows["period"]]
    end = [f"{p}-27" for p in rows["period"]]
    foot = price.where(price * quantity > 0, 0)
    bars = pd.concat(
        [
            pd.DataFrame({"start": start, "end": end, "low": low, "high": high, "kind": kind})
            for kind, low, high in (
                (t("Price"), 0.0, price),
                (t("Quantity"), foot, foot + quantity),
            )
        ]
    ).round({"low": 4, "high": 4})
    x = marks.days("start", title=None, axis=alt.Axis(grid=False, format="%Y", tickCount=10))
    y = alt.Y("low:Q", axis=marks.value_axis(""))
    colour = alt.Color(
        "kind:N",
        title=None,
        scale=alt.Scale(domain=[t("Price"), t("Quantity")], range=[_PRICE, _QUANTITY]),
        legend=alt.Legend(orient="top", symbolType="square", offset=12),
    )
    by_month = pd.DataFrame(
        {
            "start": start,
            "end": end,
            "when": [t.day(p) for p in rows["period"]],
            "price": [t.number(v, 2) for v in price],
            "quantity": [t.number(v, 2) for v in quantity],
            "change": [t.number(v, 2) for v in lines.bn(rows["change"])],
            "low": lines.bn(rows["change"]),
            "middle": [f"{p}-15" for p in rows["period"]],
        }
    )
    over = alt.selection_point(on="pointerover", clear="pointerout", fields=["when"], empty=False)
    band = (
        alt.Chart(marks.rows(by_month.drop(columns=["low", "middle"])))
        .mark_rect(color=marks.INK)
        .encode(
            x=x,
            x2=marks.until("end"),
            opacity=alt.condition(over, alt.value(0.12), alt.value(0)),
            tooltip=[
                alt.Tooltip("when:N", title=t("Month")),
                alt.Tooltip("price:N", title=t("Price, billion")),
                alt.Tooltip("quantity:N", title=t("Quantity, billion")),
                alt.Tooltip("change:N", title=t("Total change, billion")),
            ],
        )
        .add_params(over)
    )
    drawn = (
        alt.Chart(marks.rows(bars))
        .mark_rect()
        .encode(x=x, x2=marks.until("end"), y=y, y2="high:Q", color=colour)
    )
    zero = alt.Chart(marks.values([{"low": 0}])).mark_rule(color=marks.SOFT).encode(y="low:Q")
    net = (
        alt.Chart(marks.rows(by_month[["middle", "low"]]))
        .mark_point(filled=True, size=9, color=marks.INK, opacity=1)
        .encode(x=marks.days("middle"), y="low:Q")
    )
    return alt.layer(drawn, zero, net, band)


def _year(rows: pd.DataFrame) -> pd.Series:
    """The year of each row; a table without rows has a column of no type."""
    return rows["period"].astype(str).str[:4].astype(int)
