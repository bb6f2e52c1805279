"""The Middle Corridor's cargo beside the oil of the pipelines."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import corridor
from partnership.charts import lines
from partnership.charts.forms import Bars, Category, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import State

_OIL, _GOLD = palette.SECTOR["oil_gas"].light, palette.SECTOR["transport"].light


@register("corridor.pipelines", sectors=("transport", "oil_gas"), uses=("to_year",))
def pipelines(state: State) -> Figure:
    """Cargo of the corridor and oil of the pipelines on one scale, in Mt of one year."""
    t = texts.in_language(state.lang)
    rows = corridor.beside_pipelines(
        tables.load("observations"), tables.load("sources"), state.to_year
    )
    if rows.empty:
        why = t("The corridor, CPC and BTC have no data in common for any of these years.")
        return shared.nothing("corridor.pipelines", t("The corridor and the oil pipelines"), why)
    year = int(rows.loc[rows["entity_id"].eq("middle_corridor"), "year"].iloc[0])
    most = rows.groupby("entity_id", sort=False)["mt"].max().sort_values(ascending=False)
    cargo = float(most["middle_corridor"])
    return shared.drawn(
        "corridor.pipelines",
        _pipelines(rows, list(most.index), year, t),
        rows,
        title=t("Cargo on the Middle Corridor and oil in the pipelines, {year}, Mt", year=year),
        headline=t(
            "CPC carried {cpc} times the corridor's cargo in {year}, BTC {btc} times",
            year=year,
            cpc=t.number(most["cpc"] / cargo, 1),
            btc=t.number(most["btc"] / cargo, 1),
        ),
        finding=_kazakh(rows, t),
        note=t(
            "The corridor's cargo is dry goods and containers as well as oil, as counted by the "
            "ministry. Where there are no data for the year, the year before is shown and named."
        ),
    )


def _kazakh(rows: pd.DataFrame, t: Texts) -> str:
    """How much of the oil of both lines is Kazakh, where that is known."""
    wide = rows.pivot_table(index="entity_id", columns="metric_id", values="mt", observed=True)
    wide = wide.reindex(index=["cpc", "btc"], columns=[corridor.ALL_OIL, corridor.KAZAKH_OIL])
    shares = (wide[corridor.KAZAKH_OIL] / wide[corridor.ALL_OIL] * 100).dropna()
    listed = [
        t("{share} in {line}", share=t.percent(share), line=t.short(str(line)))
        for line, share in shares.items()
    ]
    return t("Kazakh oil is {shares}.", shares=lines.listed(listed, t)) if listed else ""


def _pipelines(rows: pd.DataFrame, order: list[str], year: int, t: Texts) -> Bars:
    cargo = rows["entity_id"].eq("middle_corridor")
    whole = rows["metric_id"].eq(corridor.ALL_OIL)
    parts = [
        (rows[whole & ~cargo], palette.MUTED.light),
        (rows[~whole & ~cargo], _OIL),
        (rows[cargo], _GOLD),
    ]
    return Bars(
        tuple(Category(e, t.short(e), head=_head(rows, e, year, t)) for e in order),
        tuple(
            Series(
                t.name(str(part["metric_id"].iloc[0])),
                colour,
                tuple(_carried(r, t) for r in part.itertuples()),
                mark="bar",
            )
            for part, colour in parts
            if len(part)
        ),
        what=t("Route"),
        by=t("Measure"),
        measure=t("Value"),
        unit=Unit(t("Mt")),
        above=True,
    )


def _carried(row: Any, t: Texts) -> Point:
    return Point(
        str(row.entity_id),
        float(row.mt),
        amounts.amount(row.mt, "Mt", t, 2),
        details=((t("Year"), str(row.year)), (t("Source"), sources.publisher(row.source_id, t))),
    )


def _head(rows: pd.DataFrame, entity: str, year: int, t: Texts) -> str:
    observed = rows[rows["entity_id"].eq(entity)].set_index("metric_id")
    amount = observed["mt"]
    name = t.short(entity)
    then = int(observed["year"].iloc[0])
    if then != year:
        name = t("{name} ({year})", name=name, year=then)
    if corridor.ALL_OIL in amount.index and corridor.KAZAKH_OIL in amount.index:
        return t(
            "{name}: {all}, Kazakh {kazakh}",
            name=name,
            all=t.number(amount[corridor.ALL_OIL], 1),
            kazakh=t.number(amount[corridor.KAZAKH_OIL], 1),
        )
    if corridor.KAZAKH_OIL in amount.index:
        return t("{name}: Kazakh {kazakh}", name=name, kazakh=t.number(amount.iloc[0], 1))
    return t("{name}: {all}", name=name, all=t.number(amount.iloc[0], 1))
