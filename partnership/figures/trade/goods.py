"""Two small products that are traded by name: titanium and wheat."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import money
from partnership.analysis import products as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Columns, Point, Series, Unit
from partnership.figures import grouped, shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.provenance.sources import publisher
from partnership.state import State

_USES = ("from_year", "to_year", "currency")
_HEIGHT = 240
_TITANIUM, _WHEAT = "cn8_81082000", "fao_0111"


@register("trade.titanium", sectors=("minerals", "trade"), uses=_USES)
def titanium(state: State) -> Figure:
    """Unwrought titanium that Italy imports from Kazakhstan."""
    t = texts.in_language(state.lang)
    rows = _product("ITA", "import", _TITANIUM, state)
    kazakh = rows[rows["partner"].eq("KAZ")]
    if kazakh.empty:
        why = t("No data on imports of titanium for these years.")
        return shared.nothing("trade.titanium", t("Titanium from Kazakhstan to Italy"), why)
    outside = rows[rows["partner"].eq("WLD")].set_index("year")["value"]
    share = kazakh["value"] / kazakh["year"].map(outside) * 100
    code = _TITANIUM.removeprefix("cn8_")
    labels = [
        f"{t.number(v / 1e6, 1)} · {t.percent(s, 0)}" if pd.notna(s) else t.number(v / 1e6, 1)
        for v, s in zip(kazakh["value"], share, strict=True)
    ]
    return Figure(
        id="trade.titanium",
        title=t(
            "Italy's imports of unwrought titanium from Kazakhstan, {years}, {unit}",
            years=lines.years(kazakh["year"]),
            unit=_unit(t, state.currency),
        ),
        drawn=Chart(_columns(kazakh, labels, "ITA", t, state), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        finding=_supplied(kazakh.assign(share=share), t),
        note=t(
            "Percent: of imports from outside the EU by value; imports from EU members are not in "
            "the source. Titanium and powders, CN code {code}.",
            code=f"{code[:4]} {code[4:6]} {code[6:]}",
        ),
        badges=shared.badges(rows),
        height=_HEIGHT,
    )


def _supplied(rows: pd.DataFrame, t: Texts) -> str:
    """Kazakhstan's share in the latest year whose imports from all outside the EU are known."""
    known = rows[rows["share"].notna()]
    if known.empty:
        return ""
    return t(
        "In {year} Kazakhstan supplied {share} of the unwrought titanium that Italy imported "
        "from outside the European Union.",
        year=int(known["year"].iloc[-1]),
        share=t.percent(known["share"].iloc[-1]),
    )


@register("trade.wheat", sectors=("trade",), uses=_USES)
def wheat(state: State) -> Figure:
    """Wheat that Kazakhstan exports to Italy."""
    t = texts.in_language(state.lang)
    rows = _product("KAZ", "export", _WHEAT, state)
    rows = rows[rows["partner"].eq("ITA")]
    if rows.empty:
        why = t("No data on exports of wheat for these years.")
        return shared.nothing("trade.wheat", t("Wheat from Kazakhstan to Italy"), why)
    labels = [t("{mass} kt", mass=t.number(q / 1000)) for q in rows["quantity_t"]]
    most = rows.loc[rows["value"].idxmax()]
    printed = analysis.wheat_printed(tables.load("observations"), state.from_year, state.to_year)
    return Figure(
        id="trade.wheat",
        title=t(
            "Kazakhstan's wheat exports to Italy, {years}, {unit}",
            years=lines.years(rows["year"]),
            unit=_unit(t, state.currency),
        ),
        drawn=Chart(_columns(rows, labels, "KAZ", t, state), _HEIGHT),
        table=pd.concat([rows, printed], ignore_index=True),
        source_ids=sources.ids(rows, printed),
        finding=t(
            "The highest was {mass} thousand tonnes worth {value} in {year}.",
            mass=t.number(most["quantity_t"] / 1000),
            value=amounts.in_millions(most["value"], state.currency, t),
            year=int(most["year"]),
        ),
        note=" ".join(
            [
                t("Above the bars: thousand tonnes."),
                *_printed(printed, t),
            ]
        ),
        badges=shared.badges(rows),
        height=_HEIGHT,
    )


def _printed(rows: pd.DataFrame, t: Texts) -> list[str]:
    """What the press prints for other periods, and of durum alone."""
    listed = [
        t(
            "{what} {mass} kt, {period} ({who})",
            what=t.name(str(row.metric_id)),
            mass=grouped.short(row.value, t),
            period=t.day(str(row.period)),
            who=publisher(row.source_id, t),
        )
        for row in rows.itertuples()
    ]
    if not listed:
        return []
    return [t("Other periods, not in the bars: {list}.", list="; ".join(listed))]


def _product(reporter: str, flow: str, product: str, state: State) -> pd.DataFrame:
    span = (state.from_year, state.to_year)
    rows = analysis.one_product(tables.load("trade"), reporter, flow, product, span)
    return money.in_currency(rows, state.currency, tables.load("prices"))


def _unit(t: Texts, currency: str) -> str:
    return t("million USD") if currency == "usd" else t("million EUR")


def _columns(rows: pd.DataFrame, labels: list[str], who: str, t: Texts, state: State) -> Columns:
    """Values by year with `labels` above them, in the colour of `who` declares them."""
    points = tuple(
        Point(int(year), float(v), amounts.in_millions(v, state.currency, t), label=label)
        for year, v, label in zip(rows["year"], rows["value"], labels, strict=True)
    )
    series = Series(t.name(who), marks.REPORTER_COLOUR[who], points, "bar", entity=who)
    return Columns((series,), t("Year"), Unit(_unit(t, state.currency), 6), "overlaid")
