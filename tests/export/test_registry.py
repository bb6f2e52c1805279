"""Every registered figure, in every format, in every language that exists."""

from __future__ import annotations

import html
import zipfile
from collections.abc import Callable
from io import BytesIO
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from partnership.export import FORMATS, Format, handout
from partnership.export.tables import explained
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, Listing
from partnership.language import texts
from partnership.language.catalogues import TRANSLATED
from partnership.provenance import sources
from partnership.state import State
from tests.export.conftest import FileOf

IDS = tuple(figures.registry())


def _csv(content: bytes, table: pd.DataFrame) -> None:
    _read_back(pd.read_csv(BytesIO(content)), table)


def _read_back(back: pd.DataFrame, table: pd.DataFrame) -> None:
    own = len(table.columns)
    assert list(back.columns)[:own] == list(table.columns)
    assert set(back.columns[own:]) <= set(explained.COLUMNS)
    assert len(back) == len(table)


def _for_excel(between: str, decimal: str) -> Callable[[bytes, pd.DataFrame], None]:
    def check(content: bytes, table: pd.DataFrame) -> None:
        assert content.startswith(b"\xef\xbb\xbf")
        _read_back(pd.read_csv(BytesIO(content), sep=between, decimal=decimal), table)

    return check


def _workbook(content: bytes, table: pd.DataFrame) -> None:
    sheet = openpyxl.load_workbook(BytesIO(content), read_only=True).worksheets[1]
    assert sum(1 for _ in sheet.iter_rows()) == len(table) + 1


def _archive(content: bytes, table: pd.DataFrame) -> None:
    archive = zipfile.ZipFile(BytesIO(content))
    assert {"sources.csv", "about.json", "deck.json"} < set(archive.namelist())
    named = [name for name in archive.namelist() if name not in ("sources.csv",)]
    _csv(archive.read(next(n for n in named if n.endswith(".csv"))), table)


def _picture(content: bytes, _table: pd.DataFrame) -> None:
    with Image.open(BytesIO(content)) as picture:
        assert picture.format == "PNG"
        assert picture.width >= 1_800
        assert picture.getcolors(8) is None


def _drawing(content: bytes, figure: Figure) -> None:
    words = ElementTree.fromstring(content).itertext()  # noqa: S314
    assert _letters(figure.title) in _letters("".join(words))


def _presentation(content: bytes, figure: Figure) -> None:
    first, *more = Presentation(BytesIO(content)).slides
    assert first.shapes.title.text_frame.text == figure.heading
    assert more == [] or {s.shapes.title.text_frame.text for s in more} <= {figure.title, "Sources"}
    if isinstance(figure.drawn, Listing):
        words = _letters("".join(s.text_frame.text for s in first.shapes if s.has_text_frame))
        assert all(_letters(row["label"]) in words for row in figure.drawn.rows[:1])
    else:
        shown = [s for s in first.shapes if s.has_chart or s.has_table or s.shape_type == _PICTURE]
        assert bool(shown) != figure.table.empty
    notes = first.notes_slide.notes_text_frame.text
    assert _letters(handout.plain(figure.finding)) in _letters(notes)


def _pages(content: bytes, figure: Figure) -> None:
    words = _letters("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages))
    assert _letters(figure.title) in words
    for first in sources.by_ids(figure.source_ids[:1]):
        assert _letters(first.publisher) in words


def _slides(content: bytes, figure: Figure) -> None:
    page = content.decode()
    assert page.lower().startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert _letters(figure.title) in _letters(html.unescape(page))


def _letters(words: str) -> str:
    return "".join(words.split()).replace("\u00ad", "")


_PICTURE = 13
"""Number of the kind of a shape that is a picture."""
_OPEN: dict[str, Callable[[bytes, Figure], None]] = {
    "svg": _drawing,
    "pptx": _presentation,
    "pdf": _pages,
    "brief": _pages,
    "html": _slides,
}
_CHECK: dict[str, Callable[[bytes, pd.DataFrame], None]] = {
    "csv": _csv,
    "csv-points": _for_excel(",", "."),
    "csv-commas": _for_excel(";", ","),
    "xlsx": _workbook,
    "zip": _archive,
    "png": _picture,
}


def test_every_format_is_looked_at() -> None:
    assert {one.key for one in FORMATS} == {*_OPEN, *_CHECK}


_IN_TURN = [
    *((figure_id, one, texts.DEFAULT) for figure_id in IDS for one in FORMATS),
    # In the other languages each figure in one format: all languages meet all formats.
    *(
        (figure_id, FORMATS[n % len(FORMATS)], TRANSLATED[n % len(TRANSLATED)])
        for n, figure_id in enumerate(IDS)
    ),
]


@pytest.mark.parametrize(
    ("figure_id", "one", "lang"), _IN_TURN, ids=[f"{f}-{o.key}-{lang}" for f, o, lang in _IN_TURN]
)
def test_a_figure_becomes_a_file(figure_id: str, one: Format, lang: str, file_of: FileOf) -> None:
    state = State(lang=lang)
    figure = figures.build(figure_id, state)
    figure_handout = handout.of_figure(figure, state)
    if state == State():
        content = file_of(figure_id, one.key)
    else:
        content = one.write(figure_handout, handout.silent)
    if one.key in _CHECK:
        _CHECK[one.key](content, figure_handout.views[0].figure.table)
    else:
        _OPEN[one.key](content, figure_handout.views[0].figure)
