"""The mirror ratio: trade reported by one side as a multiple of the other's report."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from partnership import palette, tables
from partnership.analysis import mirror as analysis
from partnership.analysis import trade
from partnership.analysis.crude import register_years
from partnership.analysis.oil import KAZAKH_OIL
from partnership.charts import lines
from partnership.charts.forms import Lines, Rule, Series, Unit
from partnership.charts.points import points
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.tables import needed
from partnership.wording.sentences import joined

_YEARS = ("from_year", "to_year")
_TO_ITALY, _TO_KAZAKHSTAN, _WITH = "kaz_to_ita", "ita_to_kaz", "with_trieste"
_COLOUR = {
    _TO_ITALY: palette.NAVY.light,
    _TO_KAZAKHSTAN: palette.ORANGE.light,
    _WITH: palette.NAVY.light,
}
"""Directions are no countries: red and teal say who reports."""


def known(state: State) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Ratios of both directions, and the bounds of what Trieste explains."""
    rows, seen = tables.load("trade"), tables.load("observations")
    ratios = analysis.ratios(trade.bilateral(rows, state.from_year, state.to_year))
    crude = trade.importers(rows, state.from_year, state.to_year)
    to_italy = ratios[ratios["direction"].eq(_TO_ITALY)]
    return ratios, analysis.explained(to_italy, crude, analysis.by_druzhba(crude, seen))


def by_druzhba(years: pd.Series) -> pd.DataFrame:
    """Rows of `observations` on the Kazakh oil that Druzhba carried in these years."""
    seen = tables.load("observations")
    matching = seen["entity_id"].eq("druzhba") & seen["metric_id"].eq(KAZAKH_OIL)
    return seen[matching & seen["period"].isin(years.astype(str))]


def declared(ratios: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rows whose sources are those of the Kazakh and of the Italian values in `ratios`."""
    other = ratios.drop(columns="source_id").rename(columns={"italian_source_id": "source_id"})
    return ratios, other


def names(reporters: Iterable[str] | str, t: Texts) -> str:
    """Countries in words; their codes in a row or joined by `;`."""
    codes = reporters.split(";") if isinstance(reporters, str) else reporters
    return lines.listed([t.name(code) for code in codes], t)


def ended(state: State, t: Texts) -> list[str]:
    """A sentence on each country behind Trieste whose rows end before those of the others."""
    flows = tables.load("trade")
    crude = trade.importers(flows, register_years(flows)[0], state.to_year)
    crude = crude[crude["reporter"].isin(analysis.BEHIND_TRIESTE)]
    return [
        t(
            "{country} has no data after {month}: from then on the upper bound covers the others "
            "only.",
            country=t.name(str(reporter)),
            month=t.day(str(until)),
        )
        for reporter, until in crude.groupby("reporter")["until"].max().items()
        if until < crude["until"].max()
    ]


@register("trade.mirror_ratio", sectors=("trade",), uses=_YEARS)
def mirror_ratio(state: State) -> Figure:
    """What Kazakhstan declares divided by what Italy declares, in both directions."""
    t = texts.in_language(state.lang)
    needed.some(tables.load("trade"), "trade", "value_usd")
    ratios, bounds = known(state)
    bounds = bounds[bounds["ratio_with"].notna()]
    if ratios.empty:
        why = t("No year in this selection is reported by both sides.")
        return shared.nothing(
            "trade.mirror_ratio", t("Mirror ratio of trade between Kazakhstan and Italy"), why
        )
    more = bounds.assign(direction=_WITH, ratio=bounds["ratio_with"])
    columns = ["direction", "year", "ratio", "source_id", "status"]
    known_rows = [ratios, more[columns]] if len(more) else [ratios]
    table = pd.concat(known_rows, ignore_index=True).astype({"year": int})
    headline, finding = _words(ratios, bounds, t)
    return shared.drawn(
        "trade.mirror_ratio",
        _lines(table, t),
        table,
        title=t(
            "Trade reported by Kazakhstan as a multiple of that reported by Italy, {years}",
            years=lines.years(table["year"]),
        ),
        headline=headline,
        finding=finding,
        note=joined(
            t(
                "The mirror ratio measures the difference between two statistics that count "
                "different things, not an error in either. The dashed line includes the Kazakh "
                "crude oil that {names} report, minus what Druzhba is known to have carried, as "
                "if all of that had come through Trieste: an upper bound. The early values are "
                "small and the ratios unstable.",
                names=names(analysis.BEHIND_TRIESTE, t),
            ),
            *ended(state, t),
        ),
        height=340,
        cited=[by_druzhba(bounds["year"]), *declared(ratios)],
        disagree=True,
    )


def _words(ratios: pd.DataFrame, bounds: pd.DataFrame, t: Texts) -> tuple[str, str]:
    """Both ratios of the latest year that has both, and what remains with oil via Trieste."""
    wide = ratios.pivot(index="year", columns="direction", values="ratio")
    wide = wide.reindex(columns=[_TO_ITALY, _TO_KAZAKHSTAN]).dropna()
    if wide.empty:
        return "", ""
    year, last = int(wide.index[-1]), wide.iloc[-1]
    headline = t(
        "Exports to Italy: Kazakhstan reports {ratio} times what Italy does",
        ratio=t.number(last[_TO_ITALY], 1),
    )
    back = t(
        "In {year}; for goods from Italy it is {ratio} times.",
        year=year,
        ratio=t.number(last[_TO_KAZAKHSTAN], 1),
    )
    remaining = (
        t(
            "With all the oil that can have come via Trieste a ratio of {ratio} remains in {year}.",
            ratio=t.number(one.ratio_with, 1),
            year=one.year,
        )
        for one in bounds.tail(1).itertuples()
    )
    return headline, joined(back, *remaining)


def _lines(table: pd.DataFrame, t: Texts) -> Lines:
    called = {
        _TO_ITALY: t("Kazakhstan\nto Italy"),
        _TO_KAZAKHSTAN: t("Italy to\nKazakhstan"),
        _WITH: t("to Italy, with\noil via Trieste"),
    }
    return Lines(
        tuple(
            Series(
                called[direction].replace("\n", " "),
                _COLOUR[direction],
                points(own, "ratio", lambda value: t.number(value, 2)),
                ends=called[direction],
                line="dashed" if direction == _WITH else "solid",
            )
            for direction, own in table.groupby("direction", sort=False)
        ),
        Unit(t("ratio")),
        t("Year"),
        none=t("no data"),
        rules=(Rule(1, t("at {level} both report the same", level=1)),),
    )
