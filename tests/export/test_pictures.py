"""Pictures that stand alone: title, finding, filters, sources, date and address on them."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pandas as pd
import pytest
from PIL import Image

from partnership import sources, texts
from partnership.export import chart, handout, pictures
from partnership.export.handout import Handout, View
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, Listing
from partnership.state import State

IDS = tuple(figures.registry())
_ADDRESS = "https://example.org/trade?from=2010"
_HOSTILE = (
    "<b>&amp;</b> </script>",
    "“quotes” and 'more' \"of them\"",
    "Доля Италии: ғқңөұүһі",
    "حصة إيطاليا",
    "🛢️ emoji",
    "x" * 3_000,
    "=cmd|' /C calc'!A0",
    "a\x07b",
)


def _letters(words: str) -> str:
    return "".join(words.split())


def _said(svg: bytes) -> str:
    return _letters("".join(ElementTree.fromstring(svg).itertext()))  # noqa: S314


@pytest.mark.parametrize("figure_id", IDS)
def test_svg_says_what_it_is_and_who_said_it(figure_id: str) -> None:
    state = State(sector=("trade",))
    figure = figures.build(figure_id, state)
    given = handout.of_figure(figure, state, _ADDRESS)
    said = _said(pictures.svg(given))
    t = texts.of("en")
    for words in (figure.title, _ADDRESS, t.day(date.today()), *given.views[0].filters(t)):
        assert _letters(words) in said
    for first in sources.of(figure.source_ids[:1]):
        assert _letters(first.publisher) in said
        assert _letters(t(sources.LICENCES[first.licence])) in said


def _strange(words: str) -> Handout:
    table = pd.DataFrame({"a": [1], "source_id": [""]})
    rows = Listing("events", ({"label": words, "value": words, "detail": words},))
    figure = Figure("x.y", words, rows, table, (), words, words, words)
    return Handout(words, (View(figure, State()),), "en", date(2026, 1, 1))


@pytest.mark.parametrize("words", _HOSTILE, ids=[w[:12] for w in _HOSTILE])
def test_strange_words_break_no_picture(words: str) -> None:
    given = _strange(words)
    assert len(pictures.svg(given)) > 1_000
    ElementTree.fromstring(pictures.svg(given))  # noqa: S314
    with Image.open(BytesIO(pictures.png(given))) as picture:
        assert picture.width >= 2 * pictures.WIDTH


def test_what_the_renderer_would_die_of_is_left_out() -> None:
    spec = {"title": "a\x00b", "data": {"values": [{"k\x07": "\ud800", "n": 1}]}}
    clean = {"title": "ab", "data": {"values": [{"k": "", "n": 1}]}}
    assert json.loads(chart._harmless(spec)) == clean
    assert json.loads(chart._harmless({"title": "🛢 \\u0007"})) == {"title": "🛢 \\u0007"}


def test_a_picture_of_nothing_says_why() -> None:
    state = State(from_year=1992, to_year=1992)
    figure = figures.build("trade.gap", state)
    assert figure.table.empty
    assert _letters(figure.finding) in _said(pictures.svg(handout.of_figure(figure, state)))


def test_a_long_list_ends_in_dots_alone() -> None:
    given = handout.of_figure(figures.build("diplomacy.list", State()), State(), _ADDRESS)
    said = _said(pictures.svg(given))
    assert "…" in said
    assert "undefined" not in said
