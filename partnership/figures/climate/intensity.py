"""Carbon intensity of electricity."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import climate as analysis
from partnership.charts import lines
from partnership.charts.forms import Chart, Lines, Point, Series, Unit
from partnership.figures import shared
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
    rows = analysis.yearly(tables.load("observations"), (_METRIC,), COUNTRIES)
    rows = rows[rows["year"].between(state.from_year, state.to_year)]
    if rows.empty:
        title = t("Carbon intensity of electricity")
        known = analysis.yearly(tables.load("observations"), (_METRIC,), COUNTRIES)["year"]
        if known.empty:
            raise needed.missing("observations", metric_id=_METRIC)
        why = t("Carbon intensity is available for {years} only.", years=lines.years(known))
        return shared.nothing("climate.intensity", title, why)
    return Figure(
        id="climate.intensity",
        title=t(
            "Carbon intensity of electricity generation, {years}, g of CO₂ equivalent a kWh",
            years=lines.years(rows["year"]),
        ),
        drawn=Chart(_drawn(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        finding=_finding(rows, t),
        note=_note(rows, t),
        badges=shared.badges(rows),
        height=_HEIGHT,
    )


def _note(rows: pd.DataFrame, t: Texts) -> str:
    """Which release each mark comes from, and where the long one ends early."""
    old = rows[rows["source_id"].eq(analysis.INTENSITY)]
    sentences = []
    if len(old):
        last = old.groupby("entity_id", observed=True)["year"].max()
        sentences.append(t("Lines: release of {year}.", year=_release(analysis.INTENSITY)))
        sentences += [
            t("{country}: to {year}.", country=t.name(str(country)), year=int(year))
            for country, year in last[last.lt(last.max())].items()
        ]
    if rows["source_id"].eq(analysis.NEWEST).any():
        sentences.append(
            t(
                "Hollow points on dotted lines: release of {year}, which revises the series and "
                "is never joined with it.",
                year=_release(analysis.NEWEST),
            )
        )
    return " ".join(sentences)


def _release(source_id: str) -> str:
    """Year of a release."""
    return sources.by_ids([source_id])[0].published[:4]


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """The latest year for which one release has both countries."""
    for release in (analysis.NEWEST, analysis.INTENSITY):
        of_release = rows[rows["source_id"].eq(release)]
        wide = of_release.pivot_table(index="year", columns="entity_id", values="value")
        if {"KAZ", "ITA"} <= set(wide.columns) and len(both := _compared(wide)):
            last = both.iloc[-1]
            return t(
                "In {year} electricity generation in Kazakhstan emitted {kazakh} g of CO₂ "
                "equivalent a kWh, {times} times as much as in Italy ({italian} g).",
                year=int(both.index[-1]),
                kazakh=t.number(last["KAZ"]),
                italian=t.number(last["ITA"]),
                times=t.number(last["KAZ"] / last["ITA"], 1),
            )
    return ""


def _compared(wide: pd.DataFrame) -> pd.DataFrame:
    """Years with values of both countries and none of zero for Italy, which is divided by."""
    both = wide[["KAZ", "ITA"]].dropna()
    return both[both["ITA"].gt(0)]


def _drawn(rows: pd.DataFrame, t: Texts) -> Lines:
    """Countries in the order of their colours, the newest release after the long one."""
    return Lines(
        tuple(
            _series(country, release, own, t)
            for release in (analysis.INTENSITY, analysis.NEWEST)
            for country in COUNTRIES
            if len(own := rows[rows["entity_id"].eq(country) & rows["source_id"].eq(release)])
        ),
        Unit(t("g a kWh")),
        t("Year"),
        none=t("no data"),
    )


def _series(country: str, release: str, own: pd.DataFrame, t: Texts) -> Series:
    points = tuple(
        Point(int(year), float(value), t("{value} g", value=t.number(value, 1)))
        for year, value in own[["year", "value"]].itertuples(index=False)
    )
    return Series(
        t("{country}, release of {year}", country=t.name(country), year=_release(release)),
        "",
        points,
        entity=country,
        ends=t(
            "{country}\n{value} in {year}",
            country=t.short(country),
            value=t.number(points[-1].value or 0),
            year=points[-1].at,
        ),
        line="dotted" if release == analysis.NEWEST else "solid",
    )
