"""Carbon intensity of electricity."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import climate as analysis
from partnership.charts.forms import Chart, Lines, Series, Unit
from partnership.figures import shared, yearly
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_HEIGHT = 320
_METRIC = "carbon_intensity_gco2e_kwh"
COUNTRIES = ("KAZ", "WLD", "EUU", "ITA")


@register("climate.intensity", sectors=("renewables",), uses=("from_year", "to_year"))
def intensity(state: State) -> Figure:
    """Greenhouse gases per kilowatt-hour in Kazakhstan, Italy, the Union and the world."""
    t = texts.in_language(state.lang)
    known = analysis.yearly(tables.load("observations"), (_METRIC,), COUNTRIES)
    if known.empty:
        raise needed.missing("observations", metric_id=_METRIC)
    rows = yearly.chosen(known, state)
    title = t("Carbon intensity of electricity, g of CO₂ equivalent per kWh")
    if rows.empty:
        return yearly.unknown("climate.intensity", title, known["year"], t)
    headline, finding = _compared(rows, t)
    return shared.from_rows(
        "climate.intensity",
        yearly.titled(title, rows["year"], t),
        Chart(_drawn(rows, t), _HEIGHT),
        rows,
        headline=headline,
        finding=finding,
        note=yearly.two_releases(analysis.INTENSITY, analysis.NEWEST, t),
    )


def _compared(rows: pd.DataFrame, t: Texts) -> tuple[str, str]:
    """How many times as much as Italy, and both, in the latest year of one release with both."""
    for release in (analysis.NEWEST, analysis.INTENSITY):
        own = rows[rows["source_id"].eq(release)]
        wide = own.pivot_table(index="year", columns="entity_id", values="value")
        both = wide.reindex(columns=["KAZ", "ITA"]).dropna()
        both = both[both["ITA"].gt(0)]
        if len(both):
            kazakh, italian = both.iloc[-1]
            times = t.number(kazakh / italian, 1)
            return t("A kWh emits {times} times as much in Kazakhstan as in Italy", times=times), t(
                "In {year} it was {kazakh} g of CO₂ equivalent in Kazakhstan and {italian} g in "
                "Italy.",
                year=int(both.index[-1]),
                kazakh=t.number(kazakh),
                italian=t.number(italian),
            )
    return "", ""


def _drawn(rows: pd.DataFrame, t: Texts) -> Lines:
    """Countries in their order, the newest release after the long one."""
    series = tuple(
        _series(country, release, own, t)
        for release in (analysis.INTENSITY, analysis.NEWEST)
        for country in COUNTRIES
        if len(own := rows[rows["entity_id"].eq(country) & rows["source_id"].eq(release)])
    )
    return Lines(series, Unit(t("g/kWh")), t("Year"), none=t("no data"))


def _series(country: str, release: str, own: pd.DataFrame, t: Texts) -> Series:
    points = yearly.points(own, lambda v: t("{value} g", value=t.number(v, 1)))
    value, year = t.number(points[-1].value or 0), points[-1].at
    edition = sources.by_ids([release])[0].published[:4]
    return Series(
        t("{country}, release of {year}", country=t.name(country), year=edition),
        "",
        points,
        entity=country,
        ends=t("{country}\n{value} in {year}", country=t.short(country), value=value, year=year),
        line="dotted" if release == analysis.NEWEST else "solid",
    )
