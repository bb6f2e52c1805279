"""Sources: who published what, when, under which licence, and how to cite it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields
from functools import lru_cache
from textwrap import shorten

import pandas as pd

from partnership import tables
from partnership.language.texts import Texts, message

TIERS = {
    "statistics": 0,
    "government": 0,
    "institution": 0,
    "dataset": 1,
    "geometry": 1,
    "company": 2,
    "agency": 3,
    "press": 4,
    "opinion": 5,
    "article": 6,
}
"""Weight of each kind of source, the heaviest lowest."""
PRESS = ("press", "agency", "opinion")
"""Kinds of source that are printed pages, not records."""


_VIA = ", via "
"""Between an office and the page that quotes it, as citations have it."""


@dataclass(frozen=True)
class Source:
    """One row of `sources`; empty strings where the table is empty.

    Where the page quotes an office (table `quotes`), `publisher` names it first: `Istat, via …`.
    """

    source_id: str
    publisher: str
    title: str
    url: str
    published: str
    undated: str
    accessed: str
    licence: str
    licence_url: str
    redistribute: str
    kind: str
    note: str

    def citation(self) -> str:
        """One line to cite the source by."""
        date = f" ({self.published})" if self.published else ""
        return (
            f"{self.publisher}{date}. {self.title}. {self.url} (accessed {self.accessed}). Licence:"
            f" {self.licence}."
        )


@lru_cache(maxsize=2)
def _all(package: tables.Package) -> dict[str, Source]:
    frame = package.table("sources").astype(object).fillna("")
    quoted = package.table("quotes").set_index("source_id")["quoted"]
    office = frame["source_id"].map(quoted)
    cited = (office + _VIA + frame["publisher"]).where(office.notna(), frame["publisher"])
    rows = frame.assign(publisher=cited).to_dict("records")
    return {row["source_id"]: Source(**row) for row in rows}


def by_ids(source_ids: Iterable[str]) -> list[Source]:
    """The sources of these ids, in that order, each once."""
    known = _all(tables.package())
    return [known[i] for i in dict.fromkeys(source_ids)]


def known() -> Collection[str]:
    """The ids of all sources."""
    return _all(tables.package()).keys()


def table(source_ids: Iterable[str]) -> pd.DataFrame:
    """The same as rows, a column for each field of `Source`; heads alone where there are none."""
    return pd.DataFrame(
        [vars(s) for s in by_ids(source_ids)], columns=[field.name for field in fields(Source)]
    )


GROUND = ("natural_earth",)
"""The sources of the land and the water under every map."""
REGIONS = ("osm_boundaries",)
"""The sources of the outlines of regions."""

_BEHIND = ("source_id", "other_source_id", "position_source_id")
"""Columns of all rows that name a source of what is drawn of them."""


def ids(*frames: pd.DataFrame) -> tuple[str, ...]:
    """Ids of the sources behind some rows and their positions, the one with most rows first."""
    found = [f[c].dropna().astype(str) for f in frames for c in _BEHIND if c in f.columns]
    column = pd.concat(found or [pd.Series(dtype=str)])
    return tuple(column.value_counts(sort=True).index)


OURS = message("This dashboard")
"""The publisher of what we placed or drew ourselves."""


def named(publisher: str, t: Texts, most: int | None = None) -> str:
    """A publisher as it names itself, and ourselves in the reader's language.

    Where room is short it is cut after a word to `most` letters, and an office stands alone.
    """
    if publisher == OURS:
        return t(OURS)
    office, via, page = publisher.partition(_VIA)
    if most is not None:
        return t.quote(shorten(office, most, placeholder="…"))
    if not via:
        return t.quote(publisher)
    return t("{office}, via {page}", office=t.quote(office), page=t.quote(page))


def titled(source: Source, t: Texts) -> str:
    """`publisher, title`."""
    if source.publisher == OURS or _VIA in source.publisher:
        return f"{named(source.publisher, t)}, {t.quote(source.title)}"
    return t.quote(f"{source.publisher}, {source.title}")


def publisher(source_id: object, t: Texts, most: int | None = None) -> str:
    """Who published it, in `most` letters at most (`named`)."""
    return named(by_ids([str(source_id)])[0].publisher, t, most)


def publishers(source_ids: Iterable[str], t: Texts) -> dict[str, str]:
    """Who published each of these sources, by its id."""
    return {source.source_id: named(source.publisher, t) for source in by_ids(source_ids)}
