"""Figures that are read, on slides: numbers as cards, events and facts as text, native tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from partnership import palette
from partnership.export import handout
from partnership.export.pptx import words
from partnership.export.pptx.words import Box
from partnership.export.type import signs, widths
from partnership.figures.figure import Listing
from partnership.language.readable import Row, Table
from partnership.language.texts import Texts

_MOST_COLUMNS = 7
_CARD_SIZES = (30.0, 26.0, 22.0, 18.0, 15.0)
_LONGEST = 160
"""Letters of a cell; what is longer stands in full in the workbook."""
_SMALL = 12
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table style without fills and lines."""
_SIDES, _INSET = (0.02, 0.12), 0.05
"""Inches from the edges of a cell to its words: left and right, above and below."""


def add(slide: Any, read: Listing | Table, place: Box, alt: str, t: Texts) -> None:
    """The listing or table in `place`, as much of it as fits, and how much more there is."""
    left, top, width, height = place
    kept, gone = _columns(read)
    # As much room as the sentence on what is left out needs at most.
    foot = _text_height(handout.left_out(len(read.rows), gone, t), width) + 0.1
    room = (left, top, width, height - foot)
    if isinstance(read, Table):
        shown = _table(slide, read.only(kept), room, alt)
    elif read.kind == "numbers":
        shown = _cards(slide, read.plain, room)
    else:
        shown = _paragraphs(slide, read.plain, room)
    rest = handout.left_out(len(read.rows) - shown, gone, t)
    if rest:
        frame = words.box(slide, (left, top + height - foot + 0.06, width, foot - 0.06))
        words.put(frame, rest, size=_SMALL, shade=palette.SOFT)


def _columns(read: Listing | Table) -> tuple[list[str], list[str]]:
    """Keys of the columns that are shown, and headings of those for which there is no room."""
    if not isinstance(read, Table):
        return [], []
    filled = [column for column in read.columns if any(read.cells(column.key))]
    kept, gone = filled[:_MOST_COLUMNS], filled[_MOST_COLUMNS:]
    return [column.key for column in kept], [column.heading for column in gone]


def _cards(slide: Any, rows: Sequence[Row], room: Box) -> int:
    """Big numbers in a grid, each with what it is above and a detail below."""
    shown = rows[: handout.CARDS]
    across = handout.cards_across(len(shown))
    down = -(-len(shown) // across)
    gap = 0.35
    width = (room[2] - gap * (across - 1)) / across
    height = min(1.9, room[3] / down)
    for n, row in enumerate(shown):
        left = room[0] + (n % across) * (width + gap)
        top = room[1] + (n // across) * height
        words.line(slide, (left, top), (left + width, top), palette.BORDER, 1)
        frame = words.box(slide, (left, top + 0.08, width, height - 0.16), f"Number {n + 1}")
        _card(frame, row, width, height - 0.16)
    return len(shown)


def _card(frame: Any, row: Row, width: float, height: float) -> None:
    label, value, detail = (str(row.get(k, "")) for k in ("label", "value", "detail"))
    size = words.fitting(value, _CARD_SIZES, width, 0.5)
    small = 13
    left = height - words.height_of(value, size, width) - words.height_of(label, small, width)
    fits = int(max(0.0, left) / (11.5 * 1.2 / 72)) * int(width * 72 / (11.5 * 0.52))
    words.put(frame, label, size=small, shade=palette.SOFT)
    words.add(frame.add_paragraph(), value, size=size, shade=palette.INK, bold=True)
    if detail and fits > 12:
        short = words.shortened(detail, fits)
        words.add(frame.add_paragraph(), short, size=11.5, shade=palette.SOFT)


def _paragraphs(slide: Any, rows: Sequence[Row], room: Box) -> int:
    """Each row a paragraph: what and when in bold, then its detail, in two columns if many."""
    gap, size = 0.5, 15.0
    one = sum(_tall(row, size, room[2]) for row in rows) <= room[3]
    columns = 1 if one else 2
    width = (room[2] - gap * (columns - 1)) / columns
    size = size if one else 13.0
    shown = 0
    for column in range(columns):
        left = room[0] + column * (width + gap)
        frame, used, first = words.box(slide, (left, room[1], width, room[3])), 0.0, True
        for row in rows[shown:]:
            tall = _tall(row, size, width)
            if used + tall > room[3]:
                break
            paragraph = frame.paragraphs[0] if first else frame.add_paragraph()
            _paragraph(paragraph, *_parts(row), size)
            used, shown, first = used + tall, shown + 1, False
    return shown


def _parts(row: Row) -> tuple[str, str]:
    """What stands in bold, and what follows."""
    head = " · ".join(str(row[k]) for k in ("value", "label") if row.get(k))
    return words.shortened(head, 200), words.shortened(str(row.get("detail", "")), 260)


def _tall(row: Row, size: float, width: float) -> float:
    return words.height_of("  ".join(_parts(row)), size, width) + 0.13


def _paragraph(paragraph: Any, head: str, detail: str, size: float) -> None:
    from pptx.util import Pt

    paragraph.space_after = Pt(8)
    words.add(paragraph, head, size=size, shade=palette.INK, bold=True)
    if detail:
        words.add(paragraph, f"  {detail}", size=size, shade=palette.SOFT)


def _table(slide: Any, read: Table, room: Box, alt: str) -> int:
    """A native table: columns as wide as their words, rows until the slide is full.

    A row is as high as its words need, for PowerPoint makes a row higher whose words wrap, and
    the rows under it would run over the sources.
    """
    from pptx.util import Inches

    columns, rows = read.columns, [_cells(read, row) for row in read.rows]
    heads = [words.shortened(column.heading, _LONGEST) for column in columns]
    wide = _widths(read, room[2])
    heights = [_height(heads, wide, head=True)]
    for row in rows:
        tall = _height(row, wide)
        if sum(heights) + tall > room[3]:
            break
        heights.append(tall)
    shown = [heads, *rows[: len(heights) - 1]]
    place = (Inches(room[0]), Inches(room[1]), Inches(room[2]), Inches(sum(heights)))
    shape = slide.shapes.add_table(len(shown), len(columns), *place)
    shape._element.nvGraphicFramePr.cNvPr.set("descr", signs.xml(alt))
    table = shape.table
    table._tbl.tblPr.find("{*}tableStyleId").text = _NO_STYLE
    for n, width in enumerate(wide):
        table.columns[n].width = Inches(width)
    for m, row in enumerate(shown):
        table.rows[m].height = Inches(heights[m])
        for n, (column, cell) in enumerate(zip(columns, row, strict=True)):
            _cell(table.cell(m, n), cell, right=column.align == "right", head=m == 0)
    return len(shown) - 1


def _cells(read: Table, row: Row) -> list[str]:
    return [words.shortened(row[column.key], _LONGEST) for column in read.columns]


def _widths(read: Table, room: float) -> list[float]:
    """Inches of each column, as wide as its words ask for, together `room`."""
    letters = int(room * 72 / (_SMALL * widths.LETTER * words.WIDEST_ARIAL))
    needs = widths.needs(read, letters // 3)
    parts = widths.shares(needs, letters)
    return [room * part / sum(parts) for part in parts]


def _height(row: Sequence[str], wide: Sequence[float], *, head: bool = False) -> float:
    room = [one - sum(_SIDES) for one in wide]
    tall = [_text_height(cell, w, bold=head) for cell, w in zip(row, room, strict=True)]
    return max(tall) + 2 * _INSET


def _text_height(text: str, width: float, *, bold: bool = False) -> float:
    """Inches of words that must not come out higher, in a box of `width` inches."""
    return words.height_of(text, _SMALL, width, bold=bold, wider=words.WIDEST_ARIAL)


def _cell(cell: Any, text: str, *, right: bool, head: bool) -> None:
    from pptx.enum.text import PP_ALIGN
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls
    from pptx.util import Inches

    cell.margin_left, cell.margin_right = (Inches(side) for side in _SIDES)
    cell.margin_top = cell.margin_bottom = Inches(_INSET)
    shade = palette.SOFT if head else palette.INK
    paragraph = cell.text_frame.paragraphs[0]
    if right:
        paragraph.alignment = PP_ALIGN.RIGHT
    if text:
        words.add(paragraph, text, size=_SMALL, shade=shade, bold=head)
    # An empty cell is as high as the type in which it would go on: 18 points if no size is set.
    paragraph._p.get_or_add_endParaRPr().set("sz", str(_SMALL * 100))
    properties = cell._tc.get_or_add_tcPr()
    colour = (palette.MUTED if head else palette.FAINT).light[1:]
    properties.append(
        parse_xml(
            f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{colour}"/>'
            "</a:solidFill></a:lnB>"
        )
    )
