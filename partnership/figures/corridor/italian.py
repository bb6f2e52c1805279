"""Where Italian companies work along the Middle Corridor."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.analysis import companies
from partnership.charts import lines
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import companies as company_words
from partnership.wording import sentences

_RAILWAY_ACCORDS = "finmeccanica_2010"
_COLUMNS = ("company", "project", "role", "years", "value", "source")


@register("corridor.italian_companies", sectors=("transport", "companies"))
def italian_companies(state: State) -> Figure:
    """Italian companies' projects in transport, and at the corridor's own ports."""
    t = texts.in_language(state.lang)
    rows = companies.italian(tables.load("projects"), tables.load("companies"))
    at_node = rows["asset_id"].fillna("").str.startswith("node_")
    on_rails = rows["project_id"].eq(_RAILWAY_ACCORDS)
    rows = rows[rows["sector"].eq("transport") | at_node | on_rails].sort_values(
        "first", na_position="last"
    )
    roads = rows[rows["company_id"].isin(("webuild", "todini"))]
    return Figure(
        id="corridor.italian_companies",
        title=t("Italian companies' projects along the corridor"),
        drawn=company_words.table(rows, _COLUMNS, t),
        table=rows.drop(columns=["first", "last", "moment", "currency"]),
        source_ids=sources.ids(rows),
        alt=t("Table of {count} projects.", count=len(rows)),
        headline=t(
            "{roads} of {count} Italian projects along the corridor are roads",
            roads=len(roads),
            count=len(rows),
        )
        if len(roads)
        else "",
        finding=sentences.joined(_builders(roads, t), _on_rails(rows, t)),
        note=t(
            "Roads run alongside the corridor's railways, not on them; pipelines and flights are "
            "listed because they are the other routes to Italy."
        ),
        badges=shared.badges(rows),
    )


def _builders(roads: pd.DataFrame, t: Texts) -> str:
    """Who built the roads."""
    names = lines.listed(list(dict.fromkeys(t.short(c) for c in roads["company_id"])), t)
    return t("The roads are works of {companies}.", companies=names) if names else ""


def _on_rails(rows: pd.DataFrame, t: Texts) -> str:
    """What is documented of the railway; nothing where its row or its year is not there."""
    start = rows.loc[rows["project_id"].eq(_RAILWAY_ACCORDS), "start"].dropna()
    if start.empty:
        return ""
    return t(
        "For the railway only accords of Finmeccanica (today Leonardo) of {year} are documented, "
        "no works.",
        year=t.day(str(start.iloc[0])),
    )
