"""Eni's entitlement to the oil of its two giant fields, in tonnes."""

from __future__ import annotations

import pandas as pd

from partnership.analysis import oil
from partnership.charts import known_years, lines
from partnership.charts.forms import Chart, Columns, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.stakes.entitlement import cited, look_through
from partnership.figures.stakes.imports import FIELDS_OF_ENI
from partnership.language import amounts, codes, texts
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
        drawn=Chart(_columns(rows, t), 300),
        table=look,
        source_ids=sources.ids(*cited(look, factor)),
        finding=t(
            "In {year} Eni's working interests corresponded to {mt} million tonnes of oil, about "
            "{kbd} thousand barrels a day.",
            year=int(last["year"].iloc[0]),
            mt=t.number(last["mt"].sum(), 1),
            kbd=t.number(last["kbd"].sum()),
        ),
        note=t(
            "Working interest times output. It is not what Eni may sell: under the production "
            "sharing agreements cost oil and the state's share come first. Parts with an edge "
            "are based on forecasts, bounds or calculation; only years in which output of both "
            "fields is available."
        ),
        badges=shared.badges(look.rename(columns={"output_status": "status"}), "computed"),
        height=300,
    )


def _whole(look: pd.DataFrame) -> pd.DataFrame:
    """Eni's rows of the years in which all fields of Eni have a value."""
    eni = look[look["holder_id"].eq("eni") & look["asset_id"].isin(FIELDS_OF_ENI)]
    fields = eni.groupby("year")["asset_id"].transform("nunique")
    return eni[fields.eq(len(FIELDS_OF_ENI))]


def _columns(rows: pd.DataFrame, t: Texts) -> Columns:
    return Columns(
        tuple(
            Series(
                t.short(field),
                "",
                _points(rows[rows["asset_id"].eq(field)], t),
                "bar",
                entity=field,
            )
            for field in sorted(FIELDS_OF_ENI, key=list(rows["asset_id"]).index)
        ),
        t("Year"),
        Unit(t("million tonnes a year")),
        gaps=True,
    )


def _points(rows: pd.DataFrame, t: Texts) -> tuple[Point, ...]:
    """Tonnes by year, with barrels a day, the working interest, and how the output is known."""
    known = {s: t(w) for s, w in codes.VALUE_STATUS_EXPLAINED.items()}
    full = oil.as_reported(rows["output_status"])
    return tuple(
        Point(
            int(r.year),
            float(r.mt),
            amounts.amount(r.mt, "Mt", t, 2),
            status="measured" if firm else "estimated",
            details=(
                (t("thousand barrels a day"), t.number(r.kbd)),
                (t("percent"), t.number(r.percent, 3)),
                (t("Output"), known[r.output_status]),
            ),
        )
        for r, firm in zip(rows.itertuples(), full, strict=True)
    )
