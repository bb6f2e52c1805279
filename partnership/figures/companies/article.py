"""The seven companies that the article names, each with what else is known of it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.analysis import companies as analysis
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing, register
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import companies as words

_WORDS = {
    "eni": message("named in the article as holder of fields, pipelines and plants"),
    "saipem": message("named in the article as a contractor in oil and gas"),
    "bonatti": message("named in the article as a contractor in oil and gas"),
    "rosetti_marino": message("named in the article as Rosetti"),
    "webuild": message("named in the article as Salini-Impregilo, with joint ventures"),
    "renco": message("named in the article with joint ventures"),
    "italcementi": message("named in the article with joint ventures"),
}


@register("companies.article", sectors=words.SECTORS)
def article(state: State) -> Figure:
    """The companies of the article, each with what else is known of it."""
    t = texts.in_language(state.lang)
    rows = analysis.italian(tables.load("projects"), tables.load("companies"))
    rows = rows[rows["company_id"].isin(analysis.ARTICLE)]
    companies = [
        {
            "label": t.name(company),
            "value": t(_WORDS[company]),
            "detail": "; ".join(_project(r, t) for r in projects.itertuples()),
        }
        for company in analysis.ARTICLE
        if len(projects := rows[rows["company_id"].eq(company)].sort_values("first"))
    ]
    known = claims()
    return Figure(
        id="companies.article",
        title=t("Companies named in the article and their documented activity"),
        drawn=Listing("events", tuple(companies)),
        table=rows,
        source_ids=(*sources.ids(rows), *(["article"] if len(known) else [])),
        alt=t(
            "List of {count} projects of {companies} companies.",
            count=len(rows),
            companies=len(companies),
        ),
        finding=t(
            "{known} of {count} are documented in Kazakhstan.",
            known=len(companies),
            count=len(analysis.ARTICLE),
        ),
        badges=shared.badges(rows),
    )


def claims() -> pd.DataFrame:
    """The article's claims on companies."""
    rows = tables.load("claims")
    return rows[rows["entity_id"].isin(analysis.ARTICLE) & rows["sector"].eq("companies")]


def _project(row: Any, t: Texts) -> str:
    parts = [t.name(str(row.project_id)), words.role(row, t), words.years(row, t)]
    if value := words.value(row, t):
        parts.append(value)
    return ", ".join(parts)
