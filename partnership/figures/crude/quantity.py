"""Changes in the value of crude exports, split into price and quantity."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import crude as analysis
from partnership.analysis import money
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State, last_year

_MONTHS = 12
AVAILABLE = message("Year-on-year changes are available for {years}.")
_HEIGHT = 340
_PRICE, _QUANTITY = palette.SECTOR["oil_gas"].light, palette.HOLDERS[0].light


@register(
    "trade.price_quantity", sectors=("oil_gas", "trade"), uses=("from_year", "to_year", "currency")
)
def price_quantity(state: State) -> Figure:
    """The yearly change in the value of crude exports, split into price and quantity."""
    t = texts.in_language(state.lang)
    months = money.in_currency(
        analysis.monthly(tables.load("trade")), state.currency, tables.load("prices")
    )
    rows = analysis.price_quantity(months, "value")
    known = lines.years(rows["year"])
    last = state.newest_year
    rows = rows[rows["year"].between(state.from_year, last)]
    compared = months[months["period"].str[:4].astype(int).between(state.from_year - 1, last)]
    if rows.empty:
        why = lines.known_only(AVAILABLE, known, t)
        return shared.nothing("trade.price_quantity", t("Price and quantity effects"), why)
    return Figure(
        id="trade.price_quantity",
        title=t(
            "Price and quantity effects in the value of Kazakhstan's crude oil exports: "
            "year-on-year change, {years}, {unit}",
            years=lines.years(rows["year"]),
            unit=lines.billions(t, state.currency),
        ),
        drawn=marks.finish(_diverging(rows, t, state.currency), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Stacked bars above and below zero by year, with a point for the total change."),
        finding=_finding(rows, t, state.currency),
        note=_note(rows, compared, t),
        badges=shared.badges(rows, *(("incomplete",) if rows["months"].lt(_MONTHS).any() else ())),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, t: Texts, currency: str) -> str:
    full = rows[rows["year"].le(last_year())]
    row = (full if len(full) else rows).iloc[-1]
    return t(
        "In {year} the value changed by {change}: price {price}, quantity {quantity}.",
        year=int(row["year"]),
        change=signed(row["change"], t, currency),
        price=signed(row["price"], t, currency),
        quantity=signed(row["quantity"], t, currency),
    )


def signed(value: float, t: Texts, currency: str) -> str:
    """A change in billions with its sign."""
    return lines.signed(amounts.in_billions(abs(value), currency, t), value, t)


def _note(rows: pd.DataFrame, months: pd.DataFrame, t: Texts) -> str:
    sentences = [
        t(
            "Each month is compared with the same month a year earlier: additive logarithmic mean "
            "Divisia index (LMDI; {source}); price is the value of a tonne. Paler bars: fewer "
            "than twelve months.",
            source=t.quote(analysis.METHOD),
        ),
        *unknown(months, t),
    ]
    newest = rows[rows["months"].lt(_MONTHS) & rows["year"].gt(last_year())]
    sentences += [
        t("{year} covers its first {months} months.", year=row.year, months=row.months)
        for row in newest.itertuples()
    ]
    if months["value"].ne(months["value_usd"]).any():
        sentences.append(t("In euros the price effect includes the change in the exchange rate."))
    return " ".join(sentences)


def unknown(months: pd.DataFrame, t: Texts) -> list[str]:
    """Sentences on the months of `crude.monthly` that are not published, or are provisional."""
    sentences = []
    if absent := analysis.unpublished(months):
        sentences.append(
            t(
                "Not published: {months}; a year later the month has no basis for comparison.",
                months=lines.listed([t.day(m) for m in absent], t),
            )
        )
    loose = months[months["note"].fillna("").str.startswith("Provisional")]["period"]
    if len(loose):
        sentences.append(t("Provisional: {period}.", period=t.day(f"{loose.min()}/{loose.max()}")))
    return sentences


def _diverging(rows: pd.DataFrame, t: Texts, currency: str) -> Any:
    words = {"price": t("Price"), "quantity": t("Quantity")}
    year = rows["year"].astype(str)
    parts = pd.concat(
        [
            pd.DataFrame(
                {
                    "year": year,
                    "value": lines.bn(rows[kind]),
                    "kind": name,
                    "formatted": [signed(v, t, currency) for v in rows[kind]],
                    "months": rows["months"],
                }
            )
            for kind, name in words.items()
        ]
    )
    net = pd.DataFrame(
        {
            "year": year,
            "value": lines.bn(rows["change"]),
            "kind": t("Total change"),
            "formatted": [signed(v, t, currency) for v in rows["change"]],
            "months": rows["months"],
        }
    )
    x = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, domain=False, ticks=False))
    y = alt.Y("value:Q", axis=marks.value_axis(""))
    kinds = [*words.values(), net["kind"].iloc[0]]
    colour = alt.Color(
        "kind:N",
        title=None,
        scale=alt.Scale(domain=kinds, range=[_PRICE, _QUANTITY, marks.INK]),
        legend=alt.Legend(orient="top", symbolType="circle", columns=3, offset=18),
    )
    tooltip = [
        alt.Tooltip("year:O", title=t("Year")),
        alt.Tooltip("kind:N", title=t("Effect")),
        alt.Tooltip("formatted:N", title=t("Change")),
        alt.Tooltip("months:Q", title=t("Months compared")),
    ]
    bars = (
        alt.Chart(marks.rows(parts))
        .mark_bar(width={"band": 0.6})
        .encode(
            x=x,
            y=y,
            color=colour,
            tooltip=tooltip,
            opacity=alt.condition(alt.datum.months == _MONTHS, alt.value(1), alt.value(0.6)),
        )
    )
    zero = alt.Chart(marks.values([{"value": 0}])).mark_rule(color=marks.SOFT).encode(y=y)
    points = (
        alt.Chart(marks.rows(net))
        .mark_point(filled=True, size=80, stroke=marks.PAPER, opacity=1)
        .encode(x=x, y=alt.Y("value:Q"), color=colour, tooltip=tooltip)
    )
    return alt.layer(bars, zero, points)
