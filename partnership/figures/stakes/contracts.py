"""When the contracts on the giant fields end, and according to whom."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import tables
from partnership.charts import lines
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import readable, texts
from partnership.language.readable import Cell, Column, Row
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import CONSORTIA, State
from partnership.wording.stakes import CONTRACT_ENDS, contract_end

_KIND = {
    "psa_end_year": message("production sharing"),
    "contract_end_year": message("contract"),
}
_COLUMNS = (
    Column("field", message("Field")),
    Column("end", message("Expires"), "right"),
    Column("period", message("As of")),
    Column("kind", message("Kind")),
    Column("source", message("Source")),
    Column("note", message("Note")),
)


@register("stakes.contracts", sectors=("oil_gas",), uses=("consortium",))
def contracts(state: State) -> Figure:
    """The year in which each contract ends, one row a source."""
    t = texts.in_language(state.lang)
    assets = CONSORTIA if state.consortium == "all" else (state.consortium,)
    seen = tables.load("observations")
    rows = seen[seen["entity_id"].isin(assets) & seen["metric_id"].isin(CONTRACT_ENDS)]
    rows = rows[rows["status"].ne("claimed")]
    order = rows["entity_id"].map({a: n for n, a in enumerate(assets)})
    rows = rows.assign(order=order).sort_values(["order", "period"]).drop(columns="order")
    known = [a for a in assets if a in set(rows["entity_id"].astype(str))]
    ends = [t("{name} {year}", name=t.short(a), year=contract_end(a, t)) for a in known]
    differ = rows.groupby("entity_id", observed=True)["value"].nunique().gt(1).any()
    return Figure(
        id="stakes.contracts",
        title=t("Expiry of the field contracts"),
        drawn=readable.table(_COLUMNS, (_row(r, t) for r in rows.itertuples()), t),
        table=rows,
        source_ids=sources.ids(rows),
        alt=t("Table of {count} statements on the expiry of a contract.", count=len(rows)),
        finding=(
            t("{ends}.", ends=lines.listed(ends, t))
            if ends
            else t("No contract expiry is recorded for {name}.", name=t.name(assets[0]))
        ),
        badges=shared.badges(rows, *(("disagree",) if differ else ())),
    )


def _row(row: Any, t: Texts) -> Row:
    publisher = sources.by_ids([str(row.source_id)])[0].publisher
    return {
        "field": t.short(str(row.entity_id)),
        "end": Cell(str(int(row.value)), row.value),
        "period": Cell(t.day(str(row.period)), str(row.period)),
        "kind": t(_KIND[str(row.metric_id)]),
        "source": t.quote(publisher),
        "note": "" if pd.isna(row.note) else t.remark(row.note),
    }
