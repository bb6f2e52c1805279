"""Figures that are read, on slides: numbers as cards, events and facts as text, native tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from partnership import palette
from partnership.export import handout
from partnership.export.pptx import words
from partnership.export.pptx.words import Box
from partnership.export.type import lettering, signs
from partnership.figures.figure import Listing
from partnership.language.texts import Texts

_MOST_CARDS, _MOST_COLUMNS = 12, 7
_CARD_SIZES = (30.0, 26.0, 22.0, 18.0, 15.0)
_LONGEST = 160
"""Letters of a cell; what is longer stands in full in the workbook."""
_SMALL = 12
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table style without fills and lines."""
_SIDES, _INSET = (0.02, 0.12), 0.05
"""Inches from the edges of a cell to its words: left and right, above and below."""
_LEADING = 1.2
"""Line spacing of Arial."""
Row = Mapping[str, str]


def add(slide: Any, listing: Listing, place: Box, alt: str, t: Texts) -> None:
    """The listing in `place`, as much of it as can be read, and how much more there is."""
    left, top, width, height = place
    keys, gone = _keys(listing)
    # As much room as the sentence on what is left out needs at most.
    foot = _text_height(handout.left_out(len(listing.rows), gone, t), width) + 0.1
    room = (left, top, width, height - foot)
    if listing.kind == "numbers":
        shown = _cards(slide, listing.rows, room)
    elif listing.kind == "table":
        shown = _table(slide, listing.rows, keys, room, alt)
    else:
        shown = _told(slide, listing.rows, room)
    said = handout.left_out(len(listing.rows) - shown, gone, t)
    if said:
        frame = words.box(slide, (left, top + height - foot + 0.06, width, foot - 0.06))
        words.put(frame, said, size=_SMALL, shade=palette.SOFT)


def _keys(listing: Listing) -> tuple[list[str], list[str]]:
    """The columns of a table that are shown, and those for which there is no room."""
    if listing.kind != "table" or not listing.rows:
        return [], []
    filled = [k for k in listing.rows[0] if any(str(r.get(k, "")) for r in listing.rows)]
    return filled[:_MOST_COLUMNS], filled[_MOST_COLUMNS:]


def _cards(slide: Any, rows: Sequence[Row], room: Box) -> int:
    """Big numbers in a grid, each with what it is above and a detail below."""
    shown = rows[:_MOST_CARDS]
    across = min(4, max(1, len(shown))) if len(shown) != 6 else 3
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
        said = words.shortened(detail, fits)
        words.add(frame.add_paragraph(), said, size=11.5, shade=palette.SOFT)


def _told(slide: Any, rows: Sequence[Row], room: Box) -> int:
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
            _paragraph(paragraph, *_said(row), size)
            used, shown, first = used + tall, shown + 1, False
    return shown


def _said(row: Row) -> tuple[str, str]:
    """What stands in bold, and what follows."""
    head = " · ".join(str(row[k]) for k in ("value", "label") if row.get(k))
    return words.shortened(head, 200), words.shortened(str(row.get("detail", "")), 260)


def _tall(row: Row, size: float, width: float) -> float:
    return words.height_of("  ".join(_said(row)), size, width) + 0.13


def _paragraph(paragraph: Any, head: str, detail: str, size: float) -> None:
    from pptx.util import Pt

    paragraph.space_after = Pt(8)
    words.add(paragraph, head, size=size, shade=palette.INK, bold=True)
    if detail:
        words.add(paragraph, f"  {detail}", size=size, shade=palette.SOFT)


def _table(slide: Any, rows: Sequence[Row], keys: Sequence[str], room: Box, alt: str) -> int:
    """A native table: columns as wide as their words, rows until the slide is full.

    A row is as high as its words need, for PowerPoint makes a row higher whose words wrap, and
    the rows under it would run over the sources.
    """
    from pptx.util import Inches

    widths = _widths(rows, keys, room[2])
    heights = [_height({k: k for k in keys}, keys, widths, head=True)]
    for row in rows:
        tall = _height(row, keys, widths)
        if sum(heights) + tall > room[3]:
            break
        heights.append(tall)
    shown = rows[: len(heights) - 1]
    place = (Inches(room[0]), Inches(room[1]), Inches(room[2]), Inches(sum(heights)))
    shape = slide.shapes.add_table(len(heights), len(keys), *place)
    shape._element.nvGraphicFramePr.cNvPr.set("descr", signs.xml(alt))
    table = shape.table
    table._tbl.tblPr.find("{*}tableStyleId").text = _NO_STYLE
    for n, width in enumerate(widths):
        table.columns[n].width = Inches(width)
    for m, tall in enumerate(heights):
        table.rows[m].height = Inches(tall)
        for n, key in enumerate(keys):
            said = key if m == 0 else str(shown[m - 1].get(key, ""))
            _cell(table.cell(m, n), words.shortened(said, _LONGEST), head=m == 0)
    return len(shown)


def _widths(rows: Sequence[Row], keys: Sequence[str], room: float) -> list[float]:
    """Inches of each column: by the length of its words, none under a tenth of the average."""
    weight = []
    for key in keys:
        lengths = [min(len(str(r.get(key, ""))), _LONGEST) for r in rows] + [len(key)]
        mean = sum(lengths) / len(lengths)
        word = max(len(w) for r in [*rows, {key: key}] for w in [*str(r.get(key, "")).split(), ""])
        weight.append(max(min(word, 16), mean**0.8, len(key) * 0.8, 4))
    return [room * w / sum(weight) for w in weight]


def _height(row: Row, keys: Sequence[str], widths: Sequence[float], *, head: bool = False) -> float:
    said = [words.shortened(str(row.get(k, "")), _LONGEST) for k in keys]
    room = [wide - sum(_SIDES) for wide in widths]
    tall = [_text_height(s, w, bold=head) for s, w in zip(said, room, strict=True)]
    return max(tall) + 2 * _INSET


def _text_height(said: str, width: float, *, bold: bool = False) -> float:
    """Inches of words in a box of `width` inches, measured in letters of our typeface."""
    finer = 4
    # Pixels at so many to a point, as if the box were narrower by what Arial is wider.
    room = width * 72 * finer / words.WIDER
    lines = lettering.lines(signs.xml(said), _SMALL * finer, bold, room)
    return len(lines) * _SMALL * _LEADING / 72


def _cell(cell: Any, said: str, *, head: bool) -> None:
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls
    from pptx.util import Inches

    cell.margin_left, cell.margin_right = (Inches(side) for side in _SIDES)
    cell.margin_top = cell.margin_bottom = Inches(_INSET)
    shade = palette.SOFT if head else palette.INK
    paragraph = cell.text_frame.paragraphs[0]
    if said:
        words.add(paragraph, said, size=_SMALL, shade=shade, bold=head)
    # An empty cell is as high as the type in which it would go on: 18 points if nothing is said.
    paragraph._p.get_or_add_endParaRPr().set("sz", str(_SMALL * 100))
    properties = cell._tc.get_or_add_tcPr()
    colour = (palette.MUTED if head else palette.FAINT).light[1:]
    properties.append(
        parse_xml(
            f'<a:lnB {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{colour}"/>'
            "</a:solidFill></a:lnB>"
        )
    )
