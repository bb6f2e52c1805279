"""What a reader takes away: CSV, XLSX, PNG and SVG of every figure."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest
from PIL import Image

from partnership import sources
from partnership.export import FORMATS, files
from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.state import State

IDS = tuple(figures.registry())
WRITE = {one.extension: one.write for one in FORMATS}
_FIRST_OF_SUBJECT = tuple({i.split(".")[0]: i for i in reversed(IDS)}.values())


def _figure(figure_id: str) -> Figure:
    return figures.build(figure_id, State())


@pytest.mark.parametrize("figure_id", IDS)
def test_csv_holds_the_table(figure_id: str) -> None:
    figure = _figure(figure_id)
    raw = WRITE["csv"](figure, "en")
    assert b"\r" not in raw
    back = pd.read_csv(BytesIO(raw))
    assert list(back.columns) == list(figure.table.columns)
    assert len(back) == len(figure.table)


@pytest.mark.parametrize("figure_id", IDS)
def test_xlsx_holds_what_it_is_the_table_and_the_sources(figure_id: str) -> None:
    figure = _figure(figure_id)
    book = openpyxl.load_workbook(BytesIO(WRITE["xlsx"](figure, "en")))
    about, table, cited = book.worksheets
    words = {row[0].value: row[1].value for row in about.iter_rows(min_row=2)}
    assert words["title"] == figure.title
    assert table.max_row == len(figure.table) + 1
    ids = [row[0].value for row in cited.iter_rows(min_row=2)]
    assert ids == [s.source_id for s in sources.of(figure.source_ids)]


def _letters(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize("figure_id", IDS)
def test_svg_carries_title_and_source(figure_id: str) -> None:
    figure = _figure(figure_id)
    root = ElementTree.fromstring(WRITE["svg"](figure, "en"))  # noqa: S314
    assert root.tag.endswith("svg")
    said = _letters("".join(root.itertext()))
    assert _letters(figure.title) in said
    for first in sources.of(figure.source_ids[:1]):
        assert _letters(first.publisher) in said


@pytest.mark.parametrize("figure_id", _FIRST_OF_SUBJECT)
def test_png_is_a_picture(figure_id: str) -> None:
    raw = WRITE["png"](_figure(figure_id), "en")
    assert raw.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(raw) > 5_000
    with Image.open(BytesIO(raw)) as picture:
        assert picture.width >= 1_200
        colours = picture.convert("RGB").getcolors(1 << 20) or []
    assert len(colours) > 10


def test_words_are_not_run_as_formulas() -> None:
    figure = _figure(IDS[0])
    risky = ["=1+1", "+1", "-x", "@cmd", "plain"]
    table = pd.DataFrame({"words": risky, "number": [-1.5] * 5})
    spoiled = Figure("x.y", "=title()", figure.drawn, table, figure.source_ids, "alt")
    book = openpyxl.load_workbook(BytesIO(files.xlsx(spoiled, "en")))
    cells = [c for sheet in book.worksheets for row in sheet.iter_rows() for c in row]
    assert [c.coordinate for c in cells if c.data_type == "f"] == []
    numbers = [row[1].value for row in book.worksheets[1].iter_rows(min_row=2)]
    assert numbers == [-1.5] * 5
