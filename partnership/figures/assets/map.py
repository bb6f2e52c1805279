"""The map of all assets: our own geometry, no tile server, no other host."""

from __future__ import annotations

from datetime import date

import pandas as pd

from partnership import palette
from partnership.analysis import assets as analysis
from partnership.figures import shared
from partnership.figures.assets import labels, marks
from partnership.figures.assets.views import VIEWS
from partnership.figures.figure import Figure, register
from partnership.language import codes, readable, texts
from partnership.language.texts import Texts
from partnership.maps import alt, ground
from partnership.maps.assets import seen_on, table_of
from partnership.maps.model import Group, Legend, Map
from partnership.provenance import sources
from partnership.state import SECTORS, State
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
    uses=(*FILTERS, "view", "size"),
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
        groups=tuple(Group(s, t(codes.SECTOR[s]), palette.SECTOR[s].light) for s in SECTORS),
        legend=Legend(
            (
                ("ringed", t("Italian-held")),
                ("approximate", t("Position approximate")),
                ("schematic", t("Course schematic")),
            )
        ),
    )
    return Figure(
        id="map.assets",
        title=t("Fields, pipelines, plants, deposits and routes of the partnership"),
        drawn=drawn,
        table=table_of(rows),
        source_ids=(*sources.ids(rows), *sources.GROUND),
        alt=t(
            "Map of {count} assets from Italy to China, coloured by sector. {numbers}",
            count=t.number(len(rows)),
            numbers=alt.numbers(drawn, t),
        ).strip(),
        finding=_finding(rows, t),
        note=t(
            "Filled: exact; hollow: approximate; thin grey lines: schematic; thick ring:"
            " Italian-held."
        ),
        badges=shared.badges(rows, "schematic"),
        height=HEIGHT,
    )


def _finding(rows: pd.DataFrame, t: Texts) -> str:
    italian = int(rows["italian"].sum())
    without = int((~marks.located(rows)).sum())
    finding = t(
        "{count} assets pass the filters; Italian companies hold, run or develop {italian} of "
        "them.",
        count=t.number(len(rows)),
        italian=t.number(italian),
    )
    if without:
        finding += " " + t.plural(
            "{count} of them has no reliable position and appears only in the table.",
            "{count} of them have no reliable position and appear only in the table.",
            without,
        )
    return finding


@register("map.table", sectors=("oil_gas", "renewables", "minerals", "transport"), uses=FILTERS)
def table(state: State) -> Figure:
    """The assets of the map as a table that follows the filter."""
    t = texts.in_language(state.lang)
    rows = chosen(state).sort_values(["sector", "kind", "asset_id"])
    return Figure(
        id="map.table",
        title=t("Assets on the map, as a table"),
        drawn=readable.table(
            asset_words.COLUMNS, (asset_words.row(r, t) for r in rows.itertuples()), t
        ),
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
