"""What projects of Italian companies are worth, and all of them as a table."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette
from partnership.analysis import companies as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Bars, Category, Chart, Heading, Point
from partnership.charts.forms.bars import single
from partnership.figures import shared
from partnership.figures.companies.timeline import rows_of
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import companies as words

_HEADINGS = {
    (True, "USD"): message("Contracts, US dollars"),
    (True, "EUR"): message("Contracts, euros"),
    (False, "USD"): message("Purchases, own plants and loans, US dollars"),
    (False, "EUR"): message("Purchases, own plants and loans, euros"),
}
"""What the bars below it are sums of: of contracts or not, and in which currency."""


@register("companies.values", sectors=words.SECTORS, uses=("sector",))
def values(state: State) -> Figure:
    """Sums of money of projects, by what they pay for and in the currency each is stated in."""
    t = texts.in_language(state.lang)
    rows = analysis.contracts(rows_of(state))
    title = t("Project value by kind and currency as stated")
    if rows.empty:
        why = t("No project in the selected sectors has a stated value.")
        return shared.nothing("companies.values", title, why)
    works = rows[rows["role"].eq("contractor")]
    return Figure(
        id="companies.values",
        title=title,
        drawn=Chart(_bars(rows, t)),
        table=rows,
        source_ids=sources.ids(rows),
        headline=_answer(works, t),
        finding=_finding(works, t),
        note=t(
            "Currencies are not converted, because not every contract has a year. Most projects "
            "have no published value. With an outline: approximate."
        ),
        badges=shared.badges(rows, "incomplete"),
    )


def _answer(works: pd.DataFrame, t: Texts) -> str:
    """The sum of the contracts in each currency."""
    if works.empty:
        return t("None of these values is that of a contract")
    sums = [
        amounts.in_billions(float(part["value"].sum()), str(currency), t)
        for currency, part in works.groupby("currency", sort=False)
    ]
    return t(
        "{count} contracts of known value: {sums}", count=len(works), sums=lines.listed(sums, t)
    )


def _finding(works: pd.DataFrame, t: Texts) -> str:
    if works.empty:
        return ""
    largest = next(works.itertuples())
    return t(
        "The largest is {name} with {value}.",
        name=words.label(largest, t),
        value=words.value(largest, t),
    )


def _bars(rows: pd.DataFrame, t: Texts) -> Bars:
    kinds = zip(rows["role"].eq("contractor"), rows["currency"], strict=True)
    rows = rows.assign(kind=[list(_HEADINGS).index(kind) for kind in kinds])
    rows = rows.sort_values(["kind", "value"], ascending=[True, False])
    headings = [Heading(t(words_of)) for words_of in _HEADINGS.values()]
    return Bars(
        tuple(
            Category(str(r.project_id), words.label(r, t), heading=headings[r.kind])
            for r in rows.itertuples()
        ),
        single(tuple(_point(r, t) for r in rows.itertuples()), marks.INK),
        t("Project"),
        t("Value"),
        above=True,
    )


def _point(row: Any, t: Texts) -> Point:
    value = words.value(row, t)
    return Point(
        str(row.project_id),
        float(row.value),
        value,
        value,
        status="measured" if row.status == "reported" else "estimated",
        colour=palette.SECTOR[row.sector].light,
        details=((t("Years"), words.years(row, t)),),
    )


_COLUMNS = (
    "company",
    "project",
    "sector",
    "role",
    "years",
    "value",
    "place",
    "article",
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
                "{count} projects by {companies} companies.",
                count=len(rows),
                companies=rows["company_id"].nunique(),
            )
            if len(rows)
            else words.nothing_chosen(t)
        ),
        note=t("Companies named in the article come first."),
        badges=shared.badges(rows),
    )
