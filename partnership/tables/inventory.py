"""What the code reads of the data package: tables, columns and their types, geometry and its keys.

The only list of its kind. `descriptor.py` holds `data/datapackage.json` against it, so that a
package that lacks something is named when it is opened and not where a figure wants it; a test
holds it against the code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_TABLES = {
    "sources": (
        "source_id publisher title url published undated accessed licence licence_url "
        "redistribute kind note"
    ),
    "quotes": "source_id quoted",
    "countries": "country_id kind lon:number lat:number",
    "companies": "company_id country source_id status note",
    "assets": (
        "asset_id kind sector asset_status country region_id lon:number lat:number "
        "precision_km:number schematic:boolean start_year:integer end_year:integer operator_id "
        "capacity_value:number capacity_unit parent_id commodities mode source_id "
        "position_source_id status note"
    ),
    "projects": (
        "project_id company_id asset_id sector role region_id start end value:number unit "
        "partners source_id status note"
    ),
    "stakes": (
        "asset_id holder_id percent:number valid_from valid_to attested attested_source_id "
        "basis source_id start_basis start_precision start_source_id status note"
    ),
    "metrics": "metric_id unit sector",
    "observations": "entity_id metric_id period value:number unit source_id status inputs note",
    "products": "product_id parent sector coverage_share:number note",
    "trade": (
        "reporter partner flow product_id period value_usd:number quantity_t:number "
        "quantity_kbbl:number declared_value:number declared_currency valuation source_id "
        "status inputs note"
    ),
    "prices": "series_id period value:number unit source_id status note",
    "events": (
        "event_id date date_precision date_basis kind sector asset_id place value:number unit "
        "source_id status same_as explains_break:boolean note"
    ),
    "visits": "event_id visitor level",
    "places": (
        "place_id kind country region_id population:integer lon:number lat:number rank:integer "
        "source_id status note"
    ),
    "texts": "id field lang text",
    "claims": (
        "claim_id sector entity_id metric_id period value:number unit kind printed method "
        "arguments editorial_verdict source_id status note"
    ),
    "statistics": "source_id family zeros note",
    "evidence": "claim_id source_id stance value unit period status inputs note",
    "materials": (
        "material_id commodity eu_critical:boolean strategic_entry used_in "
        "china_share_of_eu_supply_pct:number china_source_id kazakhstan_basis kazakhstan_period "
        "kazakhstan_world_share_pct:number kazakhstan_world_rank:integer kazakhstan_source_id "
        "source_id status note"
    ),
    "steps": "asset_id step date event_id status note",
    "glossary": "term_id en it kk ru attested_in",
    "notes": "note_id figure_id entity_id from to source_id status",
}
"""Columns by table; without a type they are text."""


def columns(table: str) -> dict[str, str]:
    """Type of each column of `table` that the code reads, by name."""
    pairs = (word.partition(":") for word in _TABLES[table].split())
    return {name: kind or "string" for name, _, kind in pairs}


TABLES = tuple(_TABLES)
"""Names of the tables that the code reads."""


@dataclass(frozen=True)
class Shapes:
    """What a file of geometry must hold: areas or lines, and properties of each feature."""

    areas: bool
    keys: Mapping[str, type]


_AREAS = Shapes(areas=True, keys={"id": str})
_RIVERS = Shapes(areas=False, keys={"id": str})
_ROUTES = Shapes(areas=False, keys={"asset_id": str, "schematic": bool})

GEOMETRY: Mapping[str, Shapes] = {
    "land": _AREAS,
    "land_detail": _AREAS,
    "water": _AREAS,
    "water_detail": _AREAS,
    "around": _AREAS,
    "around_borders": _RIVERS,
    "beyond": _AREAS,
    "beyond_borders": _RIVERS,
    "rivers": _RIVERS,
    "regions": _AREAS,
    "routes": _ROUTES,
    "routes_detail": _ROUTES,
}
