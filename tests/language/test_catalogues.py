"""Translations: all there, with what is filled in, and found by their extraction."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from partnership.language import catalogues, elision, filling, texts
from partnership.language.remarks import filled, pattern

_LANGUAGES = pytest.mark.parametrize("lang", catalogues.TRANSLATED)
_BRACES = re.compile(r"\{(\w+)(?::\w+)?\}")
_MARKUP = re.compile(r"\*\*|`|:material/\w+:|https?://\S+|<[^>]+>")


@_LANGUAGES
def test_nothing_is_missing_untranslated_or_stale(lang: str) -> None:
    assert list(catalogues.faults(lang)) == []


def test_a_fault_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "it").mkdir()
    for domain in (texts.INTERFACE, texts.REMARKS):
        written = catalogues.path(domain, "it").read_text("utf-8")
        (tmp_path / "it" / f"{domain}.po").write_text(
            written.replace('msgstr "Clima"', 'msgstr ""').replace('"Trade"', '"Tirade"'),
            "utf-8",
        )
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path)
    found = list(catalogues.faults("it"))
    assert "partnership.po does not have: Trade" in found
    assert "partnership.po has a string that stands nowhere: Tirade" in found
    assert "partnership.po, Climate: not translated" in found
    assert len(found) == 3


def test_extraction_finds_every_message() -> None:
    """As many as by a walk through the syntax trees: Babel reads tokens, and none in f-strings."""
    by_tree = set().union(*map(_by_tree, _files()))
    extracted = {_first(m) for m in catalogues.interface() if m.id}
    assert extracted == by_tree
    assert len(extracted) > 2000


def _files() -> Iterator[Path]:
    for folder in ("partnership", "pages"):
        yield from (catalogues.ROOT / folder).rglob("*.py")
    yield catalogues.ROOT / "dashboard.py"


def _by_tree(file: Path) -> set[str]:
    calls = (n for n in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(n, ast.Call))
    found = set()
    for call in calls:
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if name not in catalogues.KEYWORDS or not call.args:
            continue
        words = call.args[1 if name == "meant" else 0]
        if isinstance(words, ast.Constant) and isinstance(words.value, str) and words.value:
            found.add(words.value)
    return found


def test_plural_forms_are_written_where_they_are_found() -> None:
    """`plural` takes words as they are, or what `counted` marked: others have no translation."""
    for file in _files():
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "plural":
                first = call.args[0]
                literal = isinstance(first, ast.Constant) and isinstance(call.args[1], ast.Constant)
                assert literal or isinstance(first, ast.Starred), f"{file}:{call.lineno}"


_MARKED = ("message(", "counted(", "meant(", "t(")


def test_words_in_a_variable_are_marked() -> None:
    """What is translated from a variable is marked where it is written, or nobody collects it."""
    for file in _files():
        tree = ast.parse(file.read_text("utf-8"))
        bare = {
            node.targets[0].id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
            if _says_something(node.value) and not any(m in ast.unparse(node) for m in _MARKED)
        }
        for call in (n for n in ast.walk(tree) if isinstance(n, ast.Call) and n.args):
            name = getattr(call.func, "id", getattr(call.func, "attr", ""))
            if name in ("t", "plural", "counted"):
                asked = (
                    call.args[0].value if isinstance(call.args[0], ast.Starred) else call.args[0]
                )
                assert getattr(asked, "id", "") not in bare, f"{file}:{call.lineno}"


def _says_something(value: ast.expr) -> bool:
    texts_in = (n.value for n in ast.walk(value) if isinstance(n, ast.Constant))
    return any(isinstance(words, str) and " " in words for words in texts_in)


def _first(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(message: Message) -> list[str]:
    words = message.string or ""
    return [words] if isinstance(words, str) else list(words)


@_LANGUAGES
@pytest.mark.parametrize("domain", [texts.INTERFACE, texts.REMARKS])
def test_what_is_filled_in_stays(domain: str, lang: str) -> None:
    for message in catalogues.read(catalogues.path(domain, lang), lang):
        if not message.id:
            continue
        english = [message.id] if isinstance(message.id, str) else list(message.id)
        forms = _forms(message)
        wanted = set(_BRACES.findall(english[-1]))
        for form in forms[-1:]:
            assert set(_BRACES.findall(form)) == wanted, (english, form)
        for form in forms:
            assert set(_BRACES.findall(form)) <= wanted, (english, form)


@_LANGUAGES
def test_markup_stays(lang: str) -> None:
    for message in catalogues.read(catalogues.path(texts.INTERFACE, lang), lang):
        if isinstance(message.id, str) and message.id:
            marks = sorted(_MARKUP.findall(message.id))
            assert sorted(_MARKUP.findall(str(message.string))) == marks, message.id


@_LANGUAGES
def test_every_form_of_a_count_is_there(lang: str) -> None:
    known = catalogues.read(catalogues.path(texts.INTERFACE, lang), lang)
    counted = [m for m in known if isinstance(m.id, tuple)]
    assert len(counted) > 30
    assert all(len(_forms(m)) == known.num_plurals and all(_forms(m)) for m in counted)


def test_forms_of_a_count() -> None:
    ru, it = texts.in_language("ru"), texts.in_language("it")
    words = ("{count} figure", "{count} figures")
    written = [ru.plural(*words, n) for n in (1, 3, 5, 21, 112)]
    assert len({one.split()[-1] for one in written}) == 3
    assert written[3].split()[-1] == written[0].split()[-1]
    assert it.plural(*words, 1) != it.plural(*words, 2)


def test_numbers_of_a_remark_are_filled_in() -> None:
    remark = "Of 4290.2 thousand USD in 2024; see C12"
    assert pattern(remark) == "Of {1} thousand USD in {2}; see C12"
    assert filled("{2}: {1}", remark, lambda n: n.replace(".", ",")) == "2024: 4290,2"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("dal 8 maggio", "dall'8 maggio"),
        ("dal 1 maggio", "dal 1º maggio"),
        ("nel 2021 mar Caspio", "nel 2021 mar Caspio"),
        ("dal 21 mag 2024", "dal 21 mag 2024"),
        ("Il 11 gen 2024", "L'11 gen 2024"),
        ("del 8,1% e del 18,9%", "dell'8,1% e del 18,9%"),
        ("nel ott 2026, nel 1992, dal 110", "nell'ott 2026, nel 1992, dal 110"),
        ("canale 8", "canale 8"),
    ],
)
def test_italian_articles_before_a_vowel(words: str, written: str) -> None:
    assert elision.elided(words) == written


def test_a_word_with_two_meanings_has_two_translations() -> None:
    it = texts.in_language("it")
    metres, millions = texts.meant("metres", "{value} m"), texts.meant("millions", "{value} m")
    assert it(metres, value="5") != it(millions, value="5")


def test_a_name_is_declined_where_a_translation_asks() -> None:
    ru = texts.in_language("ru")
    italy = ru.name("ITA")
    assert filling.filled("экспорт {country:of}", {"country": italy}) == "экспорт Италии"
    assert filling.filled("экспорт {country:of}", {"country": "Eni"}) == "экспорт Eni"
