"""Tables as files: what a workbook and an archive hold, and that words stay words."""

from __future__ import annotations

import json
import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pandas as pd
import pytest

from partnership import deck as decks
from partnership import ready, sources
from partnership.deck import Deck, Slide
from partnership.export import files, handout
from partnership.export.handout import Cancelled, Handout, View
from partnership.figures import figure as figures
from partnership.figures.figure import Figure
from partnership.state import State

RISKY = ["=1+1", "+1", "-x", "@cmd", "=cmd|' /C calc'!A0", "plain"]


def _of(*ids: str) -> Handout:
    return handout.of_deck(Deck("T", tuple(Slide(i) for i in ids)), "en", lambda i, _s: f"x/{i}")


def _spoiled() -> Handout:
    figure = figures.build("trade.gap", State())
    table = pd.DataFrame({"words": RISKY, "number": [-1.5] * len(RISKY)})
    strange = Figure("x.y", "=title()", figure.drawn, table, figure.source_ids, "alt", "\x00\x07=f")
    view = View(strange, State(), headline="=1", notes="+notes\x0b", address="@a")
    return Handout("=T", (view,), "en", date(2026, 1, 1))


def test_words_are_not_run_as_formulas() -> None:
    book = openpyxl.load_workbook(BytesIO(files.xlsx(_spoiled())))
    cells = [c for sheet in book.worksheets for row in sheet.iter_rows() for c in row]
    assert [c.coordinate for c in cells if c.data_type == "f"] == []
    numbers = [row[1].value for row in book.worksheets[1].iter_rows(min_row=2)]
    assert numbers == [-1.5] * len(RISKY)


def test_a_workbook_has_a_sheet_for_each_figure() -> None:
    ids = ("trade.gap", "stakes.kashagan", "trade.gap")
    book = openpyxl.load_workbook(BytesIO(files.xlsx(_of(*ids))))
    assert book.sheetnames == [
        "About",
        "trade.gap",
        "stakes.kashagan",
        "trade.gap (2)",
        "Columns",
        "Sources",
    ]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "A2"
    units = {(r[0], r[1]): r[2] for r in book["Columns"].iter_rows(min_row=2, values_only=True)}
    assert units["stakes.kashagan", "percent"] == "percent"
    said = list(book["About"].iter_rows(min_row=2, values_only=True))
    assert ("2", "address", "x/stakes.kashagan") in said
    figure = figures.build("stakes.kashagan", State())
    shown = [row[0] for row in book["stakes.kashagan"].iter_rows(min_row=2, values_only=True)]
    assert shown == list(figure.table.iloc[:, 0])


def test_sources_are_cited_in_the_workbook() -> None:
    book = openpyxl.load_workbook(BytesIO(files.xlsx(_of("trade.gap"))))
    figure = figures.build("trade.gap", State())
    ids = [row[0].value for row in book["Sources"].iter_rows(min_row=2)]
    assert ids == [s.source_id for s in sources.of(figure.source_ids)]


def test_the_archive_opens_as_the_deck_it_was() -> None:
    deck = ready.deck("energy-in-8", "en")
    held = zipfile.ZipFile(BytesIO(files.archive(handout.of_deck(deck, "en"))))
    again = decks.from_json(held.read("deck.json"))
    assert again == decks.from_json(decks.to_json(deck))
    told = json.loads(held.read("about.json"))
    assert [one["figure"] for one in told["figures"]] == [s.figure_id for s in deck.slides]
    assert len([n for n in held.namelist() if n.endswith(".csv")]) == 8 + 1


def test_an_export_stops_when_it_is_told_to() -> None:
    def stop(done: int, _of: int) -> None:
        if done:
            raise Cancelled

    for write in (files.xlsx, files.archive):
        with pytest.raises(Cancelled):
            write(_of("trade.gap", "stakes.kashagan"), stop)
