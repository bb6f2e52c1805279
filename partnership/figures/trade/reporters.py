"""What each reporter declares, year by year: a line for each, and what lies between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from partnership.charts import marks
from partnership.charts.forms import Break, Detail, Fill, Gap, Lines, Rule, Series
from partnership.charts.points import points
from partnership.figures import shared
from partnership.provenance import sources


def lines_of(
    rows: pd.DataFrame,
    money: shared.Billions,
    *,
    explained: pd.DataFrame | None = None,
    between: bool = False,
    zero: bool = False,
) -> Lines:
    """A line for each reporter of `rows` (`reporter`, `year`, `value`, `source_id`).

    Rows with `role` and `press` as from `analysis.declared` have values of the press. With
    `between` the difference of both is shaded, with `zero` there is a line at nothing; `explained`
    as from `breaks.explained`.
    """
    t = money.t
    if "role" not in rows:
        rows = rows.assign(role="line", press=False)
    gaps = tuple(_gaps(rows[rows["role"].ne("other")], money)) if between else ()
    events = [] if explained is None else explained.itertuples()
    return Lines(
        tuple(_series(rows, money)),
        money.unit,
        t("Year"),
        none=t("no data"),
        rules=(Rule(0),) if zero else (),
        fills=(Fill(gaps, t("Difference"), marks.FAINT),) if gaps else (),
        breaks=tuple(
            Break(int(e.year), t("{year}: {event}", year=e.year, event=t.name(e.event_id, "title")))
            for e in events
        ),
    )


def _gaps(best: pd.DataFrame, money: shared.Billions) -> Iterator[Gap]:
    wide = best.pivot(index="year", columns="reporter", values="value")
    both = wide.dropna() if len(wide.columns) > 1 else wide.head(0)
    for year, one in both.iterrows():
        yield Gap(int(str(year)), one["ITA"], one["KAZ"], money(one["KAZ"] - one["ITA"]))


def _series(rows: pd.DataFrame, money: shared.Billions) -> Iterator[Series]:
    """A line for each reporter, and what the press prints beside it."""
    t = money.t
    titles = {s.source_id: t.quote(s.title) for s in sources.by_ids(rows["source_id"])}

    def details(row: Any) -> tuple[Detail, ...]:
        reporter, value = (t("reported by"), t.name(row.reporter)), (t("Value"), money(row.value))
        return (reporter, value, (t("Source"), titles[row.source_id])) if row.press else ()

    def marked(part: pd.DataFrame) -> Any:
        status = {True: "press", False: "measured"}
        return points(part, "value", money, status=lambda r: status[r.press], details=details)

    for who, own in rows.sort_values("reporter", ascending=False).groupby("reporter", sort=False):
        reporter, colour = str(who), marks.REPORTER_COLOUR[str(who)]
        name = t("reported by {country}", country=t.name(reporter))
        ends = t("reported by\n{country}", country=t.name(reporter))
        press = t("{reporter}, in the press", reporter=name)
        others = t("{reporter}, other values in the press", reporter=name)
        other = own["role"].eq("other")
        if len(line := own[~other]):
            yield Series(name, colour, marked(line), entity=reporter, ends=ends, later=press)
        if len(beside := own[other & own["press"]]):
            yield Series(others, colour, marked(beside), "points", reporter)
