"""The frame round a figure: whole, broken, and with sources that cannot be listed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import streamlit as st

from partnership.figures import figure as figures
from partnership.figures.figure import FigureError
from partnership.language import texts
from partnership.provenance import citations, sources
from partnership.state import State
from partnership.tables.contract import Problem, TableError
from partnership.ui.figure import frame

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


def test_the_row_names_two_publishers_and_how_many_sources_more() -> None:
    drawn = figures.build("stakes.matrix", State())
    rows = sources.by_ids(drawn.source_ids)
    publishers = list(dict.fromkeys(row.publisher for row in rows))
    assert len(publishers) > 3
    short = frame._sources(drawn, T)[0].replace("\\", "")
    assert short == f"Sources: {'; '.join(publishers[:2])}\u00a0+\u00a0{len(rows) - 2}"


def test_the_row_of_one_source_adds_nothing() -> None:
    drawn = replace(figures.build("trade.share", State()))
    alone = replace(drawn, source_ids=drawn.source_ids[:1])
    (row,) = sources.by_ids(alone.source_ids)
    assert frame._sources(alone, T)[0].replace("\\", "") == f"Source: {row.publisher}"


def test_paper_has_every_source_since_it_has_no_clicks() -> None:
    drawn = figures.build("stakes.matrix", State())
    whole = frame._sources(drawn, T)[1].replace("\\", "")
    assert all(row.title in whole for row in sources.by_ids(drawn.source_ids))


def test_the_answer_stands_over_metric_and_gravest_badge() -> None:
    drawn = replace(
        figures.build("trade.share", State()),
        headline="Italy is first",
        badges=frozenset({"computed", "incomplete", "disagree"}),
    )
    head, rest = frame._head(drawn, T).replace("\\", "").split("\n\n")
    assert head == "### Italy is first"
    assert rest == f"{drawn.title} :red-badge[Sources disagree]"


def test_without_a_headline_the_finding_stands_under_the_title() -> None:
    drawn = replace(
        figures.build("trade.share", State()), headline="", badges=frozenset({"computed"})
    )
    head, rest = frame._head(drawn, T).replace("\\", "").split("\n\n")
    assert head == f"### {drawn.title}"
    assert rest == drawn.finding


@pytest.mark.parametrize("where", [(sources, "by_ids"), (citations, "source_line")])
def test_a_fault_in_the_sources_costs_their_line_and_not_the_figure(
    where: tuple[object, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = figures.build("trade.share", State())

    def fails(*_: object) -> str:
        raise KeyError("istat")

    monkeypatch.setattr(*where, fails)
    words = frame._sources(drawn, T)[0].replace("\\", "")
    assert words.startswith("The sources could not be listed: ")
    assert re.search(r"under [0-9a-f]{8}$", words)


def test_damaged_sources_are_named_in_the_place_of_their_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    drawn = figures.build("trade.share", State())

    def damaged(_ids: object) -> list[sources.Source]:
        raise TableError(_PROBLEMS)

    monkeypatch.setattr(sources, "by_ids", damaged)
    words = frame._sources(drawn, T)[0].replace("\\", "")
    assert str(_PROBLEMS[0]) in words
    assert "and 7 more problems" in words
