"""Tables in words, and which source supplies which table."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from partnership import tables
from partnership.analysis import freshness
from partnership.language.texts import Texts, message


class Named(NamedTuple):
    """What a table is called, and what one row of it is."""

    name: str
    one_row: str


TABLES = {
    "trade": Named(message("Trade"), message("one flow, as reported by one reporter")),
    "observations": Named(
        message("Observations"), message("one value of one metric of one entity in one period")
    ),
    "prices": Named(
        message("Prices and rates"), message("one price or exchange rate in one period")
    ),
    "events": Named(message("Events"), message("one dated event")),
    "stakes": Named(
        message("Stakes"), message("one holder's share of one consortium in one span of time")
    ),
    "evidence": Named(message("Evidence"), message("one source's statement on one claim")),
    "assets": Named(message("Assets"), message("one thing on the map")),
    "projects": Named(message("Projects"), message("one company's role at one asset or project")),
    "companies": Named(message("Companies"), message("one organisation")),
    "materials": Named(message("Materials"), message("one raw material")),
    "places": Named(message("Places"), message("one town, pass or border point")),
    "claims": Named(message("Claims"), message("one claim of the article")),
    "notes": Named(message("Notes"), message("one source of one note on a figure")),
    "glossary": Named(message("Glossary"), message("one term in every language")),
}
"""The tables whose rows have sources, in the order in which a source is said to feed them."""


def fed() -> pd.DataFrame:
    """What each source supplies to each table today; see `analysis.freshness.feeds`."""
    return _fed(tables.package(), date.today()).copy(deep=False)


@lru_cache(maxsize=2)
def _fed(package: tables.Package, today: date) -> pd.DataFrame:
    frames = {name: package.table(name) for name in TABLES if name in package.names}
    return freshness.feeds(frames, today)


def table_name(key: str, t: Texts) -> str:
    """The name of a table."""
    return t(TABLES[key].name) if key in TABLES else t.quote(key)


def newest_of(fed_rows: pd.DataFrame, today: date) -> dict[str, str]:
    """The newest period of each source over all tables."""
    known = freshness.newest_first(fed_rows[fed_rows["newest"].notna()], today)
    first = known.drop_duplicates("source_id")
    return dict(zip(first["source_id"], first["newest"].astype(str), strict=True))
