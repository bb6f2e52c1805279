"""The card of one company: its projects and stakes, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import companies as analysis
from partnership.analysis import stakes
from partnership.analysis.spans import attested_on
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.figures.shared import unchosen
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import CONSORTIA, SECTORS, State
from partnership.tables import needed
from partnership.wording import companies as words
from partnership.wording import stakes as stakes_words

_COLUMNS = ("project_id", "value", "source_id", "status")


def companies() -> list[str]:
    """Ids of all companies with a project: those of the article, of Italy, then the others."""
    ours = analysis.italian(tables.load("projects"), tables.load("companies"))
    every = [*analysis.ARTICLE, *ours["company_id"], *tables.load("projects")["company_id"]]
    return list(dict.fromkeys(str(c) for c in every))


@register("companies.card", sectors=SECTORS, uses=("company",))
def card(state: State) -> Figure:
    """All that the tables hold on the company chosen: projects, last known stakes, what it is."""
    t = texts.in_language(state.lang)
    if state.company is None:
        why = t("Choose a company to see its projects, partners, years, locations and values.")
        return unchosen("companies.card", t("No company chosen"), why, _COLUMNS)
    known = needed.rows(tables.load("companies"), "companies", company_id=state.company)
    row = next(known.itertuples())
    projects = analysis.dated(_of("projects", state.company)).sort_values("first")
    shares = _shares(state.company)
    rows = pd.concat([projects, shares], ignore_index=True)
    facts = [*(_project(r, t) for r in projects.itertuples()), *_stakes(shares, t)]
    return Figure(
        id="companies.card",
        title=t.name(state.company),
        drawn=Listing("facts", tuple(facts)),
        table=rows,
        source_ids=tuple(dict.fromkeys([*_cited(rows, shares), str(row.source_id)])),
        alt=t("Facts on {name}.", name=t.name(state.company)),
        finding=_finding(projects, shares, t),
        note="" if pd.isna(row.note) else t.remark(row.note),
        badges=shared.badges(rows),
    )


def _cited(rows: pd.DataFrame, shares: pd.DataFrame) -> list[str]:
    """Ids of the sources of all rows, and of the further pages that list its shares last."""
    listed = (stakes_words.newest(row) for row in shares.itertuples())
    return [*sources.ids(rows), *(page for page in listed if page)]


def _of(table: str, company: str) -> pd.DataFrame:
    rows = tables.load(table)
    return rows[rows["company_id"].eq(company)]


def _shares(company: str) -> pd.DataFrame:
    """Its rows in the last known splits of the five consortia."""
    known = tables.load("stakes")
    today = [stakes.split_on(known, c, date.today()).rows for c in CONSORTIA]
    rows = pd.concat(today, ignore_index=True)
    return rows[rows["holder_id"].eq(company)]


def _finding(projects: pd.DataFrame, shares: pd.DataFrame, t: Texts) -> str:
    parts = [
        t.plural(
            "{count} project is documented.", "{count} projects are documented.", len(projects)
        ),
    ]
    if len(shares):
        parts.append(
            t.plural(
                "It holds a share of {count} of the five consortia.",
                "It holds shares of {count} of the five consortia.",
                len(shares),
            )
        )
    return " ".join(parts)


def _project(row: Any, t: Texts) -> dict[str, str]:
    value = " · ".join(
        part for part in (words.role(row, t), words.years(row, t), words.value(row, t)) if part
    )
    partners = words.partners(row, t)
    details = [
        t.name(str(row.region_id)) if pd.notna(row.region_id) else "",
        t("with {partners}", partners=partners) if partners else "",
        "" if pd.isna(row.note) else t.remark(row.note),
        sources.publisher(row.source_id, t),
    ]
    return {
        "label": t.name(str(row.project_id)),
        "value": value,
        "detail": " · ".join(d for d in details if d),
    }


def _stakes(shares: pd.DataFrame, t: Texts) -> Iterator[dict[str, str]]:
    known = tables.load("stakes")
    for row in shares.itertuples():
        asset = str(row.asset_id)
        when = stakes_words.when(attested_on(known, asset, date.today()), t)
        yield {
            "label": t("Share of {consortium} {when}", consortium=t.short(asset), when=when),
            "value": t.percent(float(row.percent), 2),
            "detail": stakes_words.cited(str(row.source_id), stakes_words.newest(row), t),
        }
