"""Every figure in one language beside English, and what is not translated on purpose."""

from __future__ import annotations

import re

import pytest

from partnership import tables
from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.language import catalogues, texts
from partnership.state import State
from partnership.wording import tables as table_words
from tests import quoted, site

_FIGURES = tuple(figures.registry())
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
        if quoted.LATIN.search(_heads(english)[part]):
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


def test_only_titles_publishers_addresses_and_ids_stay_english() -> None:
    """What a table that is read shows of every figure, held against the list of such words."""
    with quoted.collected() as found:
        for figure_id in _FIGURES:
            shown = figures.registry()[figure_id].make(State(lang="ru"))
            table_words.readable(shown.table, texts.in_language("ru"))
    assert quoted.strange(found) == []


@pytest.mark.parametrize(
    ("path", "lang"), [*zip(site.LEAF, catalogues.TRANSLATED * 9, strict=False)]
)
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
