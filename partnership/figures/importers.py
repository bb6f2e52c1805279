"""Kazakh crude oil by the European countries that declare it."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, sources, tables, texts
from partnership.analysis import trade as analysis
from partnership.figures import crude, lines, marks
from partnership.figures.figure import Figure, register
from partnership.state import State
from partnership.texts import Texts

_SHOWN = 5
_THOUSAND = 1000.0
_HEIGHT = 330


@register("trade.crude_importers", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_importers(state: State) -> Figure:
    """Kazakh crude oil by the European countries that declare it."""
    t = texts.of(state.lang)
    first, last = crude.span(state)
    if first > last:
        return crude.outside("trade.crude_importers", t("Kazakh crude oil in Europe"), t)
    rows = analysis.importers(tables.load("trade"), first, last)
    year = int(rows["year"].max())
    now = rows[rows["year"].eq(year)].set_index("reporter")["quantity_kbbl"]
    place = int(now.rank(ascending=False)["ITA"])
    return Figure(
        id="trade.crude_importers",
        title=t(
            "Kazakh crude oil as European importers declare it, {years}, million barrels",
            years=lines.years(rows["year"]),
        ),
        drawn=marks.finish(_importers(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Stacked bars a year, Italy at the foot in colour, the largest others named."),
        finding=t(
            "In {year} Italy declared {volume} million barrels of Kazakh crude oil, number {place} "
            "of the {count} countries that declared any; Germany declared {germany}.",
            year=year,
            volume=t.number(now["ITA"] / _THOUSAND, 1),
            place=place,
            count=len(now),
            germany=t.number(now["DEU"] / _THOUSAND, 1),
        ),
        note=t(
            "Reporting changed in 2020: from then on France, Spain, Greece and Portugal are "
            "missing in many months or altogether, and Türkiye is in for the first time, so the "
            "height of the bars cannot be compared across 2020."
        ),
        badges=marks.badges(rows, "incomplete"),
        height=_HEIGHT,
    )


def _importers(rows: pd.DataFrame, t: Texts) -> Any:
    total = rows[rows["reporter"].ne("ITA")].groupby("reporter")["quantity_kbbl"].sum()
    named = ["ITA", *total.nlargest(_SHOWN).index]
    colours = [marks.ITALY, *[s.light for s in palette.HOLDERS[:_SHOWN]], marks.MUTED]
    order = dict(zip([*named, "other"], colours, strict=True))
    who = rows["reporter"].astype(str)
    data = rows.assign(band=who.where(who.isin(named), "other"))
    data = data.groupby(["year", "band"], as_index=False)["quantity_kbbl"].sum()
    place = data["band"].map(list(order).index)
    data = data.assign(place=place).sort_values(["year", "place"])
    upper = data.groupby("year")["quantity_kbbl"].cumsum() / _THOUSAND
    shown = pd.DataFrame(
        {
            "start": data["year"] - 0.36,
            "end": data["year"] + 0.36,
            "year": data["year"],
            "lower": upper - data["quantity_kbbl"] / _THOUSAND,
            "upper": upper,
            "who": [t("Others") if b == "other" else t.short(b) for b in data["band"]],
            "said": [t.number(q / _THOUSAND, 1) for q in data["quantity_kbbl"]],
            "colour": data["band"].map(order),
            "shade": data["band"].eq("ITA").map({True: 1, False: 0.8}),
        }
    )
    return _bars(shown, t)


def _bars(shown: pd.DataFrame, t: Texts) -> Any:
    span = (int(shown["year"].min()), int(shown["year"].max()))
    x = lines.year_x("start", *span, room=84, edge=0.5)
    bars = lines.blocks(
        shown,
        x,
        alt.Y("lower:Q", axis=marks.value_axis(t("million barrels"))),
        t,
        [
            alt.Tooltip("who:N", title=t("declared by")),
            alt.Tooltip("said:N", title=t("million barrels")),
        ],
        opacity=alt.Opacity("shade:Q", scale=None),
    )
    last = shown[shown["year"].eq(span[1])]
    least = 1.05 * lines.LABEL_LINE * float(shown["upper"].max()) / lines.plot(_HEIGHT)
    middle = ((last["lower"] + last["upper"]) / 2).tolist()
    names = last.assign(
        lower=lines.spread(middle, least),
        colour=last["colour"].where(last["colour"].eq(marks.ITALY), marks.INK),
    )
    words = (
        alt.Chart(marks.rows(names[["end", "lower", "who", "colour"]]))
        .mark_text(align="left", dx=6, fontSize=marks.LABEL)
        .encode(x="end:Q", y="lower:Q", text="who:N", color=alt.Color("colour:N", scale=None))
    )
    return alt.layer(bars, words)
