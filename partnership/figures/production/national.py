"""Oil production of Kazakhstan by year with exports and plans, in million tonnes."""

from __future__ import annotations

import pandas as pd

from partnership import palette, tables
from partnership.analysis import oil
from partnership.charts import known_years, lines
from partnership.charts.forms import Chart, Columns, Point, Series, Status, Unit
from partnership.charts.forms.parts import Mark
from partnership.figures import shared, yearly
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import sentences

_HEIGHT = 360
_OIL, _EXPORTS = palette.SECTOR["oil_gas"].light, palette.SKY.light
_PEAK = message("Kazakhstan's oil output: {value} in {year}, the most on file")
_BELOW = message("Kazakhstan's oil output: {value} in {year}, most on file {most} in {peak}")
_LESS = message(
    "In {period} output was {value} Mt, {change} less than in the same months a year earlier."
)
_MORE = message(
    "In {period} output was {value} Mt, {change} more than in the same months a year earlier."
)


@register("stakes.national_output", sectors=("oil_gas",), uses=("from_year", "to_year"))
def national_output(state: State) -> Figure:
    """Oil and condensate of the whole country by year, what was exported, and plans."""
    t = texts.in_language(state.lang)
    seen, cited = tables.load("observations"), tables.load("sources")
    wanted = tuple(("KAZ", m) for m in (oil.OUTPUT, oil.EXPORTS, oil.REFINED))
    known = oil.by_year(seen, cited, wanted)
    last = state.newest_year
    rows = known[known["year"].between(state.from_year, last)]
    beside = oil.left_or_refined(rows)
    rows = rows[rows["metric_id"].ne(oil.REFINED) | rows["year"].isin(beside["year"])]
    whole = rows[rows["used"] & rows["metric_id"].eq(oil.OUTPUT)]
    title = t("Oil and condensate output of Kazakhstan, Mt")
    if whole.empty:
        years = known.loc[known["metric_id"].eq(oil.OUTPUT), "year"]
        return yearly.unknown("stakes.national_output", title, known_years.named(years, t), t)
    months = oil.first_months(seen, "KAZ", oil.OUTPUT)
    compared = oil.against_year_before(months[months["year"].le(last)])
    if compared["year"].lt(state.from_year).any():
        compared = compared.head(0)
    begun = _begun(months, whole)
    outcome = whole[whole["status"].ne("target")]
    differ = rows.groupby(["metric_id", "year"], observed=True)["mt"].nunique().gt(1).any()
    return Figure(
        id="stakes.national_output",
        title=yearly.titled(title, _span(outcome, begun, t), t),
        drawn=Chart(_columns(rows[rows["used"]], begun, t), _HEIGHT),
        table=_table(rows, begun, compared),
        source_ids=sources.ids(rows, begun, compared),
        headline=_headline(outcome, t),
        finding=_finding(beside, compared, t),
        note=_note(begun, beside, t),
        badges=shared.badges(rows, *(("disagree",) if differ else ()), "incomplete"),
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
        Unit(t("Mt")),
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


def _span(outcome: pd.DataFrame, begun: pd.DataFrame, t: Texts) -> str:
    """Years for which the output is known, and those for which only the first months are."""
    parts = [known_years.named(outcome["year"], t)] if len(outcome) else []
    if len(begun):
        months = lines.listed([str(y) for y in begun["year"]], t)
        parts.append(t("first months of {begun}", begun=months))
    return "; ".join(parts) or t("plans")


def _headline(outcome: pd.DataFrame, t: Texts) -> str:
    """The last year with an outcome, and the highest."""
    if outcome.empty:
        return ""
    last = outcome.loc[outcome["year"].idxmax()]
    most = outcome.loc[outcome["mt"].idxmax()]
    words = _PEAK if most["year"] == last["year"] else _BELOW
    return t(
        words,
        value=amounts.amount(last["mt"], "Mt", t, 1),
        year=int(last["year"]),
        most=t.number(most["mt"], 1),
        peak=int(most["year"]),
    )


def _finding(beside: pd.DataFrame, compared: pd.DataFrame, t: Texts) -> str:
    """Sums of exports and refining of later years, and the latest months compared."""
    known = beside.pivot_table(index="year", columns="metric_id", values="mt", observed=True)
    sums = (
        t(
            "Exports of {exports} and refining of {refined} Mt in {year} add up to {sum} Mt.",
            exports=t.number(mt[oil.EXPORTS], 1),
            refined=t.number(mt[oil.REFINED], 1),
            year=year,
            sum=t.number(mt.sum(), 1),
        )
        for year, mt in known.iterrows()
    )
    return sentences.joined(*sums, _months(compared, t))


def _months(compared: pd.DataFrame, t: Texts) -> str:
    if len(compared) != 2:
        return ""
    before, now = compared["mt"]
    words = t(
        _LESS if now < before else _MORE,
        period=t.day(str(compared["period"].iloc[-1])),
        value=t.number(now, 1),
        change=t.percent(abs(now / before - 1) * 100),
    )
    return sentences.begun(words)


def _note(begun: pd.DataFrame, beside: pd.DataFrame, t: Texts) -> str:
    """How to read the bars, and which sums do not measure output."""
    periods = lines.listed([t.day(str(p)) for p in begun["period"]], t)
    return sentences.joined(
        t(
            "Where there is no bar, no source in tonnes was read. "
            "With an edge: estimated or computed. Exports are marked for whole years of output "
            "only. Where sources disagree, an outcome is drawn before an estimate, then the best "
            "kind of source; other values are in the table."
        ),
        t(
            "Exports and refining together do not equal output: oil from stocks or from abroad "
            "may be included."
        )
        if len(beside)
        else "",
        t("Dashed: the plan for the year, with {periods} within it.", periods=periods)
        if periods
        else "",
    )
