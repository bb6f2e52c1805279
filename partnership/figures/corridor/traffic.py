"""Traffic on the Middle Corridor: one series for each definition, beside forecasts and targets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import corridor as analysis
from partnership.charts import lines
from partnership.charts.forms import Chart
from partnership.figures import shared
from partnership.figures.corridor import bars
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import sentences

_HEIGHT = 360


@dataclass(frozen=True)
class _Traffic:
    """What is counted: the main metric, those drawn beside it, and how values are read."""

    id: str
    main: str
    others: tuple[str, ...]
    title: str
    axis: str
    note: str
    unit: str
    scale: float
    digits: int


_CARGO = _Traffic(
    id="corridor.tonnes",
    main=analysis.CARGO,
    others=(analysis.PROJECTED, *analysis.OTHER_CARGO),
    title=message("Cargo on the Middle Corridor, {years}, Mt"),
    axis=message("Mt"),
    note=message(
        "Bars: series of Kazakhstan's Ministry of Transport. Hollow marks: other definitions, or "
        "another count by the ministry. Dashed: forecasts and targets, one of which does not state "
        "whose count it is. Parts of years are not drawn."
    ),
    unit="Mt",
    scale=1000,
    digits=2,
)
_CONTAINERS = _Traffic(
    id="corridor.containers",
    main=analysis.CONTAINERS,
    others=analysis.OTHER_CONTAINERS,
    title=message("Containers on the Middle Corridor, {years}, thousand twenty-foot units (TEU)"),
    axis=message("thousand TEU"),
    note=message(
        "Bars: the whole route; with ≈: not published as a count but derived from a published "
        "change, or given as approximate. Hollow marks: one carrier on the Caspian, part of the "
        "whole. Dashed: targets. Parts of years are not drawn."
    ),
    unit="kTEU",
    scale=1,
    digits=1,
)


def _traffic(count: _Traffic, state: State) -> Figure:
    """Bars by year, other counts and definitions, forecasts and targets."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    wanted = (count.main, *count.others)
    rows = analysis.yearly(seen, wanted, state.from_year, state.to_year)
    if state.open_years()[1] is not None:
        # What is ahead goes with a drawing that runs to the last year.
        rows = rows[rows["role"].ne("ahead")]
    rows = rows.assign(at=rows["value"] / count.scale, about=analysis.is_rounded_off(rows))
    series = rows[rows["role"].eq("series") & rows["metric_id"].eq(count.main)].sort_values("year")
    if series.empty:
        known = analysis.yearly(seen, [count.main], 0, 9999)
        years = known.loc[known["role"].eq("series"), "year"]
        return shared.outside(count.id, t("Traffic on the Middle Corridor"), years, t)
    return Figure(
        id=count.id,
        title=t(count.title, years=lines.years(series["year"])),
        drawn=Chart(bars.columns(rows, count.main, t(count.axis), count.digits, t), _HEIGHT),
        table=rows.drop(columns=["at", "about"]),
        source_ids=sources.ids(rows),
        headline=_carried(series, count.unit, t),
        finding=sentences.joined(*_beside(rows, series, count.unit, t)),
        note=t(count.note),
        badges=shared.badges(rows, "disagree"),
        height=_HEIGHT,
    )


def _amount(row: Any, unit: str, t: Texts) -> str:
    words = amounts.amount(row.at, unit, t)
    return t("about {value}", value=words) if row.about else words


def _carried(series: pd.DataFrame, unit: str, t: Texts) -> str:
    """What the newest year brought, and how that compares with the year before."""
    *earlier, newest = series[-2:].itertuples()
    now = {"now": _amount(newest, unit, t), "year": newest.year}
    if not earlier:
        return t("Middle Corridor: {now} in {year}", **now)
    change = (newest.at / earlier[0].at - 1) * 100
    words = (
        message("Middle Corridor: {now} in {year}, {change} more than {last}")
        if change >= 0
        else message("Middle Corridor: {now} in {year}, {change} less than {last}")
    )
    return t(words, **now, change=t.percent(abs(change), 0), last=earlier[0].year)


def _beside(rows: pd.DataFrame, series: pd.DataFrame, unit: str, t: Texts) -> Iterator[str]:
    """The lowest other count, what was planned for a year that is over, and what lies ahead."""
    done = {r.year: _amount(r, unit, t) for r in series.itertuples()}
    main = series["metric_id"].iloc[0]
    others = rows[rows["role"].eq("series") & rows["year"].isin(done)]
    others = others[others["metric_id"].ne(main)]
    for row in others.sort_values(["year", "at"], ascending=[False, True])[:1].itertuples():
        yield t(
            "{name}: {low} in {year}.",
            year=row.year,
            name=t.name(str(row.metric_id)),
            low=_amount(row, unit, t),
        )
    ahead = rows[rows["role"].eq("ahead")].sort_values("year", kind="stable")
    passed = ahead[ahead["metric_id"].eq(main) & ahead["year"].isin(done)]
    for row in passed[-1:].itertuples():
        words = (
            message("{ahead} were planned for {year} ({who}).")
            if row.status == "target"
            else message("{ahead} were forecast for {year} ({who}).")
        )
        who = sources.publisher(row.source_id, t)
        yield t(words, year=row.year, ahead=_amount(row, unit, t), who=who)
    to_come = ahead[~ahead["year"].isin(done)].drop_duplicates("year")
    listed = [
        t("{amount} in {year}", amount=_amount(r, unit, t), year=r.year)
        for r in to_come.itertuples()
    ]
    if listed:
        yield t("Targets and forecasts: {targets}.", targets=lines.listed(listed, t))


def _maker(count: _Traffic) -> Callable[[State], Figure]:
    return register(count.id, sectors=("transport",), uses=("from_year", "to_year"))(
        partial(_traffic, count)
    )


tonnes, containers = (_maker(count) for count in (_CARGO, _CONTAINERS))
