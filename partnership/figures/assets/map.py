"""The map of all assets: our own geometry, no tile server, no other host."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd

from partnership.analysis import assets as analysis
from partnership.analysis.assets import LINES
from partnership.figures import shared
from partnership.figures.assets import labels, marks, sizes
from partnership.figures.assets.views import VIEWS
from partnership.figures.figure import Figure, register
from partnership.language import readable, texts
from partnership.language.texts import Texts
from partnership.maps import alt, ground
from partnership.maps.assets import seen_on, table_of
from partnership.maps.model import Legend, Map
from partnership.provenance import sources
from partnership.state import State
from partnership.wording import assets as asset_words

HEIGHT = 384
_STILL_HEIGHT = 430
FILTERS = ("sector", "kind", "status", "italian")


def chosen(state: State) -> pd.DataFrame:
    """The assets that pass the filters of `state`."""
    rows = seen_on(date.today())
    return analysis.chosen(rows, state.sector, state.kind, state.status, state.italian)


@register(
    "map.assets",
    sectors=("oil_gas", "renewables", "minerals", "transport"),
    uses=(*FILTERS, "view", "size", "asset"),
)
def assets(state: State) -> Figure:
    """Every field, line, plant, deposit and node that passes the filters."""
    t = texts.in_language(state.lang)
    rows = chosen(state)
    view = VIEWS[state.view]
    drawn = Map(
        frame=view,
        layers=(
            *ground.around(view),
            *marks.layers(state, view, date.today()),
            *labels.places(view, state.lang),
        ),
        height=_STILL_HEIGHT,
        groups=marks.groups(t),
        legend=Legend(
            (
                ("core", t("Italian-held")),
                ("hollow", t("Size not known")),
                ("schematic", t("Schematic route")),
            ),
            scales=sizes.scales(state, view, t),
        ),
    )
    return Figure(
        id="map.assets",
        title=t("Fields, pipelines, plants, deposits and routes of the partnership"),
        drawn=drawn,
        table=table_of(rows),
        source_ids=(*sources.ids(rows), *sources.GROUND),
        alt=t(
            "Map of {count} assets from Italy to China. {numbers}",
            count=t.number(len(rows)),
            numbers=alt.numbers(drawn, t),
        ).strip(),
        headline=_headline(rows, t),
        finding=_finding(rows, t),
        note=_note(rows, t),
        badges=shared.badges(rows, "schematic"),
        height=HEIGHT,
    )


def _headline(rows: pd.DataFrame, t: Texts) -> str:
    italian, count = int(rows["italian"].sum()), len(rows)
    if not count:
        return ""
    if not italian:
        return t(
            "No Italian company holds, runs or develops any of {count} assets",
            count=t.number(count),
        )
    if italian == count:
        return t.plural(
            "Italian companies hold, run or develop {count} asset",
            "Italian companies hold, run or develop all {count} assets",
            count,
        )
    return t(
        "Italian companies hold, run or develop {italian} of {count} assets",
        italian=t.number(italian),
        count=t.number(count),
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    if rows.empty:
        return t("No asset passes the filters.")
    without = int((~marks.located(rows)).sum())
    if not without:
        return ""
    return t.plural(
        "{count} of them has no reliable position and appears only in the table.",
        "{count} of them have no reliable position and appear only in the table.",
        without,
    )


def _note(rows: pd.DataFrame, t: Texts) -> str:
    size = t("Sizes compare fields with fields, and wind and solar plants with one another.")
    approximate = int((rows["approximate"].eq(other=True) & ~rows["kind"].isin(LINES)).sum())
    if not approximate:
        return size
    about = t.plural(
        "The position of {count} asset is approximate.",
        "The positions of {count} assets are approximate.",
        approximate,
    )
    return t("{size} {about}", size=size, about=about)


@register("map.table", sectors=("oil_gas", "renewables", "minerals", "transport"), uses=FILTERS)
def table(state: State) -> Figure:
    """The assets of the map as a table that follows the filter."""
    t = texts.in_language(state.lang)
    rows = _by_size(chosen(state))
    listed = readable.table(
        asset_words.COLUMNS, (asset_words.row(r, t) for r in rows.itertuples()), t
    )
    return Figure(
        id="map.table",
        title=t("Assets on the map, the largest of each measure first"),
        drawn=replace(listed, opens="asset", ids=tuple(rows["asset_id"].astype(str))),
        table=table_of(rows),
        source_ids=sources.ids(rows),
        alt=t("Table of {count} assets.", count=t.number(len(rows))),
        note=t(
            "Output is for the latest year available, which differs between fields. Overlapping "
            "units must not be added up."
        ),
        badges=shared.badges(rows),
        height=420,
    )


def _by_size(rows: pd.DataFrame) -> pd.DataFrame:
    """By oil output, then by capacity in each unit, then what has neither; what is known to be at
    work before what is not.
    """
    unit = rows["capacity_unit"].map(_UNITS).fillna(len(_UNITS))
    order = pd.DataFrame(
        {
            "output": -rows["output_mt"].astype(float),
            "unit": unit,
            "capacity": -rows["capacity_value"].astype(float),
            "unknown": rows["asset_status"].eq("unknown"),
            "italian": ~rows["italian"].astype(bool),
            "kind": rows["kind"].astype(str),
            "id": rows["asset_id"].astype(str),
        }
    )
    return rows.loc[order.sort_values(list(order.columns), na_position="last").index]


_UNITS = {"Mt/y": 0, "kb/d": 1, "bcm/y": 2, "MW": 3}
"""The order of units of capacity in a table."""
