"""The first slide of a deck as a small picture: its heading and its drawing, light or dark."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Any

from partnership import palette
from partnership.export import chart
from partnership.export.handout import View
from partnership.export.pictures import pictures
from partnership.export.type import lettering
from partnership.language.texts import Texts

WIDTH, HEIGHT = 960, 540
"""Pixels; it is shown at about a quarter of its width."""
_MARGIN, _HEADING, _LINE = 36, 42, 50
_MOST_LINES = 2
_SCALE = 1
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")


def png(view: View, theme: str, t: Texts) -> bytes:
    """The cover of a deck that begins with `view`, for a page in `theme`, as PNG."""
    from PIL import Image, ImageDraw

    specification = _in_theme(pictures.drawing_of(view, t).specification, theme)
    drawn = Image.open(BytesIO(chart.raster(specification, _SCALE))).convert("RGBA")
    cover = Image.new("RGB", (WIDTH, HEIGHT), getattr(palette.PAPER, theme))
    pen, room = ImageDraw.Draw(cover), WIDTH - 2 * _MARGIN
    heading = lettering.shown(view.heading)
    lines = lettering.lines(heading, _HEADING, True, room)[:_MOST_LINES]
    for n, line in enumerate(lines):
        face = lettering.face(_HEADING, True)
        at = (_MARGIN, _MARGIN + n * _LINE)
        pen.text(at, line, fill=getattr(palette.INK, theme), font=face)
    top = _MARGIN + len(lines) * _LINE + _MARGIN // 2
    by = min(room / drawn.width, (HEIGHT - top - _MARGIN // 2) / drawn.height)
    small = drawn.resize((round(drawn.width * by), round(drawn.height * by)))
    cover.paste(small, ((WIDTH - small.width) // 2, top), small)
    buffer = BytesIO()
    cover.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _in_theme(specification: dict[str, Any], theme: str) -> dict[str, Any]:
    text = json.dumps(specification)
    themed: dict[str, Any] = json.loads(
        _COLOUR.sub(lambda found: palette.recolour(found.group(), theme), text)
    )
    return themed
