"""Eni's entitlement to the oil of its two giant fields, in tonnes."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership.analysis import oil
from partnership.charts import known_years, lines, marks
from partnership.charts.marks import FIELD_COLOURS
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.stakes.entitlement import cited, look_through
from partnership.figures.stakes.imports import FIELDS_OF_ENI
from partnership.language import codes, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_ID = "stakes.look_through"
_KNOWN = message("Output of both fields is available together for {years} only.")


@register(_ID, sectors=("oil_gas",), uses=("from_year", "to_year"))
def eni_part(state: State) -> Figure:
    """Stake times output of the fields of Eni, in years in which the output of both is known."""
    t = texts.in_language(state.lang)
    look, factor = look_through(state)
    rows = _whole(look)
    if rows.empty:
        known = known_years.named(_whole(look_through(State())[0])["year"], t)
        why = lines.known_only(_KNOWN, known, t)
        return shared.nothing(_ID, t("Eni's entitlement at the giant fields"), why)
    last = rows[rows["year"].eq(rows["year"].max())]
    return Figure(
        id=_ID,
        title=t(
            "Eni's oil entitlement by working interest at Karachaganak and Kashagan, {years}, "
            "million tonnes",
            years=known_years.named(rows["year"], t),
        ),
        drawn=marks.finish(_bars(rows, t), 300),
        table=look,
        source_ids=sources.ids(*cited(look, factor)),
        alt=t("Bars a year, Karachaganak and Kashagan stacked."),
        finding=t(
            "In {year} Eni's working interests corresponded to {mt} million tonnes of oil, about "
            "{kbd} thousand barrels a day.",
            year=int(last["year"].iloc[0]),
            mt=t.number(last["mt"].sum(), 1),
            kbd=t.number(last["kbd"].sum()),
        ),
        note=t(
            "Working interest times output. It is not what Eni may sell: under the production "
            "sharing agreements cost oil and the state's share come first. Paler bars are based "
            "on forecasts, bounds or calculation; only years in which output of both fields is "
            "available."
        ),
        badges=shared.badges(look.rename(columns={"output_status": "status"}), "computed"),
        height=300,
    )


def _whole(look: pd.DataFrame) -> pd.DataFrame:
    """Eni's rows of the years in which all fields of Eni have a value."""
    eni = look[look["holder_id"].eq("eni") & look["asset_id"].isin(FIELDS_OF_ENI)]
    fields = eni.groupby("year")["asset_id"].transform("nunique")
    return eni[fields.eq(len(FIELDS_OF_ENI))]


def _bars(rows: pd.DataFrame, t: Texts) -> Any:
    data = rows.assign(
        where=[t.short(a) for a in rows["asset_id"]],
        known=rows["output_status"].map({s: t(w) for s, w in codes.VALUE_STATUS_EXPLAINED.items()}),
        full=oil.as_reported(rows["output_status"]),
        year=rows["year"].astype(str),
    )
    return (
        alt.Chart(marks.rows(data))
        .mark_bar(size=34)
        .encode(
            x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0)),
            y=alt.Y(
                "mt:Q",
                title=None,
                stack="zero",
                axis=marks.value_axis(t("million tonnes a year")),
            ),
            color=alt.Color(
                "where:N",
                title=None,
                scale=alt.Scale(
                    domain=[t.short(f) for f in FIELDS_OF_ENI],
                    range=[FIELD_COLOURS[f] for f in FIELDS_OF_ENI],
                ),
                legend=alt.Legend(orient="bottom"),
            ),
            opacity=alt.condition(alt.datum.full, alt.value(1), alt.value(0.65)),
            tooltip=[
                alt.Tooltip("where:N", title=t("Field")),
                alt.Tooltip("year:O", title=t("Year")),
                alt.Tooltip("mt:Q", title=t("million tonnes"), format=".2f"),
                alt.Tooltip("kbd:Q", title=t("thousand barrels a day"), format=".0f"),
                alt.Tooltip("percent:Q", title=t("percent"), format=".3f"),
                alt.Tooltip("known:N", title=t("Output")),
            ],
        )
    )
