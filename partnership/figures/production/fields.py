"""Oil production of each of the three giant fields by year, in million tonnes."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import barrels as analysis
from partnership.analysis import oil
from partnership.analysis.bounds import LOWER_BOUND
from partnership.charts import known_years, lines, marks
from partnership.charts.marks import FIELD_COLOURS, FIELDS
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, codes, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_HEIGHT = 340
_KNOWN = message("Output of the fields in tonnes is available for years within {years} only.")


@register("stakes.output_by_field", sectors=("oil_gas",), uses=("from_year", "to_year"))
def output_by_field(state: State) -> Figure:
    """Oil and condensate of Tengiz, Kashagan and Karachaganak by year, with gaps."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = _by_field(seen)
    span = lines.years(rows["year"])
    rows = rows[rows["year"].between(state.from_year, state.to_year)]
    drawn = rows[rows["used"] & rows["status"].ne("target")]
    title = t("Oil output of the three giant fields")
    if drawn.empty:
        why = lines.known_only(_KNOWN, span, t)
        return shared.nothing("stakes.output_by_field", title, why)
    months = oil.single_months(seen, FIELDS, oil.OUTPUT)
    last = state.newest_year
    months = months[months["period"].str[:4].astype(int).between(state.from_year, last)]
    return Figure(
        id="stakes.output_by_field",
        title=t(
            "Oil and condensate output of the three giant fields, {years}, million tonnes",
            years=known_years.named(drawn["year"], t),
        ),
        drawn=marks.finish(_lines(drawn, t), _HEIGHT),
        table=_table(rows, months),
        source_ids=sources.ids(rows, months),
        alt=t(
            "A line a field through consecutive years, points for years with data; hollow points "
            "for estimates, bounds and computed values."
        ),
        finding=_finding(drawn, months, t),
        note=t(
            "A line joins consecutive years; a year without a point has no data. Hollow: expected "
            "shortly before the end of the year, a lower bound, approximate, computed from "
            "published figures, or converted to tonnes from barrels at the national average. "
            "Plans are in the table."
        ),
        badges=shared.badges(drawn, "incomplete"),
        height=_HEIGHT,
    )


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


def _finding(drawn: pd.DataFrame, months: pd.DataFrame, t: Texts) -> str:
    sentences = []
    latest = drawn[drawn["entity_id"].eq("tengiz")].tail(1)
    for row in latest.itertuples():
        value, year = t.number(row.mt, 1), int(row.year)
        bound = str(row.note).startswith(LOWER_BOUND)
        words = (
            t("Tengiz produced more than {value} Mt in {year}.", value=value, year=year)
            if bound
            else t("Tengiz produced {value} Mt in {year}.", value=value, year=year)
        )
        sentences.append(words)
    field = months[months["entity_id"].eq("tengiz")].tail(2)
    if len(field) == 2:
        before, now = field.iloc[0], field.iloc[1]
        sentences.append(
            t(
                "In {month} it produced {value} Mt, in {earlier} {before}.",
                month=t.day(str(now["period"])),
                value=t.number(now["mt"], 2),
                earlier=t.day(str(before["period"])),
                before=t.number(before["mt"], 2),
            )
        )
    return " ".join(sentences)


def _lines(drawn: pd.DataFrame, t: Texts) -> Any:
    rows = drawn.assign(run=oil.unbroken(drawn, "entity_id"))
    cited = sources.publishers(rows["source_id"], t)
    colour = rows["entity_id"].map(FIELD_COLOURS)
    data = pd.DataFrame(
        {
            "year": rows["year"],
            "at": rows["mt"],
            "field": [t.short(f) for f in rows["entity_id"]],
            "run": rows["run"],
            "colour": colour,
            "fill": colour.where(oil.as_reported(rows["status"]), marks.PAPER),
            "formatted": [amounts.amount(v, "Mt", t, 1) for v in rows["mt"]],
            "kind": [_kind(r.status, str(r.note), t) for r in rows.itertuples()],
            "who": [cited[s] for s in rows["source_id"]],
        }
    )
    first, last = int(data["year"].min()), int(data["year"].max())
    x = lines.year_x("year", first, last, room=104, edge=0.4)
    most = float(data["at"].max())
    y = alt.Y(
        "at:Q",
        axis=marks.value_axis(t("million tonnes")),
        scale=alt.Scale(domain=[0, most * 1.08], nice=False),
    )
    base = alt.Chart(marks.rows(data))
    ink = alt.Color("colour:N", scale=None)
    joined = base.mark_line(strokeWidth=2).encode(x=x, y=y, color=ink, detail="run:N")
    points = base.mark_point(size=58, strokeWidth=1.8, opacity=1).encode(
        x=x,
        y=y,
        stroke=alt.Stroke("colour:N", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        tooltip=[
            alt.Tooltip("field:N", title=t("Field")),
            alt.Tooltip("year:Q", title=t("Year"), format="d"),
            alt.Tooltip("formatted:N", title=t("Output")),
            alt.Tooltip("kind:N", title=t("Status")),
            alt.Tooltip("who:N", title=t("Source")),
        ],
    )
    return alt.layer(joined, points, _ends(data, most, t, x, y))


def _kind(status: str, note: str, t: Texts) -> str:
    """What kind of value a point is, in words."""
    if note.startswith(LOWER_BOUND):
        return t("lower bound")
    return t(codes.VALUE_STATUS_EXPLAINED[status])


def _ends(data: pd.DataFrame, most: float, t: Texts, x: alt.X, y: alt.Y) -> alt.Chart:
    """The name of each field beside its last point, with the year where it is an earlier one."""
    end = data.groupby("field", sort=False).tail(1)
    last = int(data["year"].max())
    least = 1.2 * lines.LABEL_LINE * most * 1.08 / lines.plot(_HEIGHT)
    named = end.assign(
        year=last,
        at=lines.spread(end["at"].tolist(), least),
        words=[
            r.field if r.year == last else t("{name}, {year}", name=r.field, year=r.year)
            for r in end.itertuples()
        ],
    )
    return lines.words_at_end(named, x, y, dx=10)
