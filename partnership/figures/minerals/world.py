"""Reserves of chromium and manganese by country and edition."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd

from partnership import palette, tables
from partnership.analysis import minerals as analysis
from partnership.charts import lines
from partnership.charts.forms import Lines, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.minerals.ranks import span_of
from partnership.language import amounts, codes, spans, texts
from partnership.language.texts import Texts, message
from partnership.state import State

_USES = ("from_year", "to_year")
_HEIGHT = 300
_SHOWN = 5
_TITLES = {
    "chromium": message("Chromite reserves by country and edition, {years}, Mt"),
    "manganese": message("Manganese reserves by country and edition, {years}, Mt of content"),
}
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
        title = t(_TITLES[metal], years=spans.years(state.from_year, state.to_year))
        return shared.outside(figure_id, title, read["edition"], t)
    return shared.drawn(
        figure_id,
        _lines(rows, t),
        rows,
        title=t(_TITLES[metal], years=lines.years(rows["edition"])),
        headline=_headline(metal, rows, t),
        finding=_listed(rows, t),
        note=t(
            "Countries not listed have no figure; one that appears later was not necessarily "
            "without reserves before. Countries with less than those named are in the table."
        ),
        height=_HEIGHT,
        incomplete=True,
    )


def _headline(metal: str, rows: pd.DataFrame, t: Texts) -> str:
    """Who has most in the newest edition, and what Kazakhstan has in its own newest."""
    lead = rows[rows["edition"].eq(rows["edition"].max())].iloc[0]
    words = {
        "metal": t(codes.COMMODITY[metal]),
        "country": t.name(str(lead["entity_id"])),
        "most": _mt(lead, t),
    }
    kazakh = rows[rows["entity_id"].eq("KAZ")]
    if kazakh.empty or lead["entity_id"] == "KAZ":
        return t("{country} has the largest {metal} reserves, {most}", **words)
    own, year = kazakh.iloc[-1], int(kazakh["edition"].iloc[-1])
    amount = _mt(own, t)
    if year != lead["edition"]:
        amount = t("{amount} in {year}", amount=amount, year=year)
    return t("{country} has {most} of {metal} reserves, Kazakhstan {own}", **words, own=amount)


def _mt(row: pd.Series, t: Texts) -> str:
    return amounts.amount(row["value"] / _KT, "Mt", t)


def _listed(rows: pd.DataFrame, t: Texts) -> str:
    """How many countries the newest edition lists, and which it lists no longer."""
    latest = rows.groupby("entity_id", observed=True)["edition"].max()
    year, old = int(latest.max()), latest.index[latest.lt(latest.max())]
    count = t(
        "The edition of {year} lists {count} countries.", year=year, count=(latest == year).sum()
    )
    if not len(old):
        return count
    names = lines.listed(sorted((t.name(str(c)) for c in old), key=t.order), t)
    return count + " " + t("No longer listed: {countries}.", countries=names)


def _lines(rows: pd.DataFrame, t: Texts) -> Lines:
    latest = rows.drop_duplicates("entity_id", keep="last").sort_values("value", ascending=False)
    others = [c for c in latest["entity_id"].astype(str) if c != "KAZ"][:_SHOWN]
    lead = rows.loc[rows["edition"].eq(rows["edition"].max()), "entity_id"].iloc[0]
    looks = {lead: palette.INK.light, "KAZ": palette.KAZAKHSTAN.light}
    shown = dict.fromkeys([*others, *looks])
    drawn = rows[rows["entity_id"].isin(shown)]
    last = int(drawn["edition"].max())
    return Lines(
        tuple(
            _country(c, own, last, looks.get(c, palette.MUTED.light), t)
            for c in shown
            if len(own := drawn[drawn["entity_id"].eq(c)])
        ),
        Unit(t("Mt"), 3),
        t("Edition"),
        what=t("Country"),
        measure=t("Reserves"),
        hover="point",
    )


def _country(country: str, own: pd.DataFrame, last: int, colour: str, t: Texts) -> Series:
    """The line of a country, named with its newest value; with its edition where it ends early."""
    points = tuple(
        Point(int(r.edition), float(r.value), amounts.amount(r.value / _KT, "Mt", t, 1))
        for r in own.itertuples()
    )
    end = points[-1]
    value = t.number((end.value or 0) / _KT)
    ends = f"{t.name(country)} {value}" + (f" ({end.at})" if end.at != last else "")
    # The country with the most is told apart by ink: among grey peers its own hue is not.
    entity = "" if colour == palette.INK.light else country
    muted = colour == palette.MUTED.light
    return Series(t.name(country), colour, points, entity=entity, ends=ends, muted=muted)


def _maker(metal: str) -> Callable[[State], Figure]:
    return register(f"minerals.{metal}", sectors=("minerals",), uses=_USES)(
        partial(_countries, metal)
    )


chromium, manganese = (_maker(metal) for metal in analysis.METALS)
