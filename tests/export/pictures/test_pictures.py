"""Pictures that stand alone: title, finding, filters, sources, date and address on them."""

from __future__ import annotations

import base64
import html
import json
import re
import unicodedata
from datetime import date
from io import BytesIO
from xml.etree import ElementTree

import pandas as pd
import pytest
from fontTools.ttLib import TTFont
from PIL import Image

from partnership.export import chart, handout
from partnership.export.handout import Handout, View
from partnership.export.pictures import paper, pictures, svg_type, table_picture
from partnership.export.pictures.table_picture import Drawing
from partnership.export.type import fonts, lettering
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, Listing
from partnership.language import codes, texts
from partnership.language.readable import Column, Table
from partnership.provenance import sources
from partnership.state import State
from tests.export.conftest import ADDRESS, CHOSEN, FileOf

IDS = tuple(figures.registry())
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


def _shown_text(svg: bytes) -> str:
    return _letters("".join(ElementTree.fromstring(svg).itertext()))  # noqa: S314


@pytest.mark.parametrize("figure_id", IDS)
def test_svg_names_its_sources_and_choices(figure_id: str, file_of: FileOf) -> None:
    figure = figures.build(figure_id, CHOSEN)
    figure_handout = handout.of_figure(figure, CHOSEN, ADDRESS)
    shared = figures.reduced(figures.registry()[figure_id], CHOSEN) == State()
    shown = _shown_text(file_of(figure_id, "svg") if shared else pictures.svg(figure_handout))
    t = texts.in_language("en")
    filters = figure_handout.views[0].filters(t)
    for words in (figure.title, ADDRESS, t.day(figure_handout.created), *filters):
        assert _letters(words) in shown
    for first in sources.by_ids(figure.source_ids[:1]):
        assert _letters(first.publisher) in shown
        assert _letters(t(codes.LICENCE[first.licence])) in shown


def _strange(words: str) -> Handout:
    table = pd.DataFrame({"a": [1], "source_id": [""]})
    rows = Listing("events", ({"label": words, "value": words, "detail": words},))
    figure = Figure("x.y", words, rows, table, (), words, words, words)
    return Handout(words, (View(figure, State()),), "en", date(2026, 1, 1))


@pytest.mark.parametrize("words", _HOSTILE, ids=[w[:12] for w in _HOSTILE])
def test_strange_words_break_no_picture(words: str) -> None:
    strange = _strange(words)
    drawing = pictures.svg(strange)
    assert len(drawing) > 1_000
    ElementTree.fromstring(drawing)  # noqa: S314
    with Image.open(BytesIO(pictures.png(strange))) as picture:
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
    assert _letters(figure.finding) in _shown_text(pictures.svg(handout.of_figure(figure, state)))


_READ = {i: f for i in IDS if isinstance((f := figures.build(i, State())).drawn, Listing | Table)}
_TABLES = {i: f.drawn for i, f in _READ.items() if isinstance(f.drawn, Table)}


def _drawing(figure_id: str) -> Drawing:
    read = _READ[figure_id].drawn
    assert isinstance(read, Listing | Table)
    return table_picture.table(read, texts.in_language("en"))


def _cells(drawing: Drawing) -> list[list[str]]:
    """The lines of each text of a drawn table."""
    marks = [m for m in drawing.specification["layer"] if m["mark"]["type"] == "text"]
    return [cell["words"] for mark in marks for cell in mark["data"]["values"]]


@pytest.mark.parametrize("figure_id", _TABLES)
def test_every_head_is_on_the_picture_or_named_as_left_out(figure_id: str) -> None:
    figure_handout = handout.of_figure(_READ[figure_id], State(), ADDRESS)
    shown = _shown_text(pictures.svg(figure_handout))
    columns = _TABLES[figure_id].columns
    assert len(columns) > 3
    assert all(_letters(column.heading) in shown for column in columns)
    assert "undefined" not in shown


@pytest.mark.parametrize("figure_id", _READ)
def test_no_cell_is_cut_and_no_date_broken(figure_id: str) -> None:
    read = _READ[figure_id].drawn
    assert isinstance(read, Listing | Table)
    heads = [c.heading for c in read.columns] if isinstance(read, Table) else []
    shown = read.plain if isinstance(read, Listing) else read.rows
    words = [*heads, *(cell for row in shown for cell in row.values())]
    whole = {_letters(lettering.shown(one)) for one in words}
    drawing = _drawing(figure_id)
    assert all(mark["mark"].get("limit") is None for mark in drawing.specification["layer"])
    for lines in _cells(drawing):
        assert _letters("".join(lines)) in whole
        assert not re.search(rf"\d\n{_MONTH}\b|\b{_MONTH}\n\d{{4}}", "\n".join(lines))


_MONTH = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec)"


def test_dates_and_numbers_hold_together() -> None:
    row = {"date": "15 Sept 2022", "what": "word " * 200, "value": "$1,234.5bn"}
    columns = tuple(Column(key, key.title()) for key in row)
    drawing = table_picture.table(Table(columns, (row,)), texts.in_language("en"))
    cells = [" ".join(lines).replace("\u00a0", " ") for lines in _cells(drawing) if len(lines) == 1]
    assert {"15 Sept 2022", "$1,234.5bn"} <= set(cells)
    assert not any(w.endswith("…") for lines in _cells(drawing) for w in lines)


def test_a_table_says_what_it_leaves_out_and_where_it_is() -> None:
    figure = figures.build("diplomacy.list", State())
    text = _shown_text(pictures.svg(handout.of_figure(figure, State(), ADDRESS)))
    assert isinstance(figure.drawn, Table)
    first = _drawing("diplomacy.list").left_out.split()[0]
    dates = figure.drawn.cells("date")
    shown = len(dates) - int(first)
    assert 0 < shown < len(dates)
    assert _letters(f"{first} more rows are in the workbook.") in text
    assert _letters("The whole table is at the address below.") in text
    starts = len(_cells(_drawing("diplomacy.list"))) // len(figure.drawn.columns)
    assert starts == shown + 1
    assert _drawing("stakes.contracts").left_out == ""


def test_numbers_stand_to_the_right_of_their_column() -> None:
    columns = (Column("leg", "Leg"), Column("length", "Length", "right", "km"))
    rows = tuple({"leg": "Poti", "length": n} for n in ("1,093", "7"))
    layers = table_picture.table(Table(columns, rows), texts.in_language("en")).specification[
        "layer"
    ]
    found = {
        " ".join(cell["words"]): (one["mark"]["align"], cell["x"])
        for one in layers[1:]
        for cell in one["data"]["values"]
    }
    edge = found["7"][1]
    assert edge > lettering.width("Leg", 12) + lettering.width("Length, km", 12)
    assert found["1,093"] == found["7"] == found["Length, km"] == ("right", edge)
    assert found["Poti"] == found["Leg"] == ("left", 0)


def test_columns_without_room_are_named() -> None:
    columns = tuple(Column(f"column_{n}", f"Column {n}") for n in range(20))
    row = {column.key: "x" * 17 for column in columns}
    drawing = table_picture.table(Table(columns, (row,)), texts.in_language("en"))
    assert "Left out here: Column" in drawing.left_out
    assert "Column 19" in drawing.left_out


def test_no_sign_prints_as_an_empty_box() -> None:
    shown = lettering.shown("◇ ● ★ ■ ◊ ▲ → 16.8\u202f% \U0001f6e2 حصة [[ok]] ғқ漢字")
    assert shown == "◊ • * ■ ◊ ▲ → 16.8\u202f% [oil drum] [Arabic] [[ok]] ғқ[Cjk]"
    face = lettering.face(26, False)
    box = bytes(face.getmask("\U000fffff"))
    assert bytes(face.getmask("◇")) == box
    assert all(bytes(face.getmask(sign)) != box for sign in shown)


def test_paper_is_set_in_signs_that_exist() -> None:
    """A sign that the typeface lacks comes out as the one like it, not as a box."""
    blank = BytesIO()
    Image.new("RGB", (200, 10)).save(blank, "PNG")
    title = [[paper.Words(sign, 19, 24, "#000000")] for sign in ("● ◇", "• ◊")]
    lacking, had = (paper.sheet(blank.getvalue(), words, (), 2) for words in title)
    assert lacking == had


@pytest.mark.parametrize("figure_id", IDS)
def test_svg_is_set_in_letters_that_it_brings_and_falls_back_on_others(
    figure_id: str, file_of: FileOf
) -> None:
    svg = file_of(figure_id, "svg").decode()
    families = set(re.findall(r'font-family="([^"]*)"', svg))
    assert families
    assert all(f.startswith("'Source Sans Pro',") and f.endswith(" sans-serif") for f in families)
    shown = re.findall(r"<(?:text|tspan)\b[^>]*>([^<]+)", svg)
    seen = {c for words in shown for c in html.unescape(words)}
    # Marks of where a word may break are drawn by nobody.
    letters = {ord(c) for c in seen if unicodedata.category(c) not in ("Cc", "Cf")}
    faces = re.findall(r"data:font/ttf;base64,([^)]+)\)", svg)
    assert faces
    for face in faces:
        with TTFont(BytesIO(base64.b64decode(face))) as font:
            assert letters <= set(font.getBestCmap())


@pytest.mark.parametrize("weight", svg_type._FILES)
def test_letters_are_the_same_cut_from_the_whole_typeface(weight: int) -> None:
    name = svg_type._FILES[weight]
    for words in ("AVATAR – “Ště” 19.7 %", "€16.8bn → 5", "Доля: ғқңөұүһі"):
        letters = "".join(sorted(set(words)))
        whole = svg_type._cut(str(fonts.folder() / name), letters)
        assert svg_type._subset(name, letters) == whole


def test_a_picture_says_what_it_is_to_programs() -> None:
    figure = figures.build("trade.gap", State())
    figure_handout = handout.of_figure(figure, State())
    root = ElementTree.fromstring(pictures.svg(figure_handout))  # noqa: S314
    assert root.get("lang") == "en"
    assert [root[n].text for n in (0, 1)] == [figure.heading, figure.alt]
    with Image.open(BytesIO(pictures.png(figure_handout))) as picture:
        assert picture.info["Title"] == figure.heading
        assert picture.info["Author"] == "Italy–Kazakhstan partnership dashboard"


def test_a_sign_that_the_typeface_lacks_is_named_in_svg() -> None:
    shown = _shown_text(pictures.svg(_strange("◇ 漢字")))
    assert "◊[Cjk]" in shown


_PLACED = re.compile(
    r'<text text-anchor="\w+" transform="translate\(([^)]*)\)[^>]*>(?:<tspan>)?([^<]+)'
)


@pytest.mark.parametrize(
    "figure_id",
    [
        "stakes.kashagan",
        "overview.map",
        "renewables.map",
        "trade.share",
        "trade.crude_importers",
        "corridor.routes",
        "minerals.china",
        "renewables.milestones",
    ],
)
def test_words_stand_where_they_do_on_the_page(figure_id: str) -> None:
    """Above the foot a drawing has no size of its own for what asks for it."""
    view = View(figures.build(figure_id, State()), State())
    drawn = chart.svg(pictures.drawing_of(view, texts.in_language("en")).specification)
    whole = chart.svg(pictures.specification(Handout("", (view,), "en", date(2026, 1, 1))))
    places = set(_PLACED.findall(drawn))
    assert len(places) > 4
    assert places <= set(_PLACED.findall(whole))
