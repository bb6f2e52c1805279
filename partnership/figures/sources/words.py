"""Tables in words, and which source supplies which table."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pandas as pd

from partnership import tables
from partnership.analysis import freshness
from partnership.language.texts import Texts, message

TABLES = {
    "trade": message("Trade"),
    "observations": message("Observations"),
    "prices": message("Prices and rates"),
    "events": message("Events"),
    "stakes": message("Stakes"),
    "evidence": message("Evidence"),
    "assets": message("Assets"),
    "projects": message("Projects"),
    "companies": message("Companies"),
    "materials": message("Materials"),
    "places": message("Places"),
    "claims": message("Claims"),
    "notes": message("Notes"),
    "glossary": message("Glossary"),
    "geometry": message("Geometry"),
}
ONE_ROW = {
    "trade": message("one flow, as reported by one reporter"),
    "observations": message("one value of one metric of one entity in one period"),
    "prices": message("one price or exchange rate in one period"),
    "events": message("one dated event"),
    "stakes": message("one holder's share of one consortium in one span of time"),
    "evidence": message("one source's statement on one claim"),
    "assets": message("one thing on the map"),
    "projects": message("one company's role at one asset or project"),
    "companies": message("one organisation"),
    "materials": message("one raw material"),
    "places": message("one town, pass or border point"),
    "claims": message("one claim of the article"),
    "notes": message("one source of one note on a figure"),
    "glossary": message("one term in every language"),
}


def fed() -> pd.DataFrame:
    """What each source supplies to each table today; see `analysis.freshness.feeds`."""
    return _fed(tables.package(), date.today()).copy(deep=False)


@lru_cache(maxsize=2)
def _fed(package: tables.Package, today: date) -> pd.DataFrame:
    frames = {name: package.table(name) for name in TABLES if name in package.names}
    return freshness.feeds(frames, today)


def table_name(key: str, t: Texts) -> str:
    """The name of a table."""
    return t(TABLES[key]) if key in TABLES else t.quote(key)


def newest_of(fed_rows: pd.DataFrame, today: date) -> dict[str, str]:
    """The newest period of each source over all tables."""
    known = freshness.newest_first(fed_rows[fed_rows["newest"].notna()], today)
    first = known.drop_duplicates("source_id")
    return dict(zip(first["source_id"], first["newest"].astype(str), strict=True))
