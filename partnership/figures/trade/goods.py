"""Two small products that are traded by name: titanium and wheat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import products as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Columns, Detail, Series, Unit
from partnership.charts.points import points
from partnership.figures import grouped, shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance.sources import publisher
from partnership.state import State
from partnership.wording.sentences import joined, listing

_USES = ("from_year", "to_year", "currency")
_HEIGHT = 240
_TITANIUM, _WHEAT = "cn8_81082000", "fao_0111"


@register("trade.titanium", sectors=("minerals", "trade"), uses=_USES)
def titanium(state: State) -> Figure:
    """Unwrought titanium that Italy imports from Kazakhstan."""
    t = texts.in_language(state.lang)
    rows = _product("ITA", "import", _TITANIUM, state)
    outside = rows[rows["partner"].eq("WLD")].set_index("year")["value"]
    kazakh = rows[rows["partner"].eq("KAZ")]
    kazakh = kazakh.assign(share=kazakh["value"] / kazakh["year"].map(outside) * 100)
    if kazakh.empty:
        why = t("No data on imports of titanium for these years.")
        return shared.nothing("trade.titanium", t("Titanium from Kazakhstan to Italy"), why)
    code = _TITANIUM.removeprefix("cn8_")
    headline, finding = _shares(kazakh[kazakh["share"].notna()], t)

    def details(row: Any) -> tuple[Detail, ...]:
        share = (t("Share of imports from outside the EU"), t.percent(row.share))
        return (share,) if pd.notna(row.share) else ()

    return shared.drawn(
        "trade.titanium",
        _columns(kazakh, "ITA", details, t, state),
        rows,
        title=t(
            "Italy's imports of unwrought titanium from Kazakhstan, {unit}, {years}",
            years=lines.years(kazakh["year"]),
            unit=_unit(t, state.currency),
        ),
        headline=headline,
        finding=finding,
        note=t(
            "By value as reported by Italy; imports from EU members are not in the source. "
            "Titanium and powders, CN code {code}.",
            code=f"{code[:4]} {code[4:6]} {code[6:]}",
        ),
        height=_HEIGHT,
    )


def _shares(known: pd.DataFrame, t: Texts) -> tuple[str, str]:
    """Kazakhstan's share in the latest year whose imports from all outside the EU are known, and
    in the others.
    """
    if known.empty:
        return "", ""
    *others, last = known.itertuples()
    headline = t(
        "Kazakhstan: {share} of Italy's titanium from outside the EU ({year})",
        share=t.percent(last.share),
        year=last.year,
    )
    listed = [t("{share} in {year}", share=t.percent(o.share), year=o.year) for o in others]
    before = t("Before that it was {list}.", list=lines.listed(listed, t)) if listed else ""
    return headline, before


@register("trade.wheat", sectors=("trade",), uses=_USES)
def wheat(state: State) -> Figure:
    """Wheat that Kazakhstan exports to Italy."""
    t = texts.in_language(state.lang)
    rows = _product("KAZ", "export", _WHEAT, state)
    rows = rows[rows["partner"].eq("ITA")]
    if rows.empty:
        why = t("No data on exports of wheat for these years.")
        return shared.nothing("trade.wheat", t("Wheat from Kazakhstan to Italy"), why)
    printed = analysis.wheat_printed(tables.load("observations"), state.from_year, state.to_year)
    most, last = rows.loc[rows["value"].idxmax()], rows.iloc[-1]

    def named(row: Any) -> dict[str, object]:
        value = amounts.in_millions(row.value, state.currency, t)
        return {"value": value, "mass": _mass(row.quantity_t, t), "year": int(row.year)}

    return shared.drawn(
        "trade.wheat",
        _columns(rows, "KAZ", lambda row: ((t("Weight"), _mass(row.quantity_t, t)),), t, state),
        rows,
        table=pd.concat([rows, printed], ignore_index=True),
        title=t(
            "Kazakhstan's wheat exports to Italy, {unit}, {years}",
            years=lines.years(rows["year"]),
            unit=_unit(t, state.currency),
        ),
        headline=t("Kazakhstan sold Italy wheat for {value} in {year}, {mass}", **named(last)),
        finding=""
        if most["year"] == last["year"]
        else t("The most was {value} in {year}, {mass}.", **named(most)),
        note=joined(t("As reported by Kazakhstan."), _printed(printed, t)),
        height=_HEIGHT,
    )


def _mass(tonnes: float, t: Texts) -> str:
    return amounts.amount(tonnes / 1000, "kt", t, 0)


def _printed(rows: pd.DataFrame, t: Texts) -> str:
    """What the press prints for other periods, and of durum alone."""
    each = (
        t(
            "{what} {mass} kt, {period} ({who})",
            what=t.name(str(row.metric_id)),
            mass=grouped.short(row.value, t),
            period=t.day(str(row.period)),
            who=publisher(row.source_id, t),
        )
        for row in rows.itertuples()
    )
    return listing(message("Other periods, not in the bars: {list}."), each, t)


def _product(reporter: str, flow: str, product: str, state: State) -> pd.DataFrame:
    span = (state.from_year, state.to_year)
    rows = analysis.one_product(tables.load("trade"), reporter, flow, product, span)
    return shared.Billions(state.currency, texts.in_language(state.lang)).converted(rows)


def _unit(t: Texts, currency: str) -> str:
    return t("million USD") if currency == "usd" else t("million EUR")


def _columns(
    rows: pd.DataFrame,
    reporter: str,
    details: Callable[[Any], tuple[Detail, ...]],
    t: Texts,
    state: State,
) -> Columns:
    """Values by year, in the colour of who reports them."""

    def words(value: float) -> str:
        return amounts.in_millions(value, state.currency, t)

    marked = points(
        rows, "value", words, label=lambda row: t.number(row.value / 1e6, 1), details=details
    )
    colour = marks.REPORTER_COLOUR[reporter]
    series = Series(t.name(reporter), colour, marked, "bar", entity=reporter)
    return Columns((series,), t("Year"), Unit(_unit(t, state.currency), 6), "overlaid")
