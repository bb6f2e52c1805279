"""Choices that leave no row: a figure says so, with the columns that it has otherwise."""

from __future__ import annotations

import itertools
import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pandas as pd
import pytest

from partnership.analysis.verdicts import VERDICTS
from partnership.decks.deck import Deck, Slide
from partnership.export import handout
from partnership.export.tables import explained, files, workbook
from partnership.figures import figure as figures
from partnership.figures.sources import words as source_words
from partnership.figures.stakes import deals
from partnership.language import texts
from partnership.state import SECTORS, State
from partnership.tables.contract import TableError


@pytest.mark.parametrize(("sector", "verdict"), list(itertools.product(SECTORS, VERDICTS)))
def test_claims_of_any_sector_and_verdict(sector: str, verdict: str) -> None:
    figure = figures.build("claims.list", State(sector=(sector,), verdict=(verdict,)))
    assert list(figure.table) == list(figures.build("claims.list", State()).table)
    assert set(figure.table["sector"]) <= {sector}
    assert set(figure.table["verdict"]) <= {verdict}
    assert figure.finding.startswith("No claim matches") is figure.table.empty


def test_some_sector_has_no_claim_of_some_verdict() -> None:
    choices = [State(sector=(s,), verdict=(v,)) for s in SECTORS for v in VERDICTS]
    assert any(figures.build("claims.list", c).table.empty for c in choices)


def test_no_source_of_figures_is_named_as_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    fed = source_words.fed()
    monkeypatch.setattr(source_words, "fed", lambda: fed[fed["table"].eq("events")])
    entry = figures.registry()["sources.newest"]
    with pytest.raises(TableError, match="observations"):
        entry.make(State())


def test_a_change_of_stakes_without_events_has_none() -> None:
    change = pd.Series({"begun": "2012-06-28", "start_basis": "exact"})
    assert deals._event(change, pd.DataFrame({"event_id": [], "date": []})) is None


_STATES = (
    State(to_year=1992),
    State(from_year=2025),
    State(sector=("renewables",), find="no such words"),
    State(sector=("minerals",), verdict=("outdated",), find="no such words"),
    State(sector=("companies",), from_year=1992, to_year=1992, kind=("tankers",)),
    State(reporter="italy", currency="eur", to_year=1995),
    State(on=date(1990, 1, 1)),
)


@pytest.mark.parametrize("figure_id", list(figures.registry()))
def test_every_table_has_heads_and_every_csv_can_be_read(figure_id: str) -> None:
    entry = figures.registry()[figure_id]
    for state in {figures.reduced(entry, state): state for state in _STATES}.values():
        figure = figures.build(figure_id, state)
        figure_handout = handout.of_figure(figure, state)
        for writer, between in ((files.csv, ","), (files.csv_points, ","), (files.csv_commas, ";")):
            read = pd.read_csv(BytesIO(writer(figure_handout)), sep=between, encoding="utf-8-sig")
            own = list(figure_handout.views[0].figure.table)
            assert list(read)[: len(own)] == own != []
            assert set(list(read)[len(own) :]) <= set(explained.COLUMNS)
            assert len(read) == len(figure.table) or figure.source_ids


def test_some_figures_have_no_rows_for_some_choice() -> None:
    empty = {i for i in figures.registry() for s in _STATES if figures.build(i, s).table.empty}
    assert {"minerals.eu_imports", "claims.deviations", "climate.intensity"} <= empty
    assert len(empty) > 20


def test_files_of_figures_that_could_not_be_drawn_can_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(figures, "build", lambda *_: 1 / 0)
    deck = handout.of_deck(Deck("T", (Slide("trade.gap"),)), "en")
    with zipfile.ZipFile(BytesIO(files.archive(deck))) as archive:
        for name in (n for n in archive.namelist() if n.endswith(".csv")):
            assert len(pd.read_csv(archive.open(name)).columns) > 0, name


def test_a_sheet_without_rows_has_heads() -> None:
    state = State(to_year=1992)
    figure = figures.build("minerals.eu_imports", state)
    book = openpyxl.load_workbook(BytesIO(workbook.xlsx(handout.of_figure(figure, state))))
    with_rows = figures.build("minerals.eu_imports", State()).table
    assert [c.value for c in book["Table"][1]] == list(
        workbook.heads(with_rows, texts.in_language("en"))
    )
    assert "Source" in [c.value for c in book["Sources"][1]]
