"""Every figure in one language beside English, and what is not translated on purpose."""

from __future__ import annotations

import re

import pytest

from partnership import tables
from partnership.analysis import crude
from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.language import catalogues, texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.wording import heads
from partnership.wording import tables as table_words
from tests import site

_FIGURES = tuple(figures.registry())
_LATIN = re.compile(r"[A-Za-z]{4,}")
_ROTATED = [
    pytest.param(figure_id, catalogues.TRANSLATED[n % len(catalogues.TRANSLATED)], id=figure_id)
    for n, figure_id in enumerate(_FIGURES)
]


def _heads(figure: Figure) -> dict[str, str]:
    return {"title": figure.title, "headline": figure.headline, "alt": figure.alt}


@pytest.mark.parametrize(("figure_id", "lang"), _ROTATED)
def test_a_figure_speaks_the_language(figure_id: str, lang: str) -> None:
    english = figures.build(figure_id, State())
    figure = figures.build(figure_id, State(lang=lang))
    for part, words in _heads(figure).items():
        if _LATIN.search(_heads(english)[part]):
            assert words != _heads(english)[part], part
        assert not re.search(r"\{\w+\}", words), part
    assert figure.table.shape == english.table.shape
    assert list(figure.table.columns) == list(english.table.columns)
    assert figure.source_ids == english.source_ids


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_titles_are_in_the_letters_of_the_language(lang: str) -> None:
    """A title with more Latin letters than Cyrillic ones was put together from English words."""
    for figure_id in _FIGURES:
        title = figures.build(figure_id, State(lang=lang)).title
        latin = len(re.findall("[A-Za-z]", title))
        assert latin <= len(re.findall("[А-яЁёәғқңөұүһіӘҒҚҢӨҰҮҺІ]", title)), title


@pytest.fixture
def quoted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Words that go through no translation, as they are asked for."""
    found: set[str] = set()
    ours = Texts.quote

    def quote(self: Texts, words: object) -> str:
        found.add(str(words))
        return ours(self, words)

    monkeypatch.setattr(Texts, "quote", quote)
    return found


def test_only_titles_publishers_addresses_and_ids_stay_english(quoted: set[str]) -> None:
    """What a table that is read shows of every figure, held against the list of such words."""
    for figure_id in _FIGURES:
        shown = figures.registry()[figure_id].make(State(lang="ru"))
        table_words.readable(shown.table, texts.in_language("ru"))
    allowed = _allowed()
    strange = {
        words for words in quoted if _LATIN.search(words) and not _is_allowed(words, allowed)
    }
    assert strange == set(), sorted(strange)


_ADDRESS = re.compile(r"https?://\S+|data/README\.md#[\w-]+")
_ID = re.compile(r"[a-z0-9]+(?:[_.][a-z0-9]+)+")


def _allowed() -> set[str]:
    """Titles, publishers, names of places and firms as sources write them, and codes."""
    rows = tables.load("sources")
    found = {*rows["publisher"], *rows["title"], *rows["source_id"]}
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
    return {str(words) for words in found} | set(texts.LANGUAGES.values())


def _is_allowed(words: str, allowed: set[str]) -> bool:
    rest = _ADDRESS.sub("", words)
    if rest in allowed or _ID.fullmatch(rest) or rest.replace(" ", "_") in allowed:
        return True
    if rest.endswith("…") and any(known.startswith(rest[:-1]) for known in allowed):
        return True
    parts = (part.strip() for part in re.split(r"[;,]| via ", rest))
    return all(part in allowed for part in parts if _LATIN.search(part))


@pytest.mark.parametrize(("path", "lang"), zip(site.LEAF, catalogues.TRANSLATED * 9, strict=False))
def test_a_page_speaks_the_language(path: str, lang: str) -> None:
    at = site.app(path, {"lang": lang})
    assert not at.exception
    assert not at.error
    t = texts.in_language(lang)
    page = site.page_of(path)
    assert t(page.title) in at.title[0].value
    assert at.selectbox(key="lang").value == lang


_RUN = re.compile(r"[A-Za-z]{3,}(?: [A-Za-z]{3,})+")
_OF_THEIR_OWN = (
    "Confindustria Moda",
    "Energy Policy",
    "Etalab Open Licence",
    "Foreign Affairs",
    "Joint Research Centre",
    "World Mining Data",
)
"""Names of publications, licences and journals that stand in messages themselves."""


def _proper(lang: str) -> list[str]:
    """Names that stay in Latin letters: of publications, and of what has no other name."""
    rows, quotes, named = tables.load("sources"), tables.load("quotes"), tables.load("texts")
    found = {*rows["publisher"], *rows["title"], *quotes["quoted"], *_OF_THEIR_OWN}
    found |= set(named.loc[named["lang"].eq(lang), "text"])
    latin = (str(words) for words in found if _RUN.search(str(words)))
    return sorted(latin, key=len, reverse=True)


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_no_english_is_left_in_what_a_figure_says(lang: str) -> None:
    proper, left = _proper(lang), []
    for figure_id in _FIGURES:
        figure = figures.build(figure_id, State(lang=lang))
        for words in (*_heads(figure).values(), figure.finding, figure.note):
            rest = re.sub(r"\bvia\b", ";", words)
            for name in proper if _RUN.search(words) else ():
                rest = rest.replace(name.replace("via", ";"), "")
            left += [f"{figure_id}: {run}" for run in _RUN.findall(rest)]
    assert left == []
