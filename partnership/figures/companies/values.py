"""What projects of Italian companies are worth, and all of them as a table."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette
from partnership.analysis import companies as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Dots
from partnership.charts.forms.dots import Along, Dot, Kind, Lane
from partnership.figures import shared
from partnership.figures.companies.timeline import rows_of
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import companies as words

_ROW = 44
_MILLION = 1e6


@register("companies.values", sectors=words.SECTORS, uses=("sector",))
def values(state: State) -> Figure:
    """Sums of money of projects as lollipops, in the currency each is stated in."""
    t = texts.in_language(state.lang)
    rows = analysis.contracts(rows_of(state))
    title = t("Project value, millions in the currency stated")
    if rows.empty:
        why = t("No project in the selected sectors has a stated value.")
        return shared.nothing("companies.values", title, why)
    height = _ROW * len(rows) + 34
    return Figure(
        id="companies.values",
        title=title,
        drawn=Chart(_values(rows, t), height),
        table=rows,
        source_ids=sources.ids(rows),
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
    return f"{plain} " + t("Values are those of contracts, but for what a company owned.")


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


def _values(rows: pd.DataFrame, t: Texts) -> Dots:
    return Dots(
        tuple(Lane(words.label(r, t), (_dot(r, t),)) for r in rows.itertuples()),
        (Kind(t("US dollars"), marks.INK), Kind(t("euros"), marks.INK, "diamond")),
        Along(0, float(rows["value"].max() / _MILLION), title=t("million USD or EUR")),
        details=(t("Project"), t("Value"), t("Years")),
        step=_ROW,
        above=True,
        joined="zero",
    )


def _dot(row: Any, t: Texts) -> Dot:
    value = words.value(row, t)
    dollars = row.currency == "USD"
    return Dot(
        row.value / _MILLION,
        kind=0 if dollars else 1,
        words=value,
        label=value,
        sure=dollars,
        colour=palette.SECTOR[row.sector].light,
        details=(words.label(row, t), value, words.years(row, t)),
    )


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
        note=t("Companies named in the article come first."),
        badges=shared.badges(rows),
    )
