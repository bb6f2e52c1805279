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
from partnership.wording.sentences import joined

_WORDS = {
    "eni": message("The article names it as holder of fields, pipelines and plants."),
    "saipem": message("The article names it as a contractor in oil and gas."),
    "bonatti": message("The article names it as a contractor in oil and gas."),
    "rosetti_marino": message("The article names it as Rosetti, a contractor in oil and gas."),
    "webuild": message("The article names it as Salini-Impregilo, with joint ventures."),
    "renco": message("The article names it with joint ventures."),
    "italcementi": message("The article names it with joint ventures."),
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
            "detail": joined(*(_project(r, t) for r in projects.itertuples())),
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
            "List of {count} projects by {companies} companies.",
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
    """A project as a sentence: what the company is in it, when, and its size where stated."""
    value = words.value(row, t)
    facts = [words.role(row, t), words.years(row, t), *([value] if value else [])]
    return t("{project}: {facts}.", project=t.name(str(row.project_id)), facts=", ".join(facts))
