"""The frame round a figure: whole, broken, and with claims that cannot be looked up."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest
import streamlit as st

from partnership.figures import figure as figures
from partnership.figures.claims import verdicts
from partnership.figures.figure import FigureError
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import citations, sources
from partnership.state import State
from partnership.tables.contract import Problem, TableError
from partnership.ui.figure import frame, menu

T = texts.in_language("en")
_PROBLEMS = [Problem("stakes", n, "percent", "is *not* a number") for n in range(2, 10)]


@pytest.fixture
def errors(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is shown in red boxes, without the Markdown that keeps signs as they are."""
    shown: list[str] = []
    monkeypatch.setattr(st, "error", lambda words: shown.append(words.replace("\\", "")))
    return shown


def test_a_key_is_a_name_that_css_takes() -> None:
    keys = {frame.key(i) for i in figures.registry()}
    assert len(keys) == len(figures.registry())
    assert all(k.replace("-", "").replace("_", "").isalnum() for k in keys)


def test_damage_is_named_with_what_to_do_and_how_much_more_there_is(errors: list[str]) -> None:
    frame.broken(TableError(_PROBLEMS), T)
    (words,) = errors
    assert all(str(one) in words for one in _PROBLEMS[:5])
    assert str(_PROBLEMS[5]) not in words
    assert "and 3 more problems" in words
    assert "`python -m partnership check`" in words


def test_a_fault_of_ours_is_named_by_its_reference(errors: list[str]) -> None:
    frame.broken(FigureError("trade.share", "0a1b2c3d"), T)
    (words,) = errors
    assert "0a1b2c3d" in words
    assert "data/" not in words


def _line(rows: list[sources.Source], t: Texts) -> str:
    return citations.source_line(rows, t, frame._SHOWN_SOURCES, frame._linked)


def test_sources_are_named_two_and_how_many_more() -> None:
    rows = sources.by_ids(tuple(s for s in figures.build("stakes.matrix", State()).source_ids))
    assert len(rows) > 3
    line = _line(rows, T).replace("\\", "")
    assert line.startswith("Source: ")
    for row, named in zip(rows, (True, True, *[False] * len(rows)), strict=False):
        assert (f"({row.url})" in line) == named
    assert f"and {len(rows) - 2} more sources" in line
    assert "more source" not in _line(rows[:2], T)
    assert _line(rows[:3], T).endswith("; and 1 more source")


def test_a_source_without_a_day_says_so_and_its_words_are_no_markup() -> None:
    (row,) = sources.by_ids(figures.build("trade.share", State()).source_ids[:1])
    line = _line([replace(row, title="a] *b* <i>", published="")], T)
    assert "undated" in line
    assert "*b*" not in line
    assert "<i>" not in line


def test_contested_claims_lead_to_their_evidence() -> None:
    contested = verdicts.disputed_by_figure()
    figure_id = next(i for i in contested if i not in verdicts.CARDS)
    words = frame._contested(figure_id, State(currency="eur"), T)
    links = [f"(claims?currency=eur&claim={c})" for c in contested[figure_id]]
    assert links
    assert all(link in words for link in links)


def test_claims_that_cannot_be_looked_up_are_reported_where_there_are_any(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    touched = next(iter(verdicts.disputed_by_figure()))
    plain = next(i for i in figures.registry() if not verdicts.touched(i))

    def fails(_figure_id: str, _state: State) -> tuple[str, ...]:
        raise TableError(_PROBLEMS[:1])

    monkeypatch.setattr(verdicts, "disputed", fails)
    assert str(_PROBLEMS[0]) in frame._contested(touched, State(), T).replace("\\", "")
    assert frame._contested(plain, State(), T) == ""


def test_a_fault_in_the_claims_costs_their_line_and_not_the_figure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(_figure_id: str, _state: State) -> tuple[str, ...]:
        raise KeyError("c01")

    monkeypatch.setattr(verdicts, "disputed", fails)
    touched = next(iter(verdicts.disputed_by_figure()))
    assert "could not be looked up" in frame._contested(touched, State(), T)


@pytest.mark.parametrize("where", [(sources, "by_ids"), (citations, "source_line")])
def test_a_fault_in_the_sources_costs_their_line_and_not_the_figure(
    where: tuple[object, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = figures.build("trade.share", State())

    def fails(*_: object) -> str:
        raise KeyError("istat")

    monkeypatch.setattr(*where, fails)
    words = frame._sources(drawn, T).replace("\\", "")
    assert words.startswith("The sources could not be listed: ")
    assert re.search(r"under [0-9a-f]{8}$", words)


def test_damaged_sources_are_named_in_the_place_of_their_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = figures.build("trade.share", State())

    def damaged(_ids: object) -> list[sources.Source]:
        raise TableError(_PROBLEMS)

    monkeypatch.setattr(sources, "by_ids", damaged)
    words = frame._sources(drawn, T).replace("\\", "")
    assert str(_PROBLEMS[0]) in words
    assert "and 7 more problems" in words


class _Opened(AbstractContextManager[None]):
    """A menu that the reader has opened."""

    open = True

    def __exit__(self, *_: object) -> None:
        return None


def test_a_fault_in_the_menu_costs_the_menu_and_not_the_figure(
    monkeypatch: pytest.MonkeyPatch, errors: list[str]
) -> None:
    drawn = figures.build("trade.share", State())

    def fails(*_: object) -> None:
        raise KeyError("istat")

    monkeypatch.setattr(st, "popover", lambda *_, **__: _Opened())
    monkeypatch.setattr(menu, "_content", fails)
    menu.menu(drawn, State())
    (words,) = errors
    assert words.startswith("This menu could not be filled: ")


@pytest.mark.parametrize(("find", "named"), [("中国", ["中国"]), ("Қазақстан", [])])
def test_the_menu_names_signs_of_a_search_that_files_lack(
    find: str, named: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    state = State(find=find)
    drawn = replace(figures.build("trade.share", State()), id="claims.list")
    shown: list[str] = []
    monkeypatch.setattr(st, "caption", lambda words: shown.append(words.replace("\\", "")))
    menu._content(drawn, state, "claims-list", T)
    place = "stand in their place: "
    assert [words.split(place)[1] for words in shown if place in words] == named
