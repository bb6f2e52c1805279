"""Terms of the field: each message that has one in English has its translation of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from partnership import tables
from partnership.language import catalogues, texts

_FEW, _SHARE = 2, 0.06
"""Messages that may put a term in other words: so many, or that part of all that have it."""
_LETTERS = 7
"""Letters from which on the end of a word is its inflection."""
_ALSO = {
    "as_reported_by": {"it": "secondo", "kk": "дерек", "ru": "сообщ; данны"},
    "claimed": {"it": "affermazion", "kk": "тұжырым; айтыл", "ru": "утвержд; заявл"},
    "deposit": {"kk": "кен орынд; қазба"},
    "derived": {"kk": "шығарылған", "ru": "рассчит; выведен; получен"},
    "entitlement": {"it": "spetta", "kk": "тиесілі", "ru": "причита"},
    "field": {"kk": "кен орын"},
    "gas_field": {"it": "giacimenti", "kk": "кен орын", "ru": "месторожд"},
    "holder": {"it": "proprietar", "kk": "ие"},
    "hybrid_plant": {"it": "ibrid", "kk": "гибридті"},
    "mine": {"it": "minerari; estra", "kk": "өндір", "ru": "добыва; добыч"},
    "nuclear": {"kk": "ядро", "ru": "атомн; ядерн"},
    "production": {"kk": "өнімді"},
    "progress": {"kk": "жол", "ru": "путь"},
    "rank": {"it": "n.; mercato; colloc; classific", "kk": "орн", "ru": "мест; -й; -е; №"},
    "renewables": {"kk": "жаңартылатын"},
    "reported": {
        "it": "secondo; notizi; riport; segnala; riferi; pubblic",
        "kk": "дерек; хабар; көрсет; есеп",
        "ru": "по данным; сообщ; данны; отчёт; указан; по последн",
    },
    "reporter": {"it": "dichiarante", "kk": "дерек", "ru": "данны"},
    "route": {"it": "strad; vie; via", "ru": "пут"},
    "search": {"it": "cerca", "kk": "ізде", "ru": "иск; найти"},
    "share": {"it": "part; percentual", "kk": "бөлік; бөліг", "ru": "част; дол"},
    "solar_plant": {"it": "solar", "kk": "күн", "ru": "солнечн"},
    "target": {"kk": "көрсеткіш", "ru": "показател"},
    "tonne": {"it": " t", "kk": " т", "ru": " т"},
    "trade": {"it": "commercial; scambi", "ru": "торгов"},
    "wind": {"ru": "ветр"},
}
"""Stems that the inflection of a term, or the word made from it, has instead."""


def _stems(term: str) -> list[str]:
    """The beginnings of the words of a term, which its inflection leaves alone."""
    words = (word for word in re.findall(r"\w+", term.lower()) if len(word) > 1)
    return [w[: max(3, len(w) - (3 if len(w) > 5 else 1))][:_LETTERS] for w in words]


def _has(words: str, term: str, also: str) -> bool:
    written = words.lower()
    if any(all(stem in written for stem in _stems(one)) for one in term.split("; ")):
        return True
    return any(stem in written for stem in also.split("; ") if stem)


def _messages(lang: str) -> Iterator[tuple[str, str]]:
    """English without what is filled in, and its translation."""
    for message in catalogues.read(catalogues.path(texts.INTERFACE, lang), lang):
        if message.id:
            plain = isinstance(message.id, str)
            english = str(message.id) if plain else message.id[1]
            string = message.string or ""
            yield re.sub(r"\{[^}]*\}", "", english), str(string) if plain else " ".join(string)


def _strays(lang: str, messages: list[tuple[str, str]]) -> Iterator[str]:
    for row in tables.load("glossary").itertuples():
        wanted = re.compile(rf"\b{re.escape(row.en)}(?:s|es)?\b", re.IGNORECASE)
        using = [(e, t) for e, t in messages if wanted.search(e)]
        also = _ALSO.get(row.term_id, {}).get(lang, "")
        astray = [(e, t) for e, t in using if not _has(t, getattr(row, lang), also)]
        if len(astray) > max(_FEW, _SHARE * len(using)):
            yield f"{row.en}: {getattr(row, lang)}, but {astray}"


@pytest.mark.parametrize("lang", catalogues.TRANSLATED)
def test_a_term_has_one_translation(lang: str) -> None:
    assert list(_strays(lang, list(_messages(lang)))) == []


def test_a_second_translation_is_found() -> None:
    other = [("A pipeline", "Un tubo"), ("Two pipelines", "Due tubi"), ("pipeline", "tubo")]
    assert [one.split(":")[0] for one in _strays("it", other)] == ["pipeline"]


def test_the_glossary_has_the_terms_of_the_field() -> None:
    rows = tables.load("glossary")
    assert len(rows) >= 200
    assert rows["term_id"].is_unique
    assert not rows[list(texts.LANGUAGES)].isna().any(axis=None)
