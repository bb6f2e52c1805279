"""Traffic on the Middle Corridor: one series for each definition, beside forecasts and targets."""

from __future__ import annotations

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

_HEIGHT = 360
_USES = ("from_year", "to_year")


def _rows(metrics: tuple[str, ...], state: State) -> pd.DataFrame:
    """Counts of the years chosen; forecasts and targets only where they run to the last year."""
    rows = analysis.yearly(tables.load("observations"), metrics, state.from_year, state.to_year)
    return rows if state.open_years()[1] is None else rows[rows["role"].ne("ahead")]


@register("corridor.tonnes", sectors=("transport",), uses=_USES)
def tonnes(state: State) -> Figure:
    """Cargo by year: the ministry's series, other definitions, plan, projection and capacity."""
    t = texts.in_language(state.lang)
    metrics = (analysis.CARGO, analysis.PROJECTED, *analysis.OTHER_CARGO, analysis.CAPACITY)
    rows = _rows(metrics, state)
    rows = rows.assign(at=rows["value"].where(rows["unit"].eq("Mt/y"), rows["value"] / 1000))
    rows = rows[~rows["metric_id"].eq(analysis.CAPACITY) | rows["role"].eq("ahead")]
    series = rows[rows["role"].eq("series") & rows["metric_id"].eq(analysis.CARGO)]
    if series.empty:
        why = t("No data on the corridor's cargo for these years.")
        return shared.nothing("corridor.tonnes", t("Cargo on the Middle Corridor"), why)
    return Figure(
        id="corridor.tonnes",
        title=t(
            "Cargo on the Middle Corridor by source and definition, {years}, million tonnes",
            years=lines.years(series["year"]),
        ),
        drawn=Chart(bars.columns(rows, analysis.CARGO, t("million tonnes"), 2, t), _HEIGHT),
        table=rows.drop(columns="at"),
        source_ids=sources.ids(rows),
        finding=_tonnes_finding(rows, t),
        note=t(
            "Bars: series of Kazakhstan's Ministry of Transport. Hollow marks: other definitions, "
            "or another count by the ministry; none are joined. Ticks: forecasts for years with "
            "an outcome. Dashed: plans and projections, one of which does not state whose count "
            "it is. Parts of years are not drawn."
        ),
        badges=shared.badges(rows, "disagree"),
        height=_HEIGHT,
    )


def _tonnes_finding(rows: pd.DataFrame, t: Texts) -> str:
    counted = rows[rows["role"].eq("series")]
    own = counted[counted["metric_id"].eq(analysis.CARGO)].set_index("year")["at"]
    others = counted[counted["metric_id"].ne(analysis.CARGO) & counted["year"].isin(own.index)]
    parts = []
    if len(others):
        year = int(others["year"].max())
        low = others[others["year"].eq(year)].sort_values("at", kind="stable").iloc[0]
        parts.append(
            t(
                "For {year} the ministry reports {high}; “{name}” is {low}.",
                year=year,
                high=amounts.amount(own[year], "Mt", t),
                name=t.name(str(low["metric_id"])),
                low=amounts.amount(low["at"], "Mt", t),
            )
        )
    ahead = rows[rows["role"].eq("ahead") & rows["metric_id"].eq(analysis.CARGO)]
    ahead = ahead[ahead["year"].isin(own.index)]
    if len(ahead):
        last = ahead.sort_values("year").iloc[-1]
        page = sources.by_ids([str(last["source_id"])])[0]
        words = _PLANNED if last["status"] == "target" else _FORETOLD
        parts.append(
            t(
                words,
                year=int(last["year"]),
                done=amounts.amount(own[int(last["year"])], "Mt", t),
                ahead=amounts.amount(last["at"], "Mt", t),
                who=t.quote(page.publisher),
                day=t.day(page.published),
            )
        )
    if parts:
        return " ".join(parts)
    newest = int(own.index.max())
    return t("{value} in {year}.", value=amounts.amount(own[newest], "Mt", t), year=newest)


_PLANNED = message(
    "The outcome for {year} was {done}, compared with {ahead} planned ({who}, {day})."
)
_FORETOLD = message(
    "The outcome for {year} was {done}, compared with {ahead} forecast ({who}, {day})."
)


@register("corridor.containers", sectors=("transport",), uses=_USES)
def containers(state: State) -> Figure:
    """Containers by year beside the targets."""
    t = texts.in_language(state.lang)
    rows = _rows((analysis.CONTAINERS, *analysis.OTHER_CONTAINERS), state)
    rows = rows.assign(at=rows["value"])
    series = rows[rows["role"].eq("series") & rows["metric_id"].eq(analysis.CONTAINERS)]
    if series.empty:
        why = t("No data on the corridor's containers for these years.")
        return shared.nothing("corridor.containers", t("Containers on the Middle Corridor"), why)
    drawn = bars.columns(rows, analysis.CONTAINERS, t("thousand TEU"), 1, t)
    return Figure(
        id="corridor.containers",
        title=t(
            "Containers on the Middle Corridor, {years}, thousand TEU (twenty-foot equivalent "
            "units)",
            years=lines.years(series["year"]),
        ),
        drawn=Chart(drawn, _HEIGHT),
        table=rows.drop(columns="at"),
        source_ids=sources.ids(rows),
        finding=_containers_finding(rows, t),
        note=t(
            "Bars: the whole route; pale, with ≈: not published as a count but derived from a "
            "published change, or given as approximate. Hollow marks: one carrier on the Caspian, "
            "part of the whole. Ticks: targets for years with an outcome. Dashed: targets. Parts "
            "of years are not drawn."
        ),
        badges=shared.badges(rows, "disagree"),
        height=_HEIGHT,
    )


def _containers_finding(rows: pd.DataFrame, t: Texts) -> str:
    own = rows[rows["metric_id"].eq(analysis.CONTAINERS)]
    counted = own[own["role"].eq("series")].set_index("year")
    series, about = counted["value"], analysis.is_rounded_off(counted)
    last = int(series.index.max())
    now = amounts.amount(series[last], "kTEU", t)
    now = t("about {value}", value=now) if about[last] else now
    ahead = own[own["role"].eq("ahead")].set_index("year")["value"]
    ahead = ahead[ahead.index > last]
    first_line = t("In {year}: {value}.", value=now, year=last)
    if len(ahead) < 2:
        return first_line
    first, end = int(ahead.index[0]), int(ahead.index[-1])
    return t(
        "In {year}: {value}; the target of {near} for {first} is {near_times} times that, the one"
        " of {far} for {end} is {far_times} times.",
        value=now,
        year=last,
        near=amounts.amount(ahead[first], "kTEU", t),
        first=first,
        near_times=t.number(ahead[first] / series[last], 1),
        far=amounts.amount(ahead[end], "kTEU", t),
        end=end,
        far_times=t.number(ahead[end] / series[last], 1),
    )
