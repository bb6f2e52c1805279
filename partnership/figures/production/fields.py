"""Oil production of each of the three giant fields by year, in million tonnes."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import barrels as analysis
from partnership.analysis import oil
from partnership.analysis.bounds import LOWER_BOUND
from partnership.charts import known_years
from partnership.charts.forms import Chart, Lines, Point, Series, Unit
from partnership.charts.forms.parts import Status
from partnership.charts.marks import FIELDS
from partnership.figures import shared, yearly
from partnership.figures.figure import Figure, register
from partnership.language import amounts, codes, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 340
_OVER, _VALUE = message("{field} over {value}"), message("{field} {value}")


@register("stakes.output_by_field", sectors=("oil_gas",), uses=("from_year", "to_year"))
def output_by_field(state: State) -> Figure:
    """Oil and condensate of Tengiz, Kashagan and Karachaganak by year, with gaps."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    known = _by_field(seen)
    rows = yearly.chosen(known, state)
    drawn = rows[rows["used"] & rows["status"].ne("target")]
    title = t("Oil and condensate output of the three giant fields, Mt")
    if drawn.empty:
        return yearly.unknown("stakes.output_by_field", title, known["year"], t)
    months = oil.single_months(seen, FIELDS, oil.OUTPUT)
    years = months["period"].str[:4].astype(int)
    months = months[years.between(state.from_year, state.newest_year)]
    return Figure(
        id="stakes.output_by_field",
        title=yearly.titled(title, known_years.named(drawn["year"], t), t),
        drawn=Chart(_lines(drawn, t), _HEIGHT),
        table=_table(rows, months),
        source_ids=sources.ids(rows, months),
        headline=_latest(drawn, t),
        finding=_months(months, t),
        note=t(
            "A line joins consecutive years; a year without a point has no data. Hollow: expected "
            "shortly before the end of the year, a lower bound, approximate, computed from "
            "published figures, or converted to tonnes from barrels at the national average. "
            "Plans are in the table."
        ),
        badges=shared.badges(drawn, "incomplete"),
    )


def _latest(drawn: pd.DataFrame, t: Texts) -> str:
    """The output of the two largest fields of the last year."""
    now = drawn[drawn["year"].eq(drawn["year"].max())].nlargest(2, "mt")
    each = [
        t(
            _OVER if _bound(r.note) else _VALUE,
            field=t.short(r.entity_id),
            value=amounts.amount(r.mt, "Mt", t, 1),
        )
        for r in now.itertuples()
    ]
    return t("Oil output in {year}: {list}", year=int(now["year"].iloc[0]), list=", ".join(each))


def _bound(note: object) -> bool:
    return str(note).startswith(LOWER_BOUND)


def _by_field(seen: pd.DataFrame) -> pd.DataFrame:
    """Rows of `oil.by_year` of the fields; years published in barrels only are filled in."""
    factor = analysis.per_tonne(seen)
    years = seen[seen["entity_id"].isin(FIELDS) & seen["period"].str.fullmatch(r"\d{4}")]
    tonnes = years[years["metric_id"].eq(oil.OUTPUT)]
    barrels = years[years["metric_id"].eq("field_oil_production_mmbbl")]
    whole = analysis.filled(tonnes, barrels, float(factor["value"].iloc[0]))
    whole = whole.assign(metric_id=oil.OUTPUT)
    return oil.by_year(whole, tables.load("sources"), tuple((f, oil.OUTPUT) for f in FIELDS))


def _table(rows: pd.DataFrame, months: pd.DataFrame) -> pd.DataFrame:
    whole = rows.assign(period=rows["year"].astype(str))
    columns = ["entity_id", "period", "mt", "used", "source_id", "status", "note"]
    return pd.concat([whole, months.assign(used=True)], ignore_index=True)[columns]


def _months(months: pd.DataFrame, t: Texts) -> str:
    """The last two months of the field whose months are known."""
    field = months[months["entity_id"].eq(FIELDS[0])].tail(2)
    if len(field) < 2:
        return ""
    before, now = field.iloc[0], field.iloc[1]
    return t(
        "{field} produced {value} Mt in {month}, {before} in {earlier}.",
        field=t.short(FIELDS[0]),
        month=t.day(str(now["period"])),
        value=t.number(now["mt"], 2),
        earlier=t.day(str(before["period"])),
        before=t.number(before["mt"], 2),
    )


def _lines(drawn: pd.DataFrame, t: Texts) -> Lines:
    last = int(drawn["year"].max())
    return Lines(
        tuple(
            _field(field, own, last, t)
            for field in FIELDS
            if len(own := drawn[drawn["entity_id"].eq(field)])
        ),
        Unit(t("Mt")),
        t("Year"),
        what=t("Field"),
        measure=t("Output"),
        hover="point",
        dots=True,
    )


def _field(field: str, own: pd.DataFrame, last: int, t: Texts) -> Series:
    """A line through consecutive years, named with its last year where that is an earlier one."""
    cited = sources.publishers(own["source_id"], t)
    points: list[Point] = []
    for row, sure in zip(own.itertuples(), oil.as_reported(own["status"]), strict=True):
        year = int(row.year)
        if points and points[-1].at != year - 1:
            points.append(Point(year - 1, None))
        details = (
            (t("Status"), _kind(row.status, str(row.note), t)),
            (t("Source"), cited[row.source_id]),
        )
        status: Status = "measured" if sure else "estimated"
        words = amounts.amount(row.mt, "Mt", t, 1)
        points.append(Point(year, float(row.mt), words, status=status, details=details))
    name, end = t.short(field), points[-1].at
    ends = name if end == last else t("{name}, {year}", name=name, year=end)
    return Series(name, "", tuple(points), entity=field, ends=ends)


def _kind(status: str, note: str, t: Texts) -> str:
    """What kind of value a point is, in words."""
    if _bound(note):
        return t("lower bound")
    return t(codes.VALUE_STATUS_EXPLAINED[status])
