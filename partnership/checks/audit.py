"""What only the whole package can show, asked for by `python -m partnership check`.

Tables are checked against each other and against the geometry.
"""

from __future__ import annotations

from collections.abc import Iterator

from partnership.analysis.assets import LINES
from partnership.checks import claims, evidence, notes, outcomes, places, plans, unlike, zeros
from partnership.tables import Package
from partnership.tables.contract import Problem, line
from partnership.tables.rules import materials, stakes, terms


def across(package: Package) -> Iterator[Problem]:
    """Problems that only show when tables are compared with each other. Needs shapely.

    What is worked out again, value by value, comes last.
    """
    yield from (*_unique_ids(package), *_named(package), *_entities(package), *_units(package))
    yield from terms.across(package)
    yield from materials.across(package.table("materials"), package.table("observations"))
    yield from stakes.across(package.table("stakes"), package.table("sources"))
    for of in (outcomes, notes, zeros, plans, places):
        yield from of.problems(package)
    yield from _geometry(package)
    for of in (claims, unlike, evidence):
        yield from of.problems(package)


_IDS = {
    "assets": "asset_id",
    "companies": "company_id",
    "countries": "country_id",
    "metrics": "metric_id",
    "products": "product_id",
    "places": "place_id",
    "projects": "project_id",
    "events": "event_id",
    "claims": "claim_id",
    "materials": "material_id",
}


def _unique_ids(package: Package) -> Iterator[Problem]:
    """An id names one thing in the whole package, or `texts` could not distinguish them."""
    seen: dict[str, str] = {}
    for table, column in _IDS.items():
        for i, value in package.table(table)[column].items():
            if value in seen:
                rule = f"this id is taken by table {seen[value]}"
                yield Problem(table, line(i), column, rule, str(value))
            seen[str(value)] = table


def _named(package: Package) -> Iterator[Problem]:
    """Every id has an English name, and every text belongs to something."""
    texts = package.table("texts")
    english = set(texts.loc[texts["lang"] == "en", "id"].astype(str))
    known: set[str] = set(package.table("prices")["series_id"].astype(str))
    known |= set(package.table("notes")["note_id"].astype(str))
    for table, column in _IDS.items():
        ids = package.table(table)[column]
        known |= set(ids.astype(str))
        for i, value in ids[~ids.isin(english)].items():
            yield Problem(
                table, line(i), column, "this id has no English name in texts", str(value)
            )
    regions = {f["properties"]["id"] for f in package.geometry("regions")["features"]}
    strange = texts[~texts["id"].isin(known | regions | {PAIR})]
    for i, value in strange["id"].items():
        yield Problem("texts", line(i), "id", "this text belongs to nothing", str(value))


PAIR = "italy_kazakhstan"
"""Entity of what is observed of both countries together."""


def _entities(package: Package) -> Iterator[Problem]:
    known = {PAIR}
    for table in ("assets", "companies", "countries"):
        known |= set(package.table(table)[_IDS[table]].astype(str))
    entity = package.table("observations")["entity_id"]
    for i, value in entity[~entity.isin(known)].items():
        rule = "this must be an asset, a company, a country or the pair"
        yield Problem("observations", line(i), "entity_id", rule, str(value))


def _units(package: Package) -> Iterator[Problem]:
    units = package.table("metrics").set_index("metric_id")["unit"].astype(str)
    seen = package.table("observations")
    wanted = seen["metric_id"].astype(str).map(units)
    for i, row in seen[seen["unit"].astype(str) != wanted].iterrows():
        rule = f"this must be the metric's unit, {wanted[i]}"
        yield Problem("observations", line(i), "unit", rule, str(row["unit"]))


def _geometry(package: Package) -> Iterator[Problem]:
    """Every drawn line is an asset's, every region has a name, and each asset's line is drawn."""
    assets, texts = package.table("assets"), package.table("texts")
    countries = set(package.table("countries")["country_id"].astype(str))
    yield from _strange(package, "land", "id", "countries", countries)
    yield from _strange(package, "land_detail", "id", "countries", countries)
    yield from _strange(package, "regions", "id", "texts", set(texts["id"].astype(str)))
    whole = set(assets["parent_id"].dropna())
    lines = assets[assets["kind"].isin(LINES) & ~assets["asset_id"].isin(whole)]
    for name in ("routes", "routes_detail"):
        known = set(assets["asset_id"].astype(str))
        yield from _strange(package, name, "asset_id", "assets", known)
        drawn = {f["properties"]["asset_id"] for f in package.geometry(name)["features"]}
        for i, key in lines.loc[~lines["asset_id"].isin(drawn), "asset_id"].items():
            rule = f"this line has no geometry in {name}"
            yield Problem("assets", line(i), "asset_id", rule, str(key))


def _strange(
    package: Package, name: str, key: str, table: str, known: set[str]
) -> Iterator[Problem]:
    """Features of things that the tables do not know."""
    for i, feature in enumerate(package.geometry(name)["features"]):
        value = feature["properties"][key]
        if value not in known:
            place = f"features[{i}].properties.{key}"
            yield Problem(name, 0, place, f"this must be a key of table {table}", value)
