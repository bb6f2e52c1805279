"""Presentations, opened again: titles, notes, alt texts, native charts and what they hold."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE as KIND
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.enum.text import PP_ALIGN

from partnership import palette
from partnership.charts.forms import Bars, Category, Chart, Pie, Point, Series, Slice
from partnership.decks.deck import Deck, Slide
from partnership.export import handout, pptx
from partnership.export.handout import Cancelled, Handout, View
from partnership.export.type import lettering
from partnership.figures import figure as figures
from partnership.figures import shared
from partnership.figures.figure import Figure, Listing
from partnership.language.readable import Column, Table
from partnership.state import State
from tests import site
from tests.export.conftest import FileOf
from tests.figures.test_readable_tables import TABLES

LINE = MSO_SHAPE_TYPE.LINE
_ADDRESS = "https://example.org/stakes?consortium=kashagan&on=2011-01-01"
_SAMPLE = (
    "stakes.karachaganak",
    "trade.crude_origins",
    "trade.to_italy",
    "trade.gap",
    "minerals.imports",
    "overview.numbers",
    "overview.events",
    "companies.table",
    "minerals.chromium_rank",
    "claims.evidence",
)
_HOSTILE = (
    '=cmd|" /C calc"!A0',
    "+1+1",
    "@SUM(1)",
    "-2+3",
    "<b>bold</b> & </a:t></script> \"'#set $x$",
    "مرحبا بالعالم",
    "🇰🇿 emoji 🛢️",
    "control \x00\x07\x1b signs\ttab",
    "A" * 300,
)


def _presentation(content: Handout) -> Any:
    return Presentation(BytesIO(pptx.pptx(content)))


def _one(figure: Figure, **words: str) -> Handout:
    view = View(figure, State(), **words)
    return Handout(figure.title, (view,), "en", date(2026, 1, 2))


@pytest.fixture(scope="module")
def deck() -> Any:
    slides = tuple(Slide(i, State()) for i in _SAMPLE)
    first = Slide("stakes.history", State(consortium="kashagan"), "A headline", "Speak slowly.")
    slides_of_deck = Deck("The deck", (first, *slides))
    return _presentation(handout.of_deck(slides_of_deck, "en", lambda _id, _state: _ADDRESS))


def _charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def _text(slide: Any) -> str:
    return "\n".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)


def test_a_cover_each_figure_and_the_sources(deck: Any) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[0] == "The deck"
    assert titles[1] == "A headline"
    wanted = [figures.build(i, State()).heading for i in _SAMPLE]
    assert titles[2 : 2 + len(wanted)] == wanted
    rest = titles[2 + len(wanted) :]
    assert rest == [f"Sources ({n} of {len(rest)})" for n in range(1, len(rest) + 1)]
    assert "11 figures" in _text(deck.slides[0])


def test_a_slide_says_subtitle_filters_source_address_and_number(deck: Any) -> None:
    slide = deck.slides[1]
    words = _text(slide)
    assert "Ownership of Kashagan over time, as reported up to 2024, percent" in words
    assert "Kashagan" in [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    assert "Sources:" in words
    assert f"2 of {len(deck.slides)}" in words
    links = {
        r.hyperlink.address
        for s in slide.shapes
        if s.has_text_frame
        for p in s.text_frame.paragraphs
        for r in p.runs
    }
    assert _ADDRESS in links


def test_notes_hold_own_words_finding_and_every_source_with_its_licence(deck: Any) -> None:
    notes = deck.slides[1].notes_slide.notes_text_frame.text
    assert notes.startswith("Speak slowly.")
    figure = figures.build("trade.to_italy", State())
    notes = deck.slides[4].notes_slide.notes_text_frame.text
    assert handout.plain(figure.finding) in notes
    from partnership.provenance import sources

    for row in sources.by_ids(figure.source_ids):
        assert row.url in notes
    assert "CC BY 4.0" in notes


def test_every_chart_picture_and_table_is_read_out(deck: Any) -> None:
    seen = 0
    for slide, figure_id in zip(list(deck.slides)[2:], _SAMPLE, strict=False):
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table or shape.shape_type == 13:
                description = shape._element.xpath(".//p:cNvPr")[0].get("descr")
                assert description == figures.build(figure_id, State()).alt
                seen += 1
    assert seen == 7


def test_what_has_no_words_is_marked_as_decoration(deck: Any) -> None:
    rules = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == LINE]
    assert rules
    for rule in rules:
        (mark,) = rule._element.iter("{*}decorative")
        assert mark.get("val") == "1"


def test_a_figure_that_stands_twice_has_two_titles() -> None:
    twice = Deck("Twice", (Slide("trade.share"), Slide("trade.share")))
    titles = [
        slide.shapes.title.text_frame.text
        for slide in _presentation(handout.of_deck(twice, "en")).slides
    ]
    assert len(set(titles)) == len(titles)
    assert titles[1].endswith("(1 of 2)")


def test_charts_are_native_and_of_the_right_kind(deck: Any) -> None:
    kinds = [[c.chart_type for c in _charts(slide)] for slide in list(deck.slides)[1:7]]
    assert kinds == [
        [KIND.AREA_STACKED],
        [KIND.PIE],
        [KIND.BAR_CLUSTERED],
        [KIND.LINE],
        [KIND.COLUMN_STACKED],
        [KIND.BAR_CLUSTERED],
    ]


def _sheet(chart: Any) -> list[list[Any]]:
    book = openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def test_what_edit_data_opens_holds_the_numbers_of_the_table(deck: Any) -> None:
    pie = dict(_sheet(_charts(deck.slides[2])[0])[1:])
    table = figures.build("stakes.karachaganak", State()).table
    assert sorted(pie.values()) == sorted(table["percent"])
    head, *rows = _sheet(_charts(deck.slides[4])[0])
    column = head.index("reported by Kazakhstan")
    table = figures.build("trade.to_italy", State()).table
    kazakh = table[table["reporter"].eq("KAZ") & table["role"].ne("other")]
    wanted = dict(zip(kazakh["year"].astype(str), kazakh["value"], strict=True))
    assert {row[0]: row[column] for row in rows if row[column] is not None} == wanted


def test_the_chart_shows_what_its_workbook_holds(deck: Any) -> None:
    for slide in list(deck.slides)[1:7]:
        for chart in _charts(slide):
            head, *rows = _sheet(chart)
            series = {s.name: list(s.values) for p in chart.plots for s in p.series}
            assert set(series) == set(head[1:])
            for name, values in series.items():
                column = [row[head.index(name)] for row in rows]
                assert [None if v is None else float(v) for v in values] == pytest.approx(column)


def test_ticks_over_columns_are_lines_on_the_same_axes(deck: Any) -> None:
    chart = _charts(deck.slides[5])[0]
    columns, over = chart.plots
    assert [s.name for s in over.series] == ["Reported by Kazakhstan"]
    ids = [[a.get("val") for a in p._element.findall("{*}axId")] for p in (columns, over)]
    assert ids[0] == ids[1]


@pytest.mark.parametrize("figure_id", ["climate.required_reduction", "trade.price_quantity"])
def test_bars_below_zero_keep_their_colour(figure_id: str) -> None:
    presentation = _presentation(_one(figures.build(figure_id, State())))
    bars = [
        point
        for slide in presentation.slides
        for chart in _charts(slide)
        for point in chart._chartSpace.findall(".//{*}barChart/{*}ser/{*}dPt")
    ]
    assert bars
    assert {point.find("{*}invertIfNegative").get("val") for point in bars} == {"0"}


def test_values_on_paler_bars_are_in_ink() -> None:
    presentation = _presentation(_one(figures.build("stakes.look_through", State())))
    (chart,) = _charts(presentation.slides[0])
    field = chart._chartSpace.find(".//{*}ser")
    paler = {p.find("{*}idx").get("val") for p in field.findall("{*}dPt")}
    written = {
        label.find("{*}idx").get("val"): label.find(".//{*}srgbClr").get("val")
        for label in field.findall("{*}dLbls/{*}dLbl")
    }
    assert paler
    assert written == dict.fromkeys(paler, palette.INK.light.lstrip("#").upper())


def test_tables_are_native_and_say_how_much_more_there_is(deck: Any) -> None:
    slide = deck.slides[2 + _SAMPLE.index("companies.table")]
    table = next(s.table for s in slide.shapes if s.has_table)
    figure = figures.build("companies.table", State())
    assert isinstance(figure.drawn, Table)
    first = figure.drawn.columns[0]
    assert [table.cell(n, 0).text for n in (0, 1)] == [
        first.heading,
        figure.drawn.rows[0][first.key],
    ]
    rest = len(figure.drawn.rows) - (len(table.rows) - 1)
    assert f"{rest} more rows" in _text(slide)


def test_numbers_of_a_table_stand_to_the_right_with_their_heading() -> None:
    figure = figures.build("corridor.legs", State())
    assert isinstance(figure.drawn, Table)
    slide = _presentation(handout.of_figure(figure, State())).slides[0]
    table = next(s.table for s in slide.shapes if s.has_table)
    sides = {c.heading: c.align for c in figure.drawn.columns}
    assert set(sides.values()) == {"left", "right"}
    for row in table.rows:
        for cell, head in zip(row.cells, table.rows[0].cells, strict=True):
            right = cell.text_frame.paragraphs[0].alignment == PP_ALIGN.RIGHT
            assert right == (sides[head.text] == "right"), (head.text, cell.text)


def test_an_empty_figure_says_why(deck: Any) -> None:
    slide = deck.slides[2 + _SAMPLE.index("claims.evidence")]
    assert "Choose a claim" in _text(slide)
    assert not _charts(slide)


def test_one_figure_is_one_slide() -> None:
    figure = shared.nothing("trade.x", "A title", "Nothing is known.")
    presentation = _presentation(_one(figure))
    assert len(presentation.slides) == 1
    assert "Nothing is known." in _text(presentation.slides[0])
    assert presentation.core_properties.title == "A title"
    assert presentation.core_properties.language == "en"


def _hostile(form: str) -> Figure:
    table = pd.DataFrame({"who": list(_HOSTILE), "value": [float(n + 1) for n in range(9)]})
    drawn = Chart(_hostile_pie(table) if form == "pie" else _hostile_bars(table))
    words = " ".join(_HOSTILE)
    return Figure("x", words, drawn, table, (), words, finding=words, note=words)


def _hostile_pie(table: pd.DataFrame) -> Pie:
    slices = (Slice(who, value, who, "#316892") for who, value in table.itertuples(index=False))
    return Pie(tuple(slices), _HOSTILE[0], _HOSTILE[0], missing="missing")


def _hostile_bars(table: pd.DataFrame) -> Bars:
    categories = tuple(Category(str(n), who) for n, who in enumerate(table["who"]))
    points = tuple(Point(str(n), value, _HOSTILE[1]) for n, value in enumerate(table["value"]))
    series = Series(_HOSTILE[0], "#316892", points, "bar")
    return Bars(categories, (series,), what=_HOSTILE[0], measure=_HOSTILE[4])


@pytest.mark.parametrize("form", ["bar", "pie"])
def test_hostile_words_are_only_words(form: str) -> None:
    hostile = _one(_hostile(form), headline=" ".join(_HOSTILE), notes="\n".join(_HOSTILE))
    presentation = _presentation(hostile)
    title = presentation.slides[0].shapes.title.text_frame.text
    assert "<b>bold</b> & </a:t></script>" in title
    assert "مرحبا" in title
    assert "\x00" not in title
    chart = _charts(presentation.slides[0])[0]
    book = openpyxl.load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    cells = [cell for row in book.worksheets[0].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s", "n"}
    assert _HOSTILE[0] in [cell.value for cell in cells]
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "+", "@")))


def test_hostile_words_in_listings_are_only_words() -> None:
    rows = tuple({"label": w, "value": w, "detail": w} for w in _HOSTILE)
    columns = tuple(Column(key, _HOSTILE[0]) for key in rows[0])
    read: list[Listing | Table] = [Listing(kind, rows) for kind in ("numbers", "events", "facts")]
    for drawn in (*read, Table(columns, rows)):
        figure = Figure("x", "x", drawn, pd.DataFrame({"a": [1]}), (), "x")
        presentation = _presentation(_one(figure))
        shown = "".join(
            str(s.text_frame.text) for s in presentation.slides[0].shapes if s.has_text_frame
        )
        tables = [s.table for s in presentation.slides[0].shapes if s.has_table]
        shown += "".join(c.text for t in tables for row in t.rows for c in row.cells)
        assert "=cmd" in shown


def test_words_from_the_right_run_from_the_right() -> None:
    figure = shared.nothing("x", "مرحبا بالعالم", "x")
    presentation = _presentation(_one(figure))
    paragraph = presentation.slides[0].shapes.title.text_frame.paragraphs[0]
    assert paragraph._p.pPr.get("rtl") == "1"


def test_addresses_that_are_no_web_addresses_are_no_links() -> None:
    presentation = _presentation(_one(shared.nothing("x", "x", "x"), address="javascript:alert(1)"))
    assert "javascript" not in str(presentation.slides[0].part.rels.items())
    assert "javascript" in _text(presentation.slides[0])


def test_the_file_is_whole(deck: Any) -> None:
    buffer = BytesIO()
    deck.save(buffer)
    archive = zipfile.ZipFile(buffer)
    assert len(set(archive.namelist())) == len(archive.namelist())
    for name in archive.namelist():
        if re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
            ids = re.findall(r'<p:cNvPr id="(\d+)"', archive.read(name).decode())
            assert len(set(ids)) == len(ids), name


def test_it_reports_progress_and_can_be_stopped() -> None:
    seen: list[tuple[int, int]] = []
    deck_handout = handout.of_deck(
        Deck("x", (Slide("overview.numbers"), Slide("overview.events"))), "en"
    )
    pptx.pptx(deck_handout, lambda done, of: seen.append((done, of)))
    assert seen == [(0, 2), (1, 2), (2, 2)]

    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        pptx.pptx(deck_handout, stop)


_EMU = 914400
_ARIAL = 1.11
"""How much wider Arial is than our typeface, in nine of ten cells of our tables."""


def _grown(table: Any) -> float:
    """Inches of a table as PowerPoint grows it: no row is lower than its words."""
    tall = 0.0
    for row in table.rows:
        need = 0.0
        for cell, column in zip(row.cells, table.columns, strict=True):
            run = next(iter(cell.text_frame.paragraphs[0].runs), None)
            room = (column.width - cell.margin_left - cell.margin_right) / _EMU * 72 / _ARIAL
            goes_on = cell.text_frame.paragraphs[0]._p.find("{*}endParaRPr")
            empty = int(goes_on.get("sz")) / 100 if goes_on is not None else 18.0
            size = run.font.size.pt if run is not None else empty
            bold = bool(run and run.font.bold)
            lines = lettering.lines(cell.text, round(size * 10), bold, room * 10)
            insets = (cell.margin_top + cell.margin_bottom) / _EMU
            need = max(need, len(lines) * size * 1.2 / 72 + insets)
        tall += max(need, row.height / _EMU)
    return tall


@pytest.mark.parametrize(
    ("figure_id", "name"), [one for one in site.distinct() if one[0] in TABLES]
)
def test_no_table_runs_over_what_stands_below_it(figure_id: str, name: str) -> None:
    state = site.STATES[name]
    figure = figures.build(figure_id, state)
    slide = _presentation(handout.of_figure(figure, state)).slides[0]
    if figure.table.empty:
        assert not any(s.has_table for s in slide.shapes)
        assert handout.plain(figure.finding) in _text(slide)
        return
    assert isinstance(figure.drawn, Table)
    shape = next(s for s in slide.shapes if s.has_table)
    end = shape.top / _EMU + _grown(shape.table)
    below = [s.top / _EMU for s in slide.shapes if s.top is not None and s.top > shape.top]
    assert end <= min(below) + 0.01
    read, heads = figure.drawn, [c.text for c in shape.table.rows[0].cells]
    shown = _text(slide)
    rest = len(read.rows) - len(shape.table.rows) + 1
    assert not rest or f"{rest:,} more row" in shown
    for column in read.columns:
        full, head = any(read.cells(column.key)), column.heading
        assert head in heads or not full or head in shown.split("Left out here:")[1]


def test_a_presentation_has_its_author_and_its_date() -> None:
    figure_handout = handout.of_figure(figures.build("trade.gap", State()), State())
    about = _presentation(figure_handout).core_properties
    assert about.author == about.last_modified_by == "Italy–Kazakhstan partnership dashboard"
    assert about.created.date() == about.modified.date() == figure_handout.created


@pytest.mark.parametrize("figure_id", figures.registry())
def test_no_type_on_a_slide_is_under_nine_points(figure_id: str, file_of: FileOf) -> None:
    archive = zipfile.ZipFile(BytesIO(file_of(figure_id, "pptx")))
    sizes = [
        int(size)
        for name in archive.namelist()
        if re.match(r"ppt/(slides|charts)/[^/]+\.xml", name)
        for size in re.findall(r'\bsz="(\d+)"', archive.read(name).decode())
    ]
    assert sizes
    assert min(sizes) >= 900
