"""Rules on who published a source: one name a host, one kind a publisher, agencies separate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pandas as pd

from partnership.tables.contract import Problem, line

if TYPE_CHECKING:
    from partnership.tables import Package

AGENCIES = frozenset(
    {
        "Associated Press",
        "Bloomberg",
        "EFE",
        "Hina",
        "Interfax-Kazakhstan",
        "Novosti-Kazakhstan",
        "Xinhua",
        "askanews",
        "dpa-AFX",
    }
)
"""News agencies that are quoted and of which no page of their own is cited."""
_PUBLISHERS = ("agency", "press", "company", "institution", "government")
"""Kinds that are a matter of the publisher; the others are a matter of the text."""
_SHARED = ("doi.org", "github.com", "gov.kz")
"""Hosts on which many publish."""
_AND = " and "
"""Between two who are quoted."""


def of_sources(package: Package) -> Iterator[Problem]:
    """Problems of publishers in the table of sources, checked against whom their pages quote."""
    known = package.table("sources")
    quoted = package.table("quotes").set_index("source_id")["quoted"].astype(str)
    office = known["source_id"].astype(str).map(quoted).fillna("")
    yield from _named(known)
    yield from _hosts(known)
    yield from _kinds(known, office)


def _named(known: pd.DataFrame) -> Iterator[Problem]:
    rule = "a page has one publisher; whom it quotes stands in table quotes"
    for i, value in known.loc[known["publisher"].str.contains(" / "), "publisher"].items():
        yield Problem("sources", line(i), "publisher", rule, str(value))


def _hosts(known: pd.DataFrame) -> Iterator[Problem]:
    """What stands on the pages of another is that other's page, and quotes."""
    host = known["url"].astype(str).map(lambda url: urlsplit(url).netloc.removeprefix("www."))
    own = known[host.ne("") & ~host.isin(_SHARED)]
    rule = "all pages of one host have one publisher; whom a page quotes stands in table quotes"
    yield from _rarer(own, host[own.index], "publisher", rule)


def _kinds(known: pd.DataFrame, office: pd.Series) -> Iterator[Problem]:
    """A publisher is of one kind, but a page that quotes an agency is the agency's."""
    kind = known["kind"].astype(str)
    agencies = AGENCIES | set(known.loc[kind.eq("agency") & office.eq(""), "publisher"])
    quotes = office.map(lambda names: not agencies.isdisjoint(names.split(_AND)))
    for i in known.index[quotes & ~kind.isin(["agency", "opinion"])]:
        rule = "a page that quotes a news agency is of kind agency"
        yield Problem("sources", line(i), "kind", rule, str(kind[i]))
    own = known[~quotes & kind.isin(_PUBLISHERS)]
    yield from _rarer(own, own["publisher"].astype(str), "kind", "a publisher is of one kind")


def _rarer(rows: pd.DataFrame, group: pd.Series, column: str, rule: str) -> Iterator[Problem]:
    """Rows whose value is not the commonest of their group."""
    values = rows[column].astype(str)
    # Most groups agree: only the others are counted.
    several = values.groupby(group).transform("nunique").gt(1)
    for _, members in values[several].groupby(group[several]):
        for i, value in members[members.ne(members.mode().iloc[0])].items():
            yield Problem("sources", line(i), column, rule, str(value))
