"""Two small products that are traded by name: titanium and wheat."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import money
from partnership.analysis import products as analysis
from partnership.charts import grouped, lines, marks
from partnership.figures import shared
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
        drawn=marks.finish(_columns(kazakh, labels, marks.ITALY, t, state), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Bars by year with the value and the share of imports from outside the EU."),
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
        drawn=marks.finish(_columns(rows, labels, marks.KAZAKHSTAN, t, state), _HEIGHT),
        table=pd.concat([rows, printed], ignore_index=True),
        source_ids=sources.ids(rows, printed),
        alt=t("Bars by year of the value, with the mass above them."),
        finding=t(
            "The highest was {mass} thousand tonnes worth {value} in {year}.",
            mass=t.number(most["quantity_t"] / 1000),
            value=amounts.in_millions(most["value"], state.currency, t),
            year=int(most["year"]),
        ),
        note=" ".join(
            [
                t(
                    "As reported by Kazakhstan, FOB, durum and common wheat together. Above the "
                    "bars: thousand tonnes."
                ),
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


def _columns(rows: pd.DataFrame, labels: list[str], colour: str, t: Texts, state: State) -> Any:
    data = pd.DataFrame({"year": rows["year"].astype(str), "value": rows["value"] / 1e6})
    data["words"] = labels
    data["formatted"] = [amounts.in_millions(v, state.currency, t) for v in rows["value"]]
    base = alt.Chart(marks.rows(data)).encode(
        x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, domain=False, ticks=False)),
        y=alt.Y("value:Q", axis=marks.value_axis(_unit(t, state.currency))),
        tooltip=[
            alt.Tooltip("year:O", title=t("Year")),
            alt.Tooltip("formatted:N", title=t("Value")),
            alt.Tooltip("words:N", title=t("On the bar")),
        ],
    )
    bars = base.mark_bar(color=colour, width={"band": 0.6})
    return alt.layer(bars, base.mark_text(**marks.text(dy=-8, fontSize=11)).encode(text="words:N"))
