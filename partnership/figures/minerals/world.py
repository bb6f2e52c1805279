"""Reserves of chromium and manganese by country and edition."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd

from partnership import tables
from partnership.analysis import minerals as analysis
from partnership.charts import lines
from partnership.charts.forms import Chart, Lines, Point, Series, Unit
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
        drawn=Chart(_lines(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
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


def _lines(rows: pd.DataFrame, t: Texts) -> Lines:
    latest = rows.sort_values("edition").drop_duplicates("entity_id", keep="last")
    order = latest.sort_values("value", ascending=False)["entity_id"].astype(str)
    shown = [c for c in order if c != "KAZ"][:_SHOWN]
    shown.append("KAZ")
    drawn = rows[rows["entity_id"].isin(shown)]
    last = int(drawn["edition"].max())
    return Lines(
        tuple(
            _country(country, drawn[drawn["entity_id"].eq(country)], last, t)
            for country in shown
            if drawn["entity_id"].eq(country).any()
        ),
        Unit(t("Mt"), 3),
        t("Edition"),
        what=t("Country"),
        measure=t("Reserves"),
        hover="point",
        dots=True,
    )


def _country(country: str, own: pd.DataFrame, last: int, t: Texts) -> Series:
    """The line of a country, named with its newest value; with its edition where it ends early."""
    points = tuple(
        Point(int(edition), float(value), amounts.amount(value / _KT, "Mt", t, 1))
        for edition, value in own.sort_values("edition")[["edition", "value"]].itertuples(
            index=False
        )
    )
    end = points[-1]
    value = t.number((end.value or 0) / _KT)
    ends = f"{t.name(country)} {value}" + (f" ({end.at})" if end.at != last else "")
    return Series(t.name(country), "", points, entity=country, ends=ends, muted=country != "KAZ")


def _maker(metal: str) -> Callable[[State], Figure]:
    return register(f"minerals.{metal}", sectors=("minerals",), uses=_USES)(
        partial(_countries, metal)
    )


chromium, manganese = (_maker(metal) for metal in analysis.METALS)
