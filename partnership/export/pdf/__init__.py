"""PDF files, set by Typst: a deck of slides, and a brief on A4 pages.

The templates in `typeset/` hold the lay-out and no words. Words reach them as data, so that
nothing that somebody wrote can become markup. Files are tagged, with bookmarks, embedded
typefaces and a description of each drawing; nothing of the machine enters them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from partnership.export import chart, legible
from partnership.export.handout import Handout, Tick, View, silent
from partnership.export.pdf import drawing as pdf_drawing
from partnership.export.pdf import setter as pdf_setter
from partnership.export.pdf import words as pdf_words
from partnership.export.tables import reading as pdf_table
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


def slides(given: Handout, tick: Tick = silent) -> bytes:
    """A deck of 16:9 pages, one a view; a cover before and the sources after several.

    The words are set first, which tells how much room is left for each drawing.
    """
    t, of = texts.in_language(given.lang), len(given.views)
    told = pdf_words.document(given, t)
    told["views"] = [_slide(one, n, of, t) for n, one in enumerate(given.views, 1)]
    told["cited"] = pdf_words.cited(given, t) if of > 1 else []
    rooms = _rooms("slides.typ", told, lambda: tick(0, of + 1))
    for n, (one, room) in enumerate(zip(given.views, rooms, strict=True)):
        tick(n, of + 1)
        if chart.drawable(one.figure):
            wide = chart.SLIDE_WIDTH
            tall = room * wide / _SLIDE_POINTS
            drawn = pdf_drawing.legibly(one.figure, wide, int(tall), tall, _SLIDE_POINTS)
            told["views"][n]["svg"] = drawn
            if not drawn:
                table = replace(one.figure, drawn=legible.tabled(one.figure, t))
                told["views"][n]["listing"] = _listed(table, t)
    tick(of, of + 1)
    made = _typeset("slides.typ", told, given.created, lambda: tick(of, of + 1))
    tick(of + 1, of + 1)
    return made


def _slide(one: View, n: int, of: int, t: Texts) -> dict[str, Any]:
    told = pdf_words.view(one, n, of, t)
    told["listing"] = _listed(one.figure, t)
    return told


def _listed(figure: Figure, t: Texts) -> dict[str, Any] | None:
    return pdf_words.listing(figure, _SLIDE_ROWS, _SLIDE_LETTERS, t, _LONGEST_CELL)


def brief(given: Handout, tick: Tick = silent) -> bytes:
    """A brief on A4: cover and contents of several, a page for each view, the sources."""
    t, of = texts.in_language(given.lang), len(given.views)
    numbered = pdf_words.numbered(given)
    told = pdf_words.document(given, t)
    told["views"] = []
    for n, one in enumerate(given.views, 1):
        tick(n - 1, of + 1)
        told["views"].append(_page(one, n, of, numbered, t))
    tick(of, of + 1)
    told["cited"] = pdf_words.cited(given, t)
    made = _typeset("brief.typ", told, given.created, lambda: tick(of, of + 1))
    tick(of + 1, of + 1)
    return made


def _page(one: View, n: int, of: int, numbered: Mapping[str, int], t: Texts) -> dict[str, Any]:
    told = pdf_words.view(one, n, of, t)
    if chart.drawable(one.figure):
        room = (_PAGE_WIDTH, _PAGE_HEIGHT, _PAGE_TALLEST, _PAGE_POINTS)
        told["svg"] = pdf_drawing.legibly(one.figure, *room)
        told["table"] = asdict(pdf_table.reading(one.figure.table, numbered, t))
    told["listing"] = pdf_words.listing(one.figure, pdf_table.MOST_ROWS, _PAGE_LETTERS, t)
    return told


def _rooms(template: str, told: dict[str, Any], wanted: Callable[[], None]) -> list[float]:
    """The height in points that each view of `told` leaves to its drawing."""
    asked = {**_asked(template, told), "query": "<room>"}
    return [float(room) for room in json.loads(pdf_setter.run(asked, wanted))]


def _typeset(template: str, told: dict[str, Any], made: date, wanted: Callable[[], None]) -> bytes:
    """The PDF that `template` makes of `told`, dated `made`. Raises `NotSet` when it cannot."""
    midnight = datetime.combine(made, time(), UTC)
    asked = {**_asked(template, told), "timestamp": int(midnight.timestamp())}
    return pdf_setter.run(asked, wanted)


def _asked(template: str, told: dict[str, Any]) -> dict[str, Any]:
    return {"template": str(_TEMPLATES / template), "fonts": str(fonts.folder()), "told": told}
