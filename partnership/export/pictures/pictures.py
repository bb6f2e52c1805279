"""A figure as a picture that stands alone: title, finding, drawing, sources, licence, address."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from partnership import palette
from partnership.charts import look
from partnership.export import chart
from partnership.export import handout as handouts
from partnership.export.handout import Handout, Tick, View, silent
from partnership.export.pictures import cards_picture, paper, svg_type, table_picture
from partnership.export.pictures.table_picture import Drawing
from partnership.export.type import fonts, lettering
from partnership.figures.figure import Listing
from partnership.language import texts
from partnership.language.readable import Table
from partnership.language.texts import Texts
from partnership.wording.sentences import joined

WIDTH = 900
_SCALE = 2
_TITLE, _SUBTITLE, _FOOT = 19, 13, 11
"""Pixels of type."""


def svg(handout: Handout, _tick: Tick = silent) -> bytes:
    """SVG of the first view, `WIDTH` pixels wide and more for its margins, on paper."""
    t, view = texts.in_language(handout.lang), handout.views[0]
    drawn = chart.svg(specification(handout))
    return svg_type.finished(drawn, view.heading, view.figure.alt, t.spoken).encode("utf-8")


def png(handout: Handout, _tick: Tick = silent) -> bytes:
    """PNG of the first view at twice the size of the SVG."""
    t, view = texts.in_language(handout.lang), handout.views[0]
    ink, soft = palette.INK.light, palette.SOFT.light
    above = [paper.Words(view.heading, _TITLE, 24, ink, 4, bold=True)]
    above += [paper.Words(line, _SUBTITLE, 17, soft) for line in _under(view, t)]
    above[-1] = replace(above[-1], after=14)
    drawing = drawing_of(view, t)
    below = [paper.Words(line, _FOOT, 14, soft) for line in _last(view, handout, drawing, t)]
    below[0] = replace(below[0], before=10)
    drawn = chart.raster(drawing.specification, _SCALE)
    about = {
        "Title": view.heading,
        "Description": view.figure.alt,
        "Author": t("Italy–Kazakhstan partnership dashboard"),
    }
    return paper.sheet(drawn, above, below, _SCALE, about)


def specification(handout: Handout) -> dict[str, Any]:
    """A self-contained Vega-Lite specification: background, type, title, sources."""
    t, view = texts.in_language(handout.lang), handout.views[0]
    drawing = drawing_of(view, t)
    drawn, room = drawing.specification, drawing.width
    foot = "\n".join(_last(view, handout, drawing, t))
    return {
        "$schema": drawn.pop("$schema"),
        "datasets": drawn.pop("datasets", {}),
        "params": drawn.pop("params", []) if "vconcat" in drawn else _height(drawn),
        "config": drawn.pop("config"),
        "background": drawn.pop("background"),
        "padding": paper.MARGIN,
        "title": {
            "text": _wrapped(view.heading, _TITLE, room, bold=True),
            "subtitle": _wrapped("\n".join(_under(view, t)), _SUBTITLE, room),
            "anchor": "start",
            "fontSize": _TITLE,
            "subtitleFontSize": _SUBTITLE,
            "subtitleLineHeight": 17,
            "subtitlePadding": 8,
            "offset": 18,
        },
        "vconcat": [drawn, _foot(_wrapped(foot, _FOOT, room), room)],
        "spacing": 12,
    }


def _height(drawn: dict[str, Any]) -> list[dict[str, Any]]:
    """The height, which expressions ask for: with a foot under it a drawing has no signal of it."""
    height = drawn.get("height")
    return [{"name": "height", "value": height}] if isinstance(height, int | float) else []


def drawing_of(view: View, t: Texts) -> Drawing:
    """The drawing of a view on paper; where there is nothing to draw, the reason."""
    why, drawn = handouts.nothing_shown(view, t), view.figure.drawn
    if chart.drawable(view.figure):
        drawing = Drawing(chart.specification(view.figure, WIDTH), WIDTH)
    else:
        reason = Listing("facts", ({"label": why},))
        read = drawn if isinstance(drawn, Listing | Table) and not why else reason
        drawing = _read(read, t)
        drawing.specification["config"] = look.config({"padding": 0}, fonts.FAMILY)
    drawing.specification.pop("autosize", None)
    drawing.specification["background"] = palette.PAPER.light
    return drawing


def _read(read: Listing | Table, t: Texts) -> Drawing:
    if isinstance(read, Listing) and read.kind == "numbers":
        return cards_picture.cards(read, t)
    return table_picture.table(read, t)


def _under(view: View, t: Texts) -> list[str]:
    filters = " · ".join(view.filters(t))
    finding = "" if view.figure.table.empty else view.finding
    return [line for line in (view.subtitle, finding, filters) if line]


def _last(view: View, handout: Handout, drawing: Drawing, t: Texts) -> list[str]:
    rest = drawing.left_out
    if rest and view.address:
        rest = joined(rest, t("The whole table is at the address below."))
    lines = [rest, handouts.plain(view.figure.note), handouts.source_line(view.figure, t)]
    lines.append(" · ".join(p for p in (t.day(handout.created), t.quote(view.address)) if p))
    return [line for line in lines if line]


def _foot(lines: list[str], width: int) -> dict[str, Any]:
    return {
        "data": {"values": [{"words": lines}]},
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "x": 0,
            "y": 0,
            "fontSize": _FOOT,
            "lineHeight": 14,
            "color": palette.SOFT.light,
            "description": " ".join(lines),
        },
        "encoding": {"text": {"field": "words"}},
        "width": width,
        "height": 14 * len(lines),
        "view": {"stroke": None},
    }


def _wrapped(words: str, size: int, room: float, *, bold: bool = False) -> list[str]:
    """The lines of words in type of `size` pixels; signs that it lacks as they will be drawn."""
    return lettering.lines(lettering.shown(words), size, bold, room)
