"""Every registered figure, in every format, in every language that exists."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import openpyxl
import pandas as pd
import pytest
from PIL import Image

from partnership.export import FORMATS, Format, handout
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.state import State

IDS = tuple(figures.registry())


def _csv(made: bytes, table: pd.DataFrame) -> None:
    back = pd.read_csv(BytesIO(made))
    assert list(back.columns) == list(table.columns)
    assert len(back) == len(table)


def _for_excel(between: str, decimal: str) -> Callable[[bytes, pd.DataFrame], None]:
    def check(made: bytes, table: pd.DataFrame) -> None:
        assert made.startswith(b"\xef\xbb\xbf")
        back = pd.read_csv(BytesIO(made), sep=between, decimal=decimal)
        assert list(back.columns) == list(table.columns)
        assert len(back) == len(table)

    return check


def _workbook(made: bytes, table: pd.DataFrame) -> None:
    held = openpyxl.load_workbook(BytesIO(made), read_only=True).worksheets[1]
    assert sum(1 for _ in held.iter_rows()) == len(table) + 1


def _archive(made: bytes, table: pd.DataFrame) -> None:
    held = zipfile.ZipFile(BytesIO(made))
    assert {"sources.csv", "about.json", "deck.json"} < set(held.namelist())
    named = [name for name in held.namelist() if name not in ("sources.csv",)]
    _csv(held.read(next(n for n in named if n.endswith(".csv"))), table)


def _picture(made: bytes, _table: pd.DataFrame) -> None:
    with Image.open(BytesIO(made)) as picture:
        assert picture.format == "PNG"
        assert picture.width >= 1_800
        assert picture.getcolors(8) is None


_BEGINS = {
    "svg": b"<svg",
    "pptx": b"PK\x03\x04",
    "pdf": b"%PDF-",
    "brief": b"%PDF-",
    "html": b"<!doctype html>",
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
    assert {one.key for one in FORMATS} == {*_BEGINS, *_CHECK}


@pytest.mark.parametrize("lang", texts.LANGUAGES)
@pytest.mark.parametrize("one", FORMATS, ids=[one.key for one in FORMATS])
@pytest.mark.parametrize("figure_id", IDS)
def test_a_figure_becomes_a_file(figure_id: str, one: Format, lang: str) -> None:
    state = State(lang=lang)
    figure = figures.build(figure_id, state)
    given = handout.of_figure(figure, state)
    made = one.write(given, handout.silent)
    if one.key in _CHECK:
        _CHECK[one.key](made, given.views[0].figure.table)
    else:
        assert made[:20].lower().startswith(_BEGINS[one.key].lower())
        assert len(made) > 1_000
