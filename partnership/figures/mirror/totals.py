"""The mirror ratio: trade reported by one side as a multiple of the other's report."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis import mirror as analysis
from partnership.analysis import trade
from partnership.analysis.crude import register_years
from partnership.analysis.oil import KAZAKH_OIL
from partnership.charts import lines
from partnership.charts.forms import Chart, Lines, Point, Rule, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.tables import needed

_HEIGHT = 340
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
    table = pd.concat([ratios, more[columns]] if len(more) else [ratios], ignore_index=True).astype(
        {"year": int}
    )
    return Figure(
        id="trade.mirror_ratio",
        title=t(
            "Mirror ratio: trade reported by Kazakhstan as a multiple of the same trade reported "
            "by Italy, {years}",
            years=lines.years(table["year"]),
        ),
        drawn=Chart(_ratios(table, t), _HEIGHT),
        table=table,
        source_ids=sources.ids(table, by_druzhba(bounds["year"]), *declared(ratios)),
        finding=_finding(ratios, bounds, t),
        note=_note(state, t),
        badges=shared.badges(table, "disagree"),
        height=_HEIGHT,
    )


def _note(state: State, t: Texts) -> str:
    sentences = [
        t(
            "The ratio measures the difference between two statistics that count different "
            "things, not an error in either. The dashed line includes the "
            "Kazakh crude oil that {names} report, minus what Druzhba is known to have carried, "
            "as if all of that had come through Trieste: an upper bound. The early values are "
            "small and the ratios unstable.",
            names=lines.listed([t.name(r) for r in analysis.BEHIND_TRIESTE], t),
        ),
        *ended(state, t),
    ]
    return " ".join(sentences)


def _finding(ratios: pd.DataFrame, bounds: pd.DataFrame, t: Texts) -> str:
    wide = ratios.pivot_table(index="year", columns="direction", values="ratio").dropna()
    if wide.shape[1] < len((_TO_ITALY, _TO_KAZAKHSTAN)) or wide.empty:
        return ""
    year = int(wide.index[-1])
    sentences = [
        t(
            "In {year} Kazakhstan reported {oil} times what Italy reported for goods going to "
            "Italy, and {goods} times for goods coming from Italy.",
            year=year,
            oil=t.number(wide.loc[year, _TO_ITALY], 1),
            goods=t.number(wide.loc[year, _TO_KAZAKHSTAN], 1),
        )
    ]
    if len(bounds):
        last = bounds.iloc[-1]
        sentences.append(
            t(
                "Including all the oil that can have come via Trieste, a ratio of {ratio} remains "
                "in {year}.",
                ratio=t.number(last["ratio_with"], 1),
                year=int(last["year"]),
            )
        )
    return " ".join(sentences)


def _ratios(table: pd.DataFrame, t: Texts) -> Lines:
    names = {
        _TO_ITALY: t("Kazakhstan\nto Italy"),
        _TO_KAZAKHSTAN: t("Italy to\nKazakhstan"),
        _WITH: t("to Italy, with\noil via Trieste"),
    }
    return Lines(
        tuple(
            Series(
                names[direction].replace("\n", " "),
                _COLOUR[direction],
                tuple(
                    Point(int(year), float(ratio), t.number(ratio, 2))
                    for year, ratio in own[["year", "ratio"]].itertuples(index=False)
                ),
                ends=names[direction],
                line="dashed" if direction == _WITH else "solid",
            )
            for direction, own in table.groupby("direction", sort=False)
        ),
        Unit(t("ratio")),
        t("Year"),
        none=t("no data"),
        rules=(Rule(1, t("at {level} both report the same", level=1)),),
    )
