"""A figure that fails costs itself alone: on its page, in a file, at the start, in a list."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from partnership import export
from partnership.__main__ import main
from partnership.decks.deck import Deck, Slide
from partnership.export import handout
from partnership.figures import figure as figures
from partnership.figures.figure import Entry, Figure, FigureError
from partnership.state import State
from partnership.tables import needed
from partnership.tables.contract import TableError
from partnership.ui import lifespan
from tests.site import app


def _fails(_state: State) -> Figure:
    raise KeyError("eni")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """One figure of the Trade page made to fail; its id."""
    found = next(i for i in figures.registry() if i.startswith("trade."))
    entry = figures.registry()[found]
    entries = {**figures.registry(), found: Entry(found, _fails, entry.sectors, entry.uses)}
    figures._build.cache_clear()
    monkeypatch.setattr(figures, "registry", lambda: entries)
    monkeypatch.setattr(figures, "_logged", set())
    yield found
    figures._build.cache_clear()


def test_the_error_names_the_figure_and_is_logged_once(
    broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        with pytest.raises(FigureError) as first:
            figures.build(broken, State())
        with pytest.raises(FigureError) as second:
            figures.build(broken, State())
    assert broken in str(first.value)
    assert first.value.reference == second.value.reference
    written = [r for r in caplog.records if first.value.reference in r.getMessage()]
    assert len(written) == 1
    assert written[0].exc_info


@pytest.mark.parametrize("key", [f.key for f in export.FORMATS if f.many])
def test_the_other_slides_of_a_deck_are_written(broken: str, key: str) -> None:
    whole = next(i for i in figures.registry() if i.startswith("stakes."))
    deck = Deck("Two", (Slide(broken, State()), Slide(whole, State())))
    deck_handout = handout.of_deck(deck, "en")
    assert "could not be drawn" in deck_handout.views[0].finding
    assert export.BY_KEY[key].write(deck_handout, handout.silent)


@pytest.mark.usefixtures("broken")
def test_the_page_goes_on() -> None:
    shown = app("trade").run()
    assert not shown.exception
    assert ["could not be drawn" in e.value for e in shown.error] == [True]


def test_the_server_starts(broken: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        lifespan.warm()
    assert any(broken in r.getMessage() for r in caplog.records)


def test_the_command_line_lists_the_others(broken: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["figures"]) == 1
    printed = capsys.readouterr()
    assert broken in printed.err
    assert len(printed.out.splitlines()) == len(figures.registry()) - 1


def test_a_row_that_is_needed_is_named() -> None:
    import pandas as pd

    frame = pd.DataFrame({"metric_id": ["a"], "value": [1.0]})
    assert needed.row(frame, "observations", metric_id="a")["value"] == 1.0
    with pytest.raises(TableError, match=r"table observations.*metric_id = b or c"):
        needed.rows(frame, "observations", metric_id=("b", "c"))
    with pytest.raises(TableError, match=r"metric_id = z"):
        needed.at(frame.set_index("metric_id")["value"], "z", "observations", "metric_id")
