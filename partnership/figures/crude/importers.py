"""Kazakh crude oil by the European countries that declare it."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import trade as analysis
from partnership.charts import lines
from partnership.charts.forms import Break, Chart, Columns, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.crude import origins
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State

_SHOWN = 5
_THOUSAND = 1000.0
_MONTHS = 12
_HEIGHT = 330


@register("trade.crude_importers", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_importers(state: State) -> Figure:
    """Kazakh crude oil by the European countries that declare it."""
    t = texts.in_language(state.lang)
    first, last = origins.span(state)
    if first > last:
        return origins.outside("trade.crude_importers", t("Kazakh crude oil in Europe"), t)
    rows = analysis.importers(tables.load("trade"), first, last)
    if rows["quantity_kbbl"].notna().sum() == 0:
        why = t("No data on imports of Kazakh crude oil for these years.")
        return shared.nothing("trade.crude_importers", t("Kazakh crude oil in Europe"), why)
    return Figure(
        id="trade.crude_importers",
        title=t(
            "Kazakh crude oil as reported by European importers, {years}, million barrels",
            years=lines.years(rows["year"]),
        ),
        drawn=Chart(_columns(rows, t), _HEIGHT),
        table=rows,
        source_ids=sources.ids(rows),
        finding=_finding(rows, t),
        note=_note(rows, t),
        badges=shared.badges(rows, "incomplete"),
        height=_HEIGHT,
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    """Italy's rank in the latest year, and Germany beside it; empty where Italy has no row."""
    year = int(rows["year"].max())
    now = rows[rows["year"].eq(year)].set_index("reporter")["quantity_kbbl"].dropna()
    if "ITA" not in now.index:
        return ""
    values = {
        "year": year,
        "volume": t.number(now["ITA"] / _THOUSAND, 1),
        "rank": int(now.rank(ascending=False)["ITA"]),
        "count": len(now),
    }
    if "DEU" not in now.index:
        return t(
            "In {year} Italy reported {volume} million barrels of Kazakh crude oil, rank "
            "{rank} of the {count} countries that reported any.",
            **values,
        )
    return t(
        "In {year} Italy reported {volume} million barrels of Kazakh crude oil, rank {rank} of "
        "the {count} countries that reported any; Germany reported {germany}.",
        germany=t.number(now["DEU"] / _THOUSAND, 1),
        **values,
    )


def _note(rows: pd.DataFrame, t: Texts) -> str:
    sentences = []
    since = analysis.changes(rows)
    if since is not None:
        parts = [
            words
            for names, words in (
                (since.gone, t("no longer included: {names}", names=_named(since.gone, t))),
                (since.short, t("with missing months: {names}", names=_named(since.short, t))),
                (since.new, t("newly included: {names}", names=_named(since.new, t))),
            )
            if names
        ]
        sentences.append(
            t(
                "A different register from {year} ({parts}), so the height of the bars cannot be "
                "compared across {year}.",
                year=since.year,
                parts="; ".join(parts),
            )
        )
    doubtful = rows[rows["note"].notna()]
    if len(doubtful):
        sentences.append(
            t(
                "The register looks incomplete: {list}.",
                list=", ".join(f"{t.name(r.reporter)} {r.year}" for r in doubtful.itertuples()),
            )
        )
    short = rows[_partial(rows) & rows["reporter"].isin(_named_bands(rows))]
    if len(short):
        listed = [
            t(
                "{country} {year} ({months})",
                country=t.name(r.reporter),
                year=r.year,
                months=r.months,
            )
            for r in short.sort_values(["reporter", "year"]).itertuples()
        ]
        sentences.append(
            t(
                "Dashed: those and years with rows for fewer than twelve months; the register "
                "does not say whether imports were nil in the others. Months: {list}.",
                list=", ".join(listed),
            )
        )
    if (_partial(rows) & ~rows["reporter"].isin(_named_bands(rows))).any():
        sentences.append(
            t("Most of the others lack months in some year; the table shows how many.")
        )
    if rows["value_usd"].isna().any():
        sentences.append(t("The table has no value where a country reports volumes only."))
    return " ".join(sentences)


def _partial(rows: pd.DataFrame) -> pd.Series:
    """Years of a country for which the register lacks months."""
    return rows["months"].lt(_MONTHS)


def _named_bands(rows: pd.DataFrame) -> list[str]:
    """Countries with a band of their own: Italy and the largest others over all years."""
    total = rows[rows["reporter"].ne("ITA")].groupby("reporter")["quantity_kbbl"].sum()
    return ["ITA", *total.nlargest(_SHOWN).index]


def _named(reporters: tuple[str, ...], t: Texts) -> str:
    return lines.listed([t.name(r) for r in reporters], t) if reporters else ""


def _columns(rows: pd.DataFrame, t: Texts) -> Columns:
    """Italy at the foot, the largest others in the order of their size, the rest on top."""
    named = _named_bands(rows)
    who = rows["reporter"].astype(str)
    bands = rows.assign(band=who.where(who.isin(named), "other"), thin=_unsure(rows))
    series = tuple(
        Series(
            t("Others") if band == "other" else t.short(band),
            "",
            _points(bands[bands["band"].eq(band)], t, whole=band != "other"),
            "bar",
            entity=band,
        )
        for band in (*named, "other")
    )
    since = analysis.changes(rows)
    changed = () if since is None else (Break(since.year, t("Different register")),)
    return Columns(series, t("Year"), Unit(t("million barrels"), 3), breaks=changed)


def _points(rows: pd.DataFrame, t: Texts, *, whole: bool) -> tuple[Point, ...]:
    """A band by year; a `whole` one is of one country, whose months are known."""
    by_year = rows.groupby("year").agg(
        value=("quantity_kbbl", "sum"), thin=("thin", "any"), months=("months", "min")
    )
    return tuple(
        Point(
            int(r.Index),
            float(r.value),
            t.number(r.value / _THOUSAND, 1),
            status="incomplete" if whole and r.thin else "measured",
            details=((t("Months reported"), t.number(r.months)),) if whole and r.thin else (),
        )
        for r in by_year[by_year["value"].gt(0)].itertuples()
    )


def _unsure(rows: pd.DataFrame) -> pd.Series:
    """Years for which the register of a country looks incomplete."""
    return rows["note"].notna() | _partial(rows)
