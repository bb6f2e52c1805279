"""What a file says in another language: every word translated, or quoted and on the list."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from pptx import Presentation

from partnership.decks.deck import Deck, Slide
from partnership.export import BY_KEY, FORMATS, handout
from partnership.export.handout import Handout
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.state import State
from tests import quoted, words

_SAMPLE = (
    "overview.numbers",
    "map.assets",
    "stakes.history",
    "stakes.kashagan",
    "trade.to_italy",
    "trade.crude_importers",
    "minerals.eu_imports",
    "corridor.planned",
    "companies.table",
    "diplomacy.list",
    "claims.evidence",
    "renewables.milestones",
)
"""One of each kind of drawing, and of each kind of row."""
_TIDY = {"csv", "csv-points", "csv-commas", "zip"}
"""Rows as the tables have them, with ids: nothing in them is put into words."""


def _deck(lang: str) -> Handout:
    slides = tuple(Slide(i, State(lang=lang, claim="c01")) for i in _SAMPLE)
    return handout.of_deck(Deck("", slides), lang, lambda i, _state: f"https://here.test/{i}")


@pytest.mark.parametrize("key", [form.key for form in FORMATS])
def test_a_file_quotes_titles_publishers_addresses_and_ids_alone(key: str) -> None:
    form, lang = BY_KEY[key], State(lang="ru")
    with quoted.collected() as found:
        made = [figures.registry()[i].make(lang) for i in _SAMPLE[1:6:2]]
        for one in [_deck("ru")] if form.many else [handout.of_figure(f, lang) for f in made]:
            form.write(one, handout.silent)
    assert found or key in _TIDY
    assert quoted.strange(found) == []


def _on_slides(content: bytes) -> Iterator[str]:
    """Runs of words, names of series and categories, alt texts and notes of a presentation."""
    deck = Presentation(BytesIO(content))
    for slide in deck.slides:
        parts = [slide.part, slide.notes_slide.part] if slide.has_notes_slide else [slide.part]
        parts += [rel.target_part for rel in slide.part.rels.values() if "chart" in rel.reltype]
        for part in parts:
            root = ElementTree.fromstring(part.blob)  # noqa: S314 - our own file
            for paragraph in root.iterfind(".//{*}p"):
                yield "".join(run.text or "" for run in paragraph.iterfind(".//{*}t"))
            yield from (one.text or "" for one in root.iterfind(".//{*}v"))
            yield from (one.get("descr") or "" for one in root.iterfind(".//{*}cNvPr"))


def _in_workbook(content: bytes) -> Iterator[str]:
    """Heads, the sheet that tells what this is, what columns hold; rows are tidy and have ids."""
    book = openpyxl.load_workbook(BytesIO(content))
    about, columns = book.worksheets[0], book.worksheets[-2]
    for sheet in book.worksheets:
        yield from (str(cell.value) for cell in sheet[1])
    for sheet, at in ((about, 1), (columns, 5)):
        rows = sheet.iter_rows(min_row=2, values_only=True)
        yield from (str(row[at]) for row in rows if row[at])


def _on_a_page(content: bytes) -> Iterator[str]:
    """What the presenter shows of each slide, and its own words."""
    text = content.decode()
    start = text.index(">", text.index('id="deck"')) + 1
    deck = json.loads(text[start : text.index("</script>", start)])
    for name, shown in deck["words"].items():
        # Of a key there is what is printed on it, and what it does.
        yield from (does for _, does in shown) if name.lower().endswith("keys") else _strings(shown)
    for slide in deck["slides"]:
        yield from slide["chips"]
    for drawing in deck["drawings"]:
        for name in ("title", "answer", "finding", "source", "notes", "alt", "words"):
            yield from _strings(drawing.get(name, ""))
        for column in drawing.get("columns", ()):
            yield column["head"]
        if "spec" in drawing:
            yield from (one for _, one in words.in_chart(drawing["spec"]))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


_READ = {"pptx": _on_slides, "xlsx": _in_workbook, "html": _on_a_page}


@pytest.mark.parametrize("key", _READ)
def test_no_word_of_a_file_is_bare(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERSHIP_PSEUDO", "1")
    found = list(_READ[key](BY_KEY[key].write(_deck(texts.PSEUDO), handout.silent)))
    assert len(found) > len(_SAMPLE)
    assert sorted({one for one in found if words.bare(quoted.ADDRESS.sub("", one))}) == []
