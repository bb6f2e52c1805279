"""PDF files, set by Typst: a deck of slides, and a brief on A4 pages.

The templates in `typeset/` hold the lay-out and no words. Words reach them as data, so that
nothing that somebody wrote can become markup. Files are tagged, with bookmarks, embedded
typefaces and a description of each drawing; nothing of the machine enters them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from partnership.export import chart, legible
from partnership.export.handout import Handout, Tick, View, silent
from partnership.export.pdf import drawing as pdf_drawing
from partnership.export.pdf import setter as pdf_setter
from partnership.export.pdf import words as pdf_words
from partnership.export.tables import reading
from partnership.export.type import fonts
from partnership.figures.figure import Figure
from partnership.language import texts
from partnership.language.texts import Texts

_TEMPLATES = Path(__file__).parent / "typeset"
_SLIDE_POINTS = 880
"""Points of the width of a slide between its margins."""
_PAGE_POINTS = 470
"""Points of the width of a page between its margins."""
_PAGE_WIDTH, _PAGE_HEIGHT, _PAGE_TALLEST = 520, 300, 570
"""Pixels of a drawing in a brief, and how high one of many rows may be."""
_SLIDE_ROWS, _SLIDE_LETTERS, _LONGEST_CELL = 16, 150, 150
_PAGE_LETTERS = 118
"""Letters of the smallest type of a table that fit a line."""


def slides(handout: Handout, tick: Tick = silent) -> bytes:
    """A deck of 16:9 pages, one a view; a cover before and the sources after several.

    The words are set first, which tells how much room is left for each drawing.
    """
    t, of = texts.in_language(handout.lang), len(handout.views)
    document = pdf_words.document(handout, t)
    document["views"] = [_slide(one, n, of, t) for n, one in enumerate(handout.views, 1)]
    document["cited"] = pdf_words.cited(handout, t) if of > 1 else []
    rooms = _rooms("slides.typ", document, lambda: tick(0, of + 1))
    for n, (one, room) in enumerate(zip(handout.views, rooms, strict=True)):
        tick(n, of + 1)
        if chart.drawable(one.figure):
            wide = chart.SLIDE_WIDTH
            tall = room * wide / _SLIDE_POINTS
            drawn = pdf_drawing.legibly(one.figure, wide, int(tall), tall, _SLIDE_POINTS)
            document["views"][n]["svg"] = drawn
            if not drawn:
                table = replace(one.figure, drawn=legible.tabled(one.figure, t))
                document["views"][n]["listing"] = _listed(table, t)
    tick(of, of + 1)
    data = _typeset("slides.typ", document, handout.created, lambda: tick(of, of + 1))
    tick(of + 1, of + 1)
    return data


def _slide(one: View, n: int, of: int, t: Texts) -> dict[str, Any]:
    page = pdf_words.view(one, n, of, t)
    page["listing"] = _listed(one.figure, t)
    return page


def _listed(figure: Figure, t: Texts) -> dict[str, Any] | None:
    return pdf_words.listing(figure, _SLIDE_ROWS, _SLIDE_LETTERS, t, _LONGEST_CELL)


def brief(handout: Handout, tick: Tick = silent) -> bytes:
    """A brief on A4: cover and contents of several, a page for each view, the sources."""
    t, of = texts.in_language(handout.lang), len(handout.views)
    numbered = pdf_words.numbered(handout)
    document = pdf_words.document(handout, t)
    document["views"] = []
    for n, one in enumerate(handout.views, 1):
        tick(n - 1, of + 1)
        document["views"].append(_page(one, n, of, numbered, t))
    tick(of, of + 1)
    document["cited"] = pdf_words.cited(handout, t)
    data = _typeset("brief.typ", document, handout.created, lambda: tick(of, of + 1))
    tick(of + 1, of + 1)
    return data


def _page(one: View, n: int, of: int, numbered: Mapping[str, int], t: Texts) -> dict[str, Any]:
    page = pdf_words.view(one, n, of, t)
    if chart.drawable(one.figure):
        room = (_PAGE_WIDTH, _PAGE_HEIGHT, _PAGE_TALLEST, _PAGE_POINTS)
        page["svg"] = pdf_drawing.legibly(one.figure, *room)
        page["table"] = pdf_words.table(reading.reading(one.figure.table, numbered, t))
    page["listing"] = pdf_words.listing(one.figure, reading.MOST_ROWS, _PAGE_LETTERS, t)
    return page


def _rooms(template: str, document: dict[str, Any], wanted: Callable[[], None]) -> list[float]:
    """The height in points that each view of `document` leaves to its drawing."""
    asked = {**_asked(template, document), "query": "<room>"}
    return [float(room) for room in json.loads(pdf_setter.run(asked, wanted))]


def _typeset(
    template: str, document: dict[str, Any], day: date, wanted: Callable[[], None]
) -> bytes:
    """The PDF that `template` makes of `document`, dated `day`. Raises `NotSet` when it cannot."""
    midnight = datetime.combine(day, time(), UTC)
    asked = {**_asked(template, document), "timestamp": int(midnight.timestamp())}
    return pdf_setter.run(asked, wanted)


def _asked(template: str, document: dict[str, Any]) -> dict[str, Any]:
    return {
        "template": str(_TEMPLATES / template),
        "fonts": str(fonts.folder()),
        "document": document,
    }
