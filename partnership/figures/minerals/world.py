"""Reserves of chromium and manganese by country and edition."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import altair as alt
import pandas as pd

from partnership import palette, tables
from partnership.analysis import minerals as analysis
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.minerals.ranks import span_of
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import sentences

_USES = ("from_year", "to_year")
_HEIGHT = 300
_ROOM = 128
_SHOWN = 5
_TITLES = {
    "chromium": message("Chromite reserves by country and edition, {years}, Mt"),
    "manganese": message("Manganese reserves by country and edition, {years}, Mt of content"),
}
_READ = message("Reserves by country were read from the editions of {years}.")
_KT = 1000


def _countries(metal: str, state: State) -> Figure:
    """Reserves of the countries that have most, by edition from 2010 on."""
    t = texts.in_language(state.lang)
    first, last = span_of(state)
    rows = analysis.editions(tables.load("observations"), metal, first, last)
    rows = rows[rows["basis"].eq(analysis.RESERVES)]
    figure_id = f"minerals.{metal}"
    if rows.empty:
        read = analysis.editions(tables.load("observations"), metal, 0, 9999)
        read = read[read["basis"].eq(analysis.RESERVES)]
        why = lines.known_only(_READ, lines.years(read["edition"]), t)
        return shared.nothing(figure_id, t(_TITLES[metal], years=lines.years(_years(state))), why)
    newest = rows[rows["edition"].eq(rows["edition"].max())]
    lead = newest.iloc[0]
    kazakh = rows[rows["entity_id"].eq("KAZ")]
    finding = t(
        "Edition of {year}: {country} has the most, {value} Mt.",
        year=int(lead["edition"]),
        country=t.name(str(lead["entity_id"])),
        value=t.number(lead["value"] / _KT),
    )
    if len(kazakh):
        finding += " " + t(
            "Kazakhstan: {value} Mt in the edition of {year}.",
            value=t.number(kazakh["value"].iloc[-1] / _KT),
            year=int(kazakh["edition"].iloc[-1]),
        )
    return Figure(
        id=figure_id,
        title=t(_TITLES[metal], years=lines.years(rows["edition"])),
        drawn=marks.finish(_lines(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Lines of reserves by country, Kazakhstan's the thick one."),
        finding=finding,
        note=_unlisted(rows, t),
        badges=shared.badges(rows, "incomplete"),
        height=_HEIGHT,
    )


def _unlisted(rows: pd.DataFrame, t: Texts) -> str:
    """What an absence means, and which countries the newest edition lists no longer."""
    latest = rows.groupby("entity_id", observed=True)["edition"].max()
    newest = int(latest.max())
    gone = sorted(t.name(str(c)) for c in latest.index[latest.lt(newest)])
    return sentences.joined(
        t(
            "Countries not listed have no figure; one that appears later was not necessarily "
            "without reserves before. Countries with less than those named are in the table."
        ),
        t(
            "No longer listed in the edition of {year}: {countries}.",
            year=newest,
            countries=lines.listed(gone, t),
        )
        if gone
        else "",
    )


def _years(state: State) -> pd.Series:
    return pd.Series([state.from_year, state.to_year])


def _lines(rows: pd.DataFrame, t: Texts) -> Any:
    latest = rows.sort_values("edition").drop_duplicates("entity_id", keep="last")
    order = latest.sort_values("value", ascending=False)["entity_id"].astype(str)
    shown = [c for c in order if c != "KAZ"][:_SHOWN]
    palette_of = dict(zip(shown, (s.light for s in palette.HOLDERS), strict=False))
    look = {**palette_of, "KAZ": marks.KAZAKHSTAN}
    data = rows[rows["entity_id"].isin(look)]
    data = pd.DataFrame(
        {
            "year": data["edition"],
            "at": data["value"] / _KT,
            "name": [t.name(str(c)) for c in data["entity_id"]],
            "label": [amounts.amount(v / _KT, "Mt", t, 1) for v in data["value"]],
            "colour": data["entity_id"].map(look),
            "wide": data["entity_id"].eq("KAZ").map({True: 3.2, False: 1.6}),
        }
    )
    first, last = int(data["year"].min()), int(data["year"].max())
    x = lines.year_x("year", first, last, _ROOM)
    most = float(data["at"].max())
    y = alt.Y("at:Q", scale=alt.Scale(domain=[0, most * 1.08]), axis=marks.value_axis(t("Mt")))
    base = alt.Chart(marks.rows(data)).encode(
        x=x,
        y=y,
        color=alt.Color("colour:N", scale=None),
        tooltip=[
            alt.Tooltip("name:N", title=t("Country")),
            alt.Tooltip("year:Q", title=t("Edition"), format="d"),
            alt.Tooltip("label:N", title=t("Reserves")),
        ],
    )
    drawn = base.mark_line().encode(
        detail="name:N", strokeWidth=alt.StrokeWidth("wide:Q", scale=None)
    )
    return alt.layer(drawn, base.mark_circle(size=26, opacity=1), _ends(data, x, y, t))


def _ends(data: pd.DataFrame, x: alt.X, y: alt.Y, t: Texts) -> Any:
    """Names at the right, spread so that none overlap; the year too where a line ends early."""
    last = int(data["year"].max())
    end = data.sort_values("year").drop_duplicates("name", keep="last")
    least = lines.LABEL_LINE * float(data["at"].max()) * 1.08 / lines.plot(_HEIGHT)
    end = end.assign(
        words=[
            f"{r.name} {t.number(r.at)}" + (f" ({r.year})" if r.year < last else "")
            for r in end.itertuples(index=False)
        ],
        at=lines.spread(list(end["at"]), least),
        year=last,
    )
    return lines.words_at_end(end, x, y, fontSize=11)


def _maker(metal: str) -> Callable[[State], Figure]:
    return register(f"minerals.{metal}", sectors=("minerals",), uses=_USES)(
        partial(_countries, metal)
    )


chromium, manganese = (_maker(metal) for metal in analysis.METALS)
