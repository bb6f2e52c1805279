"""What is known of each of the Italian-built plants, as a table."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import tables
from partnership.charts import lines
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.renewables.map import PLANTS
from partnership.language import amounts, codes, readable, texts
from partnership.language.readable import Cell, Column, Row
from partnership.language.texts import Texts, message
from partnership.maps.assets import seen_on
from partnership.state import State
from partnership.tables import needed
from partnership.wording import sentences

_TURBINES, _RATING = "turbines_count", "turbine_rating_mw"
_PANELS, _OUTPUT, _COST = "solar_panels_count", "electricity_output_gwh_y", "project_cost_usd"
_ROUNDED = 0.5
"""MW by which a capacity printed in whole MW may differ from what makes it up."""
_COLUMNS = (
    Column("name", message("Plant")),
    Column("capacity", message("Capacity"), "right", message("MW")),
    Column("status", message("Status")),
    Column("machines", message("Equipment")),
    Column("output", message("Expected output"), "right", message("GWh a year")),
    Column("holder", message("Holder")),
)


@register("renewables.plants", sectors=("renewables",))
def plants(state: State) -> Figure:
    """Capacity, state, machines and expected generation of the Italian-built plants."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    rows = seen[seen["entity_id"].isin(PLANTS)]
    known = seen_on(date.today())
    known = needed.rows(known, "assets", asset_id=PLANTS).set_index("asset_id", drop=False)
    values = {p: _latest(rows[rows["entity_id"].eq(p)]) for p in PLANTS if p in known.index}
    shown = tuple(_plant(known.loc[p], own, t) for p, own in values.items())
    pairs = [(known.loc[p], own) for p, own in values.items()]
    return shared.from_rows(
        "renewables.plants",
        t("Italian-built plants: key figures"),
        readable.table(_COLUMNS, shown, t),
        rows,
        "disagree",
        alt=t("Table of {count} plants.", count=t.number(len(shown))),
        finding=sentences.joined(*(_cost(*pair, t) for pair in pairs)),
        note=sentences.joined(
            *(_rated(*pair, t) for pair in pairs),
            t("Yearly generation is as expected, not actual."),
        ),
    )


def _latest(rows: pd.DataFrame) -> pd.Series:
    """The newest value of each metric of a plant that is not only claimed."""
    latest = rows[rows["status"].ne("claimed")].sort_values("period").groupby("metric_id").tail(1)
    return latest.set_index("metric_id")["value"].astype(float)


def _plant(asset: Any, value: pd.Series, t: Texts) -> Row:
    state = t(codes.ASSET_STATUS[asset.asset_status])
    if pd.notna(asset.start_year):
        state = t("{state} since {year}", state=state, year=int(asset.start_year))
    developers = lines.listed([t.short("eni"), t.short("kazmunaygas")], t)
    output, capacity = value.get(_OUTPUT), asset.capacity_value
    return {
        "name": t.name(asset.asset_id),
        "capacity": Cell("" if pd.isna(capacity) else t.number(capacity), capacity),
        "status": Cell(state, asset.start_year, "since"),
        "machines": _machines(value, t),
        "output": Cell("" if output is None else t.number(output), output),
        "holder": t.short("plenitude") if pd.notna(asset.operator_id) else developers,
    }


def _machines(value: pd.Series, t: Texts) -> Cell:
    """Turbines with their rating, or panels."""
    if {_TURBINES, _RATING} <= set(value.index):
        count, mw = t.number(value[_TURBINES]), t.number(value[_RATING], 1)
        words = t("{count} turbines of {mw} MW", count=count, mw=mw)
        return Cell(words, value[_TURBINES], "turbines")
    if _PANELS in value:
        words = t("{count} panels", count=t.number(value[_PANELS]))
        return Cell(words, value[_PANELS], "panels")
    return Cell("", None)


def _cost(asset: Any, value: pd.Series, t: Texts) -> str:
    if _COST not in value:
        return ""
    cost = amounts.in_millions(value[_COST], "USD", t, 0)
    return t("Cost of {plant}: about {amount}.", plant=t.name(asset.asset_id), amount=cost)


def _rated(asset: Any, value: pd.Series, t: Texts) -> str:
    """What turbines make together, where the plant is stated to have another capacity."""
    stated = asset.capacity_value
    if pd.isna(stated) or not {_TURBINES, _RATING} <= set(value.index):
        return ""
    together = value[_TURBINES] * value[_RATING]
    if abs(together - stated) < _ROUNDED:
        return ""
    return t(
        "{count} turbines of {mw} MW make {sum} MW, but {stated} MW are stated for {plant}.",
        count=t.number(value[_TURBINES]),
        mw=t.number(value[_RATING], 1),
        sum=t.number(together, 1),
        plant=t.short(asset.asset_id),
        stated=t.number(float(stated)),
    )
