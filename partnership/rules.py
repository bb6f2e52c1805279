"""Rules of the subject that a table schema cannot say.

`at_load` holds what must be true before anything is drawn from one table alone. `across` holds
what only the whole package can show and `python -m partnership check` asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pandas as pd

from partnership import places
from partnership.contract import Problem, line

if TYPE_CHECKING:
    from partnership.tables import Package

SUM_TOLERANCE = 0.05
"""Published shares are rounded to two decimals; a full split may miss 100 by this much."""


def at_load(name: str, frame: pd.DataFrame) -> list[Problem]:
    """Problems of one table by the rules of its subject."""
    check = _AT_LOAD.get(name)
    return list(check(frame)) if check else []


def _stakes(frame: pd.DataFrame) -> Iterator[Problem]:
    yield from _sums(frame)
    yield from _spans(frame)


def _sums(frame: pd.DataFrame) -> Iterator[Problem]:
    """Each dated reported split adds up to 100 within `SUM_TOLERANCE`."""
    full = frame[(frame["basis"] == "split") & (frame["status"] == "reported")]
    keys = ["asset_id", "valid_from"]
    for (asset, start), split in full.groupby(keys, dropna=False, observed=True):
        total = split["percent"].sum()
        if abs(total - 100) > SUM_TOLERANCE:
            since = start if isinstance(start, str) else "the beginning"
            rule = f"the shares of {asset} from {since} must add up to 100, not {total:.2f}"
            yield Problem("stakes", line(split.index[0]), "percent", rule)


def _spans(frame: pd.DataFrame) -> Iterator[Problem]:
    """Spans of one consortium, basis and status never overlap, and never end before they start."""
    backward = frame[frame["valid_to"].notna() & (frame["valid_from"] >= frame["valid_to"])]
    for i, row in backward.iterrows():
        rule = "a span must end after it starts"
        yield Problem("stakes", line(i), "valid_to", rule, str(row["valid_to"]))
    splits = frame[frame["basis"] == "split"]
    for (asset, _), rows in splits.groupby(["asset_id", "status"], observed=True):
        spans = rows[["valid_from", "valid_to"]].fillna({"valid_from": "0", "valid_to": "9"})
        spans = spans.reset_index().drop_duplicates(["valid_from", "valid_to"])
        spans = spans.sort_values(["valid_from", "valid_to"])
        ends = spans["valid_to"].shift().fillna("")
        for row in spans[spans["valid_from"] < ends].itertuples():
            rule = f"this span of {asset} overlaps an earlier one"
            yield Problem("stakes", line(row.index), "valid_from", rule, str(row.valid_from))


def _trade(frame: pd.DataFrame) -> Iterator[Problem]:
    """Nobody trades with itself, and dollars declared are the dollars shown."""
    for i, row in frame[frame["reporter"] == frame["partner"]].iterrows():
        yield Problem(
            "trade", line(i), "partner", "reporter and partner must differ", row["partner"]
        )
    dollars = frame[frame["declared_currency"] == "USD"]
    wrong = dollars[(dollars["value_usd"] - dollars["declared_value"]).abs() > 0.5]
    for i, row in wrong.iterrows():
        rule = "a value declared in dollars must equal value_usd"
        yield Problem("trade", line(i), "value_usd", rule, str(row["value_usd"]))


def _observations(frame: pd.DataFrame) -> Iterator[Problem]:
    yield from _one_unit("observations", frame, "metric_id")


def _prices(frame: pd.DataFrame) -> Iterator[Problem]:
    yield from _one_unit("prices", frame, "series_id")


def _one_unit(table: str, frame: pd.DataFrame, key: str) -> Iterator[Problem]:
    """A metric or a series has one unit throughout."""
    first = frame.groupby(key, observed=True)["unit"].transform("first")
    for i, row in frame[frame["unit"] != first].iterrows():
        rule = f"{row[key]} has another unit in an earlier row"
        yield Problem(table, line(i), "unit", rule, row["unit"])


_AT_LOAD: dict[str, Callable[[pd.DataFrame], Iterator[Problem]]] = {
    "stakes": _stakes,
    "trade": _trade,
    "observations": _observations,
    "prices": _prices,
}


def across(package: Package) -> list[Problem]:
    """Problems that only show when tables are held against each other. Needs shapely."""
    problems = [*_unique_ids(package), *_named(package), *_entities(package), *_units(package)]
    return [*problems, *places.problems(package), *_geometry(package)]


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
    """An id names one thing in the whole package, or `texts` could not tell them apart."""
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
    """Every drawn line belongs to an asset, and every asset that is a line is drawn."""
    assets = package.table("assets")
    drawn = {f["properties"]["asset_id"] for f in package.geometry("routes")["features"]}
    for key in sorted(drawn - set(assets["asset_id"])):
        yield Problem("routes", 0, "asset_id", "this must be a key of table assets", key)
    whole = set(assets["parent_id"].dropna())
    lines = assets[assets["kind"].isin(places.LINES) & ~assets["asset_id"].isin(whole)]
    for i, key in lines.loc[~lines["asset_id"].isin(drawn), "asset_id"].items():
        yield Problem(
            "assets", line(i), "asset_id", "this line has no geometry in routes", str(key)
        )
