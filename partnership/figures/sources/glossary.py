"""The terms of the field in every language, as all texts here use them."""

from __future__ import annotations

import pandas as pd

from partnership import tables
from partnership.figures.figure import Figure, register
from partnership.language import readable, texts
from partnership.language.readable import Column
from partnership.provenance import sources
from partnership.state import SECTORS, State


@register("sources.glossary", sectors=SECTORS)
def glossary(state: State) -> Figure:
    """Every term with its translations, in the order of the reader's own language."""
    t = texts.in_language(state.lang)
    rows = tables.load("glossary")
    spoken = t.spoken
    rows = rows.sort_values(spoken, key=lambda column: column.map(t.order), kind="stable")
    columns = [Column(lang, t.quote(own)) for lang, own in texts.LANGUAGES.items()]
    columns.append(Column("source", t("Source")))
    shown = tuple(
        {lang: t.quote(row[lang]) for lang in texts.LANGUAGES}
        | {"source": "" if pd.isna(id_) else sources.publisher(id_, t)}
        for row, id_ in zip(rows.to_dict("records"), rows["attested_in"], strict=True)
    )
    return Figure(
        id="sources.glossary",
        title=t("Glossary: {count} terms in every language", count=t.number(len(rows))),
        drawn=readable.Table(tuple(columns), shown),
        table=rows.drop(columns="term_id").rename(columns={"attested_in": "source_id"}),
        source_ids=tuple(rows["attested_in"].dropna().astype(str).unique()),
        alt=t("Table of {count} terms.", count=t.number(len(rows))),
        finding=t("All texts of the dashboard use these terms, each in one translation."),
        note=t(
            "Where no source is named, the translation is our own and waits for a native reader."
        ),
    )
