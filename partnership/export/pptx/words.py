"""Words on slides: safe for the file, in the right direction, sized so that they fit."""

from __future__ import annotations

import unicodedata
from typing import Any

from partnership import palette
from partnership.export.type import lettering, signs
from partnership.palette import Shade

ARIAL, WIDEST_ARIAL = 1.11, 1.24
"""How much wider Arial is than the typeface that we measure in: on average, and at most."""
_LEADING = 1.2
Box = tuple[float, float, float, float]
"""Left, top, width and height in inches."""


def rgb(colour: str) -> Any:
    """`#rrggbb` as PowerPoint's own value."""
    from pptx.dml.color import RGBColor

    colour_type: Any = RGBColor
    return colour_type(*palette.rgb(colour)[:3])


def points(size: float) -> Any:
    """A size of type, or the width of a line."""
    from pptx.util import Pt

    return Pt(size)


def width_of(words: str, size: float, wider: float = ARIAL) -> float:
    """Inches of words of `size` points on one line in Arial, which is `wider` than our typeface."""
    return lettering.width(words, size) * wider / 72


def height_of(
    words: str, size: float, width: float, *, bold: bool = False, wider: float = WIDEST_ARIAL
) -> float:
    """Inches of words of `size` points in a box of `width` inches."""
    # As if the box were narrower by what Arial is wider.
    lines = lettering.lines(signs.xml(words), size, bold, width * 72 / wider)
    return len(lines) * size * _LEADING / 72


def fitting(
    words: str, sizes: tuple[float, ...], width: float, height: float, *, bold: bool = False
) -> float:
    """The first of `sizes` (points) at which words fit a box; the last if none does."""
    fits = (s for s in sizes if height_of(words, s, width, bold=bold) <= height)
    return next(fits, sizes[-1])


def shortened(words: str, longest: int) -> str:
    """At most `longest` characters on one line, cut between words where it can be."""
    words = " ".join(words.split())
    if len(words) <= longest:
        return words
    cut = words[: longest - 1]
    at = cut.rfind(" ")
    return (cut[:at] if at > longest // 2 else cut).rstrip(" ,;:") + "…"


def box(slide: Any, place: Box, name: str = "") -> Any:
    """The text frame of a new text box without insets."""
    from pptx.util import Inches

    shape = slide.shapes.add_textbox(*(Inches(v) for v in place))
    if name:
        shape.name = name
    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def add(
    paragraph: Any,
    words: str,
    *,
    size: float | None = None,
    shade: Shade | None = None,
    bold: bool | None = None,
    link: str = "",
) -> Any:
    """A run of words at the end of a paragraph, which turns right to left where they do."""
    run = paragraph.add_run()
    run.text = signs.xml(" ".join(words.split("\n")))
    if size is not None:
        run.font.size = points(size)
    if shade is not None:
        run.font.color.rgb = rgb(shade.light)
    if bold is not None:
        run.font.bold = bold
    if link.startswith(("http://", "https://")):
        run.hyperlink.address = signs.xml(link)
    if from_right(words):
        paragraph._p.get_or_add_pPr().set("rtl", "1")
    return run


def from_right(words: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    for letter in words:
        way = unicodedata.bidirectional(letter)
        if way in ("L", "R", "AL"):
            return way != "L"
    return False


def put(frame: Any, words: str, **look: Any) -> None:
    """Replace the words of a frame, one paragraph a line; `look` as for `add`."""
    for n, line in enumerate(words.split("\n")):
        paragraph = frame.paragraphs[0] if n == 0 else frame.add_paragraph()
        add(paragraph, line, **look)


def line(
    slide: Any, start: tuple[float, float], end: tuple[float, float], shade: Shade, width: float
) -> Any:
    """A straight line between two places in inches, `width` points thick."""
    from pptx.enum.shapes import MSO_CONNECTOR
    from pptx.util import Inches

    ends = (Inches(v) for v in (*start, *end))
    shape = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    _unstyled(shape)
    _decorative(shape)
    shape.line.color.rgb, shape.line.width = rgb(shade.light), points(width)
    return shape


def plain(shape: Any, shade: Shade) -> Any:
    """A shape of one colour without outline and shadow."""
    _unstyled(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(shade.light)
    shape.line.fill.background()
    return shape


def _unstyled(shape: Any) -> None:
    """Without the shadow that a theme gives to shapes."""
    for style in shape._element.findall("{*}style"):
        shape._element.remove(style)


def _decorative(shape: Any) -> None:
    """Mark a shape as one that a screen reader passes over, as PowerPoint does since 2019."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    mark = (
        f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
        ' val="1"/></a:ext></a:extLst>'
    )
    shape._element.xpath(".//p:cNvPr")[0].append(parse_xml(mark))


def chips(slide: Any, words: tuple[str, ...], left: float, top: float, right: float) -> None:
    """The filters that are set, each in a small rounded box, in one row."""
    from pptx.enum.shapes import MSO_SHAPE
    from pptx.enum.text import PP_ALIGN
    from pptx.util import Inches

    for label in words:
        label = shortened(label, 60)
        width = width_of(label, 12, WIDEST_ARIAL) + 0.3
        if left + width > right:
            return
        place = (Inches(left), Inches(top), Inches(width), Inches(0.27))
        shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *place)
        shape.adjustments[0] = 0.5
        plain(shape, palette.LAND)
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.word_wrap = False
        frame.paragraphs[0].alignment = PP_ALIGN.CENTER
        add(frame.paragraphs[0], label, size=12, shade=palette.INK)
        left += width + 0.12
