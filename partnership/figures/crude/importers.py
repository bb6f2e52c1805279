"""Kazakh crude oil by the European countries that declare it."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import trade as analysis
from partnership.analysis.trade import MONTHS
from partnership.charts import lines
from partnership.charts.forms import Break, Columns, Series, Unit
from partnership.charts.points import points
from partnership.figures import shared
from partnership.figures.crude import origins
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.state import State
from partnership.wording.doubts import doubts
from partnership.wording.sentences import joined, listing

_SHOWN = 5
_OTHERS = "other"
_DASHED = message(
    "Dashed: those and years with rows for fewer than twelve months; the register does not say "
    "whether imports were nil in the others. Months: {list}."
)


@register("trade.crude_importers", sectors=("oil_gas", "trade"), uses=("from_year", "to_year"))
def crude_importers(state: State) -> Figure:
    """Kazakh crude oil by the European countries that declare it."""
    t = texts.in_language(state.lang)
    first, last = origins.span(state)
    if first > last:
        return origins.outside("trade.crude_importers", t("Kazakh crude oil in Europe"), t)
    rows = analysis.importers(tables.load("trade"), first, last)
    if rows["quantity_kbbl"].isna().all():
        why = t("No data on imports of Kazakh crude oil for these years.")
        return shared.nothing("trade.crude_importers", t("Kazakh crude oil in Europe"), why)
    headline, finding = _words(rows, t)
    return shared.drawn(
        "trade.crude_importers",
        _columns(rows, t),
        rows,
        title=t(
            "Kazakh crude oil as reported by European importers, million barrels, {years}",
            years=lines.years(rows["year"]),
        ),
        headline=headline,
        finding=finding,
        note=_note(rows, t),
        height=330,
        incomplete=True,
    )


def _words(rows: pd.DataFrame, t: Texts) -> tuple[str, str]:
    """Italy's rank in the latest year, and the largest other; nothing where Italy has no row."""
    year = int(rows["year"].max())
    now = rows[rows["year"].eq(year)].set_index("reporter")["quantity_kbbl"].dropna()
    if "ITA" not in now.index:
        return "", ""
    headline = t(
        "Italy is Europe's No. {rank} buyer of Kazakh crude oil ({year})",
        rank=int(now.rank(ascending=False)["ITA"]),
        year=year,
    )
    count = t.plural("{count} country reported some.", "{count} countries reported some.", len(now))
    volume = t("Italy reported {volume} million barrels.", volume=origins.millions(now["ITA"], t))
    others = now.drop("ITA")
    if others.empty:
        return headline, joined(volume, count)
    other = t(
        "{country} reported {volume}.",
        country=t.name(str(others.idxmax())),
        volume=origins.millions(others.max(), t),
    )
    return headline, joined(volume, other, count)


def _note(rows: pd.DataFrame, t: Texts) -> str:
    own = rows["reporter"].isin(_bands(rows))
    partial = rows["months"].lt(MONTHS)
    return joined(
        _changed(rows, t),
        *doubts(rows.rename(columns={"reporter": "partner"}), t),
        listing(_DASHED, shared.with_months(rows[partial & own], t), t),
        t("Most of the others lack months in some year; the table shows how many.")
        if (partial & ~own).any()
        else "",
        t("The table has no value where a country reports volumes only.")
        if rows["value_usd"].isna().any()
        else "",
    )


def _changed(rows: pd.DataFrame, t: Texts) -> str:
    """What another register did to the countries that are in it."""
    since = analysis.changes(rows)
    if since is None:
        return ""
    gone, short, new = (
        lines.listed([t.name(r) for r in names], t)
        for names in (since.gone, since.short, since.new)
    )
    parts = [
        t("no longer included: {names}", names=gone) if gone else "",
        t("with missing months: {names}", names=short) if short else "",
        t("newly included: {names}", names=new) if new else "",
    ]
    return t(
        "A different register from {year} ({parts}), so the height of the bars cannot be compared "
        "across {year}.",
        year=since.year,
        parts="; ".join(p for p in parts if p),
    )


def _bands(rows: pd.DataFrame) -> list[str]:
    """Countries with a band of their own: Italy and the largest others over all years."""
    total = rows[rows["reporter"].ne("ITA")].groupby("reporter")["quantity_kbbl"].sum()
    return ["ITA", *total.nlargest(_SHOWN).index]


def _columns(rows: pd.DataFrame, t: Texts) -> Columns:
    """Italy at the foot, the largest others in the order of their size, the rest on top."""
    named = _bands(rows)
    who = rows["reporter"].astype(str)
    thin = rows["note"].notna() | rows["months"].lt(MONTHS)
    bands = rows.assign(band=who.where(who.isin(named), _OTHERS))
    # Of those that are drawn together no months are known.
    bands = bands.assign(thin=thin & bands["band"].ne(_OTHERS))
    sums = bands.groupby(["band", "year"], as_index=False).agg(
        value=("quantity_kbbl", "sum"), thin=("thin", "any"), months=("months", "min")
    )
    sums = sums[sums["value"].gt(0)]
    series = tuple(
        Series(
            t("Others") if band == _OTHERS else t.short(band),
            "",
            points(
                sums[sums["band"].eq(band)],
                "value",
                lambda value: origins.millions(value, t),
                status=lambda row: "incomplete" if row.thin else "measured",
                details=lambda row: ((t("Months reported"), t.number(row.months)),) * row.thin,
            ),
            "bar",
            entity=band,
        )
        for band in (*named, _OTHERS)
    )
    since = analysis.changes(rows)
    breaks = (Break(since.year, t("{year}: reporting changed", year=since.year)),) if since else ()
    return Columns(series, t("Year"), Unit(t("million barrels"), 3), breaks=breaks)
