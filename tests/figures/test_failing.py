"""A figure that fails costs itself alone: on its page, in a file, at the start, in a list."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence

import pytest

from partnership import export
from partnership.__main__ import main
from partnership.decks.deck import Deck, Slide
from partnership.export import handout
from partnership.figures import figure as figures
from partnership.figures.figure import Entry, Figure, FigureError
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import citations
from partnership.state import State
from partnership.tables import needed
from partnership.tables.contract import TableError
from partnership.ui import lifespan
from partnership.ui.app import controls
from partnership.ui.panels import PANELS
from tests import reading
from tests.site import app, named, page_of


def _fails(_state: State) -> Figure:
    raise KeyError("eni")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> str:
    """One figure of the Trade page made to fail; its id."""
    found = next(i for i in figures.registry() if i.startswith("trade."))
    entry = figures.registry()[found]
    entries = {**figures.registry(), found: Entry(found, _fails, entry.sectors, entry.uses)}
    reading.own_figures(monkeypatch, but_for=found)
    monkeypatch.setattr(figures, "registry", lambda: entries)
    monkeypatch.setattr(figures, "_logged", set())
    return found


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


@pytest.fixture
def unlisted(monkeypatch: pytest.MonkeyPatch) -> None:
    """No source can be described: a licence without a word for it."""

    def fails(*_: object, **__: object) -> str:
        raise KeyError("CC-BY-9.9")

    monkeypatch.setattr(citations, "cited", fails)
    monkeypatch.setattr(citations, "published", fails)
    monkeypatch.setattr(figures, "_logged", set())


@pytest.mark.usefixtures("unlisted")
def test_figures_are_drawn_without_their_sources() -> None:
    shown = app("trade")
    assert not shown.exception
    assert not shown.error
    assert shown.get("vega_lite_chart")
    lines = [m.value.replace("\\", "") for m in shown.markdown]
    drawn = [i for i in named("trade", State()) if figures.build(i, State()).source_ids]
    assert sum("The sources could not be listed" in line for line in lines) == len(drawn)


@pytest.mark.usefixtures("unlisted")
@pytest.mark.parametrize("key", [f.key for f in export.FORMATS if f.many])
def test_a_deck_is_written_without_the_lines_of_its_sources(key: str) -> None:
    figure_id = next(i for i in figures.registry() if i.startswith("stakes."))
    written = handout.of_deck(Deck("One", (Slide(figure_id, State()),)), "en")
    assert not written.views[0].undrawn
    assert export.BY_KEY[key].write(written, handout.silent)


@pytest.mark.usefixtures("unlisted")
def test_files_say_which_sources_could_not_be_listed() -> None:
    figure = figures.build("trade.share", State())
    line = handout.source_line(figure, texts.in_language("en"))
    assert re.fullmatch(r"The sources could not be listed: .* under [0-9a-f]{8}", line)
    listed = handout.cited(figure.source_ids, texts.in_language("en"))
    assert [row.source_id for row, _ in listed] == list(figure.source_ids)
    assert all(words.startswith(f"{row.source_id}: ") for row, words in listed)


def _broken(*_: object) -> State:
    raise KeyError("panel")


@pytest.mark.parametrize("path", ["sources", "map"])
def test_a_page_goes_on_without_its_panel(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_of(path)
    assert page.panel is not None
    monkeypatch.setitem(PANELS, page.panel, _broken)
    shown = app(path, {"currency": "eur"})
    assert not shown.exception
    assert ["part of the page could not be drawn" in e.value for e in shown.error] == [True]
    state = State(currency="eur")
    in_sections = {i for section in page.chosen(state) for i in section.ids}
    assert in_sections or path == "map"
    found = {m.value.splitlines()[0].replace("\\", "") for m in shown.markdown}
    assert {f"### {figures.build(i, state).heading}" for i in in_sections} <= found


def test_a_page_goes_on_without_its_controls(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the reader had chosen stays in the address, to be there when the fault is mended."""
    drawn = controls.drawn

    def fails(state: State, fields: Sequence[str], t: Texts) -> State:
        if tuple(fields) == page_of("stakes").controls:
            raise KeyError(fields[0])
        return drawn(state, fields, t)

    monkeypatch.setattr(controls, "drawn", fails)
    shown = app("stakes", {"consortium": "btc"})
    assert not shown.exception
    assert ["part of the page could not be drawn" in e.value for e in shown.error] == [True]
    assert sum(m.value.startswith("### ") for m in shown.markdown) == len(
        named("stakes", State(consortium="btc"))
    )
    assert "btc" in shown.query_params["consortium"]


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
