"""What projects of Italian companies are worth, and all of them as a table."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership import palette
from partnership.analysis import companies as analysis
from partnership.charts import lines, marks
from partnership.figures import shared
from partnership.figures.companies.timeline import rows_of
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import companies as words


@register("companies.values", sectors=words.SECTORS, uses=("sector",))
def values(state: State) -> Figure:
    """Sums of money of projects as lollipops, in the currency each is stated in."""
    t = texts.in_language(state.lang)
    rows = analysis.contracts(rows_of(state))
    title = t("Project value, millions in the currency stated")
    if rows.empty:
        why = t("No project in the selected sectors has a stated value.")
        return shared.nothing("companies.values", title, why)
    height = 44 * len(rows) + 34
    return Figure(
        id="companies.values",
        title=title,
        drawn=marks.finish(_values(rows, t), height),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("A dot a project: filled for US dollars, hollow diamonds for euros."),
        finding=_values_finding(rows, t),
        note=_values_note(rows, t),
        badges=shared.badges(rows, "incomplete"),
        height=height,
    )


def _values_note(rows: pd.DataFrame, t: Texts) -> str:
    plain = t(
        "Filled dots: US dollars; hollow diamonds: euros, not converted, because not every "
        "contract has a year. Most projects have no published value."
    )
    if not rows["role"].eq("owner").any():
        return plain
    owned = t(
        "The value for ATF Bank is the purchase price, that for Shymkent the modernisation; all "
        "others are contract values."
    )
    return f"{plain} {owned}"


def _values_finding(rows: pd.DataFrame, t: Texts) -> str:
    """The sum of the contracts in each currency, and the largest of them."""
    works = rows[rows["role"].eq("contractor")].sort_values("value", ascending=False)
    if works.empty:
        return t("None of these values is a contract value.")
    sums = [
        amounts.in_billions(float(part["value"].sum()), str(currency), t)
        for currency, part in works.groupby("currency", sort=False)
    ]
    largest = next(works.itertuples())
    return t(
        "Contracts of known value total {sums}; the largest is {name} with {value}.",
        sums=lines.listed(sums, t),
        name=words.label(largest, t),
        value=words.value(largest, t),
    )


def _values(rows: pd.DataFrame, t: Texts) -> Any:
    order = rows["project_id"].astype(str).tolist()
    data = pd.DataFrame(
        {
            "id": order,
            "at": (rows["value"] / 1e6).tolist(),
            "currency": rows["currency"].astype(str).tolist(),
            "colour": [palette.SECTOR[s].light for s in rows["sector"]],
            "words": [words.label(r, t) for r in rows.itertuples()],
            "value": [words.value(r, t) for r in rows.itertuples()],
            "years": [words.years(r, t) for r in rows.itertuples()],
        }
    )
    y = alt.Y("id:N", sort=order, axis=None, scale=alt.Scale(domain=order))
    unit = t("million USD or EUR")
    axis = alt.Axis(title=unit, grid=False, tickCount=5)
    # Room on the right for the last value, whatever the width.
    most = float(data["at"].max())
    end = alt.ExprRef(f"{most} + 96 * {most} / max(width - 96, 120)")
    x = alt.X("at:Q", axis=axis, scale=alt.Scale(domainMin=0, domainMax=end, nice=False))
    colour = alt.Color("colour:N", scale=None)
    tooltip = [
        alt.Tooltip("words:N", title=t("Project")),
        alt.Tooltip("value:N", title=t("Value")),
        alt.Tooltip("years:N", title=t("Years")),
    ]
    base = alt.Chart(marks.rows(data)).encode(y=y)
    layers: list[Any] = [
        base.mark_rule(strokeWidth=2.5, yOffset=9)
        .encode(x=alt.X("zero:Q"), x2="at:Q", color=colour, tooltip=tooltip)
        .transform_calculate(zero="0")
    ]
    for currency, shape, filled in (("USD", "circle", True), ("EUR", "diamond", False)):
        part = data[data["currency"].eq(currency)]
        fill: dict[str, Any] = {} if filled else {"fill": marks.PAPER, "strokeWidth": 2}
        layers.append(
            alt.Chart(marks.rows(part))
            .mark_point(shape=shape, filled=filled, size=120, opacity=1, yOffset=9, **fill)
            .encode(y=y, x=x, color=colour, tooltip=tooltip)
        )
    layers.append(
        base.mark_text(**marks.text(align="left", dx=11, dy=9, fontWeight="bold")).encode(
            x=x, text="value:N"
        )
    )
    layers.append(base.mark_text(**marks.text(align="left", x=0, dy=-9)).encode(text="words:N"))
    return alt.layer(*layers)


_COLUMNS = (
    "company",
    "article",
    "project",
    "sector",
    "role",
    "place",
    "years",
    "value",
    "partners",
    "source",
)


@register("companies.table", sectors=words.SECTORS, uses=("sector",))
def table(state: State) -> Figure:
    """Every project of every Italian company as a table."""
    t = texts.in_language(state.lang)
    rows = rows_of(state)
    rank = {c: n for n, c in enumerate(analysis.ARTICLE)}
    order = rows["company_id"].astype(str).map(lambda c: rank.get(c, len(rank)))
    rows = rows.assign(order=order).sort_values(["order", "company_id", "first", "project_id"])
    rows = rows.drop(columns="order")
    return Figure(
        id="companies.table",
        title=t("Italian companies and their projects"),
        drawn=words.table(rows, _COLUMNS, t),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Table of {count} projects.", count=len(rows)),
        finding=(
            t(
                "{count} projects of {companies} companies.",
                count=len(rows),
                companies=rows["company_id"].nunique(),
            )
            if len(rows)
            else words.nothing_chosen(t)
        ),
        note=t(
            "Companies named in the article come first. Salini-Impregilo is Webuild today; Eni's "
            "wind and solar plants are held through Arm Wind."
        ),
        badges=shared.badges(rows),
    )
