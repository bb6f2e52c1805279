"""Oil production of Kazakhstan by year with exports and plans, in million tonnes."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis import oil
from partnership.charts import known_years, lines
from partnership.charts.forms import Chart, Columns, Point, Series, Status, Unit
from partnership.charts.forms.parts import Mark
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.production import words as output_words
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 360
_KNOWN = message("Oil output in tonnes is available for {years} only.")
_OIL, _EXPORTS = palette.SECTOR["oil_gas"].light, palette.SKY.light


@register("stakes.national_output", sectors=("oil_gas",), uses=("from_year", "to_year"))
def national_output(state: State) -> Figure:
    """Oil and condensate of the whole country by year, what was exported, and plans."""
    t = texts.in_language(state.lang)
    seen, cited = tables.load("observations"), tables.load("sources")
    wanted = tuple(("KAZ", m) for m in (oil.OUTPUT, oil.EXPORTS, oil.REFINED))
    rows = oil.by_year(seen, cited, wanted)
    last = state.newest_year
    span = known_years.named(rows.loc[rows["metric_id"].eq(oil.OUTPUT), "year"], t)
    rows = rows[rows["year"].between(state.from_year, last)]
    beside = oil.left_or_refined(rows)
    rows = rows[rows["metric_id"].ne(oil.REFINED) | rows["year"].isin(beside["year"])]
    whole = rows[rows["used"] & rows["metric_id"].eq(oil.OUTPUT)]
    if whole.empty:
        why = lines.known_only(_KNOWN, span, t)
        return shared.nothing("stakes.national_output", t("Oil output of Kazakhstan"), why)
    months = oil.first_months(seen, "KAZ", oil.OUTPUT)
    compared = oil.against_year_before(months[months["year"].le(last)])
    if compared["year"].lt(state.from_year).any():
        compared = compared.head(0)
    begun = _begun(months, whole)
    outcome = whole[whole["status"].ne("target")]
    differ = rows.groupby(["metric_id", "year"], observed=True)["mt"].nunique().gt(1).any()
    return Figure(
        id="stakes.national_output",
        title=output_words.title(outcome, begun, t),
        drawn=Chart(_columns(rows[rows["used"]], begun, t), _HEIGHT),
        table=_table(rows, begun, compared),
        source_ids=sources.ids(rows, begun, compared),
        finding=output_words.finding(outcome, beside, compared, t),
        note=output_words.note(begun, beside, t),
        badges=shared.badges(rows, *(("disagree",) if differ else ()), "incomplete"),
        height=_HEIGHT,
    )


def _begun(months: pd.DataFrame, whole: pd.DataFrame) -> pd.DataFrame:
    """The longest first months of each year that has a plan and no outcome."""
    planned = whole.loc[whole["status"].eq("target"), "year"]
    return months[months["year"].isin(planned)].groupby("year").tail(1)


def _table(rows: pd.DataFrame, begun: pd.DataFrame, compared: pd.DataFrame) -> pd.DataFrame:
    part = pd.concat([begun, compared]).drop_duplicates(["period", "source_id"])
    part = part.assign(entity_id="KAZ", metric_id=oil.OUTPUT, used=True)
    whole = rows.assign(period=rows["year"].astype(str))
    columns = ["entity_id", "metric_id", "period", "mt", "used", "source_id", "status", "note"]
    return pd.concat([whole, part], ignore_index=True)[columns]


def _columns(used: pd.DataFrame, begun: pd.DataFrame, t: Texts) -> Columns:
    """Plans behind, output or its first months in front, exports across them."""
    produced = used["metric_id"].eq(oil.OUTPUT)
    planned = used["status"].eq("target")
    whole = used[produced & ~planned]
    exported = used[used["metric_id"].eq(oil.EXPORTS) & used["year"].isin(whole["year"]) & ~planned]
    series: tuple[tuple[str, str, pd.DataFrame, Mark], ...] = (
        (t("Plan"), _OIL, used[produced & planned], "bar"),
        (t("Output"), _OIL, whole, "bar"),
        (t("First months"), _OIL, begun, "bar"),
        (t("Exports"), _EXPORTS, exported, "ticks"),
    )
    return Columns(
        tuple(
            Series(name, colour, _points(rows, t, labelled=mark == "bar"), mark)
            for name, colour, rows, mark in series
            if len(rows)
        ),
        t("Year"),
        Unit(t("million tonnes")),
        "overlaid",
    )


def _points(rows: pd.DataFrame, t: Texts, *, labelled: bool) -> tuple[Point, ...]:
    """Values by year with their source; of part of a year with the months."""
    cited = sources.publishers(rows["source_id"], t)
    firm = oil.as_reported(rows["status"])
    found = []
    for row, sure in zip(rows.to_dict("records"), firm, strict=True):
        period = str(row.get("period", row["year"]))
        status: Status = "measured" if sure else "estimated"
        months = () if period == str(row["year"]) else (("", t.day(period)),)
        found.append(
            Point(
                int(row["year"]),
                float(row["mt"]),
                amounts.amount(row["mt"], "Mt", t, 2),
                t.number(row["mt"], 1) if labelled else "",
                "planned" if row["status"] == "target" else status,
                details=(*months, (t("Source"), cited[row["source_id"]])),
            )
        )
    return tuple(sorted(found, key=lambda point: int(str(point.at))))
