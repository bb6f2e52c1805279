"""Words that go through no translation (`Texts.quote`), held against a list of such words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from unittest import mock

from partnership import tables
from partnership.analysis import crude
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.wording import heads

LATIN = re.compile(r"[A-Za-z]{4,}")
ADDRESS = re.compile(
    r"https?://\S+|\b(?:[\w-]+\.)+[a-z]{2,}(?:[/:]\S*)?(?!\w)|data/README\.md#[\w-]+"
)
_PARTED = re.compile(r"[;,]| via ")
_ID = re.compile(r"[a-z0-9]+(?:[_.][a-z0-9]+)+")


@contextmanager
def collected() -> Iterator[set[str]]:
    """What is quoted meanwhile, as it is asked for."""
    found: set[str] = set()
    ours = Texts.quote

    def quote(self: Texts, words: object) -> str:
        found.add(str(words))
        return ours(self, words)

    with mock.patch.object(Texts, "quote", quote):
        yield found


def strange(quoted: Iterable[str]) -> list[str]:
    """English words among those quoted that nothing allows."""
    return sorted(words for words in quoted if LATIN.search(words) and not _is_allowed(words))


@cache
def _allowed() -> frozenset[str]:
    """Titles, publishers, names of places and firms as sources write them, and codes."""
    rows = tables.load("sources")
    # Ourselves as a publisher we name in the reader's language.
    found = {*rows["publisher"], *rows["title"], *rows["source_id"]} - {sources.OURS}
    found |= {f"{p}, {t}" for p, t in zip(rows["publisher"], rows["title"], strict=True)}
    for table, column in (
        ("projects", "partners"),
        ("events", "place"),
        ("evidence", "value"),
        ("claims", "printed"),
        ("quotes", "quoted"),
    ):
        for words in tables.load(table)[column].dropna().astype(str):
            found |= {words, words.replace(";", ", ")}
    cited = rows.merge(tables.load("quotes"), on="source_id")
    parts = zip(cited["quoted"], cited["publisher"], cited["title"], strict=True)
    found |= {f"{who}, via {p}, {t}" for who, p, t in parts}
    found |= {crude.METHOD, *heads.HEADS}
    glossary = tables.load("glossary")
    terms = (words for lang in texts.LANGUAGES for words in glossary[lang])
    found |= {written for words in terms for written in (words, words.replace(";", ","))}
    found |= {*texts.LANGUAGES.values(), tables.package().descriptor["title"]}
    return frozenset(str(words) for words in found)


def _is_allowed(words: str) -> bool:
    allowed, rest = _allowed(), ADDRESS.sub("", words)
    if (
        words in allowed
        or rest in allowed
        or _ID.fullmatch(rest)
        or rest.replace(" ", "_") in allowed
    ):
        return True
    if rest.endswith("…") and any(known.startswith(rest[:-1]) for known in allowed):
        return True
    return any(
        all(part.strip() in allowed for part in _PARTED.split(one) if LATIN.search(part))
        for one in (words, rest)
    )
