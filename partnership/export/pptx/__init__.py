"""A PowerPoint presentation: native, editable charts, pictures of what has no native chart.

One figure is one slide; of more, a cover stands before and the list of sources after them. Each
slide carries its filters, finding, source, date and address; the speaker's notes hold the rest.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from partnership import palette
from partnership.export import chart, legible, zipped
from partnership.export import handout as handouts
from partnership.export.handout import Handout, Tick, View, silent
from partnership.export.pptx import about as slides_about
from partnership.export.pptx import foot as slides_foot
from partnership.export.pptx import lists as slides_lists
from partnership.export.pptx import master as slides_master
from partnership.export.pptx import native, plots
from partnership.export.pptx import words as slides_words
from partnership.export.pptx.words import Box
from partnership.export.type import signs
from partnership.figures.figure import Figure, Listing
from partnership.language import texts
from partnership.language.readable import Table
from partnership.language.texts import Texts

_BOTTOM = 6.62
_EMU = 914400
_PIXELS = 66
"""Of a drawing to an inch of a slide, so that its type of 12 pixels is one of 13 points."""
_LEAST_HEIGHT = 0.8
"""Share of its own height that a drawing needs, or its labels would overlap."""
_LARGEST = 1.35
"""Times that type can grow in a drawing before its labels meet."""
_NARROW = 1.3
"""Times that a box is wider than a picture from which on the picture is drawn wider."""


def pptx(handout: Handout, tick: Tick = silent) -> bytes:
    """The presentation as a file; 16 to 9, one slide a view."""
    t = texts.in_language(handout.lang)
    deck = slides_master.new()
    many = len(handout.views) > 1
    if many:
        _cover(deck, handout, t)
    headings = slides_about.apart([view.heading for view in handout.views], t)
    for n, (view, heading) in enumerate(zip(handout.views, headings, strict=True)):
        tick(n, len(handout.views))
        _slide(deck, view, heading, handout, t)
    if many:
        slides_foot.sources_of(deck, handout, t)
    slides_foot.numbered(deck, t)
    slides_about.describe(deck, handout, t)
    slides_about.speak(deck, t)
    tick(len(handout.views), len(handout.views))
    buffer = BytesIO()
    deck.save(buffer)
    return zipped.dated(buffer.getvalue(), handout.created)


def _layout(deck: Any, name: str) -> Any:
    return deck.slide_layouts.get_by_name(name)


def _cover(deck: Any, handout: Handout, t: Texts) -> None:
    slide = deck.slides.add_slide(_layout(deck, "Title Slide"))
    title, under = slide.placeholders[0], slide.placeholders[1]
    slides_words.put(title.text_frame, handout.title)
    count = t.plural("{count} figure", "{count} figures", len(handout.views))
    slides_words.put(
        under.text_frame,
        f"{t('Italy–Kazakhstan partnership dashboard')}\n{t.day(handout.created)} · {count}",
    )


def _slide(deck: Any, view: View, heading: str, handout: Handout, t: Texts) -> None:
    slide = deck.slides.add_slide(_layout(deck, "Figure"))
    top = _headed(slide, view, heading)
    filters = view.filters(t)
    bottom = _BOTTOM - (0.36 if filters else 0.0)
    slides_words.chips(
        slide, filters, slides_master.MARGIN, bottom + 0.09, slides_master.WIDE - 0.6
    )
    room = (slides_master.MARGIN, top, slides_master.ROOM, bottom - top)
    _body(slide, view, room, handout.created, t)
    slides_foot.add(slide, view, handout, t)
    slide.notes_slide.notes_text_frame.text = signs.xml(slides_foot.notes(view, t))


def _headed(slide: Any, view: View, heading: str) -> float:
    """Title, subtitle and finding; the height (in inches) at which the drawing may begin."""
    room = slides_master.ROOM
    title = slide.shapes.title
    size = slides_words.fitting(heading, (26, 24, 22, 20, 18, 14), room, 0.92, bold=True)
    slides_words.put(title.text_frame, heading, size=size)
    tall = min(1.0, slides_words.height_of(heading, size, room, bold=True) + 0.06)
    _at(title, slides_master.TOP, tall)
    top = slides_master.TOP + tall + 0.06
    for number, words, sizes, most in (
        (slides_master.SUBTITLE, view.subtitle, (15, 13), 0.36),
        (slides_master.FINDING, _finding(view), (17, 15, 14, 13), 0.62),
    ):
        shape = slide.placeholders[number]
        if not words:
            shape._element.getparent().remove(shape._element)
            continue
        size = slides_words.fitting(words, sizes, room, most)
        tall = min(most + 0.25, slides_words.height_of(words, size, room))
        slides_words.put(shape.text_frame, words, size=size)
        _at(shape, top, tall)
        top += tall + 0.08
    return top + 0.1


def _at(shape: Any, top: float, tall: float) -> None:
    shape.left, shape.width = (round(v * _EMU) for v in (slides_master.MARGIN, slides_master.ROOM))
    shape.top, shape.height = round(top * _EMU), round(tall * _EMU)


def _finding(view: View) -> str:
    """The finding; for an empty figure the slide shows it instead of a drawing."""
    return "" if view.figure.table.empty else view.finding


def _body(slide: Any, view: View, place: Box, created: date, t: Texts) -> None:
    figure = view.figure
    why = handouts.nothing_shown(view, t)
    if why:
        frame = slides_words.box(slide, (place[0], place[1] + 0.9, place[2] * 0.75, 2.0))
        slides_words.put(frame, why, size=22, shade=palette.SOFT)
    elif isinstance(figure.drawn, Listing | Table):
        slides_lists.add(slide, figure.drawn, place, figure.alt, t)
    else:
        found = plots.plot(figure)
        if found is None:
            _picture(slide, figure, place, t)
        else:
            native.add(slide, found, place, figure.alt, created)


def _picture(slide: Any, figure: Figure, place: Box, t: Texts) -> None:
    """The drawing at twice its size, as large as fits, in the middle; its table where too small."""
    left, top, width, height = place
    drawing = _legibly(_drawn(figure, width, height), width, height)
    if drawing is None:
        slides_lists.add(slide, legible.tabled(figure, t), place, figure.alt, t)
        return
    data = chart.png(drawing)
    ratio = _ratio(data)
    wide = min(width, height * ratio)
    tall = wide / ratio
    box = (left + (width - wide) / 2, top + (height - tall) / 2, wide, tall)
    shape = slide.shapes.add_picture(BytesIO(data), *(round(v * _EMU) for v in box))
    shape._element.nvPicPr.cNvPr.set("descr", signs.xml(figure.alt))


def _legibly(drawing: dict[str, Any], width: float, height: float) -> dict[str, Any] | None:
    """The drawing with type that is large enough in a room of inches; `None` if there is none.

    Larger type may make the whole drawing larger, which makes all of it smaller in its room.
    """
    times = 1.0
    for _ in range(3):
        larger = legible.enlarged(drawing, times)
        svg = chart.svg(larger)
        wide, tall = chart.size(svg)
        wanted = legible.growth(svg, 72 * min(width / wide, height / tall))
        if wanted <= 1:
            return larger
        times *= 1.01 * wanted
        if times > _LARGEST:
            break
    return None


def _ratio(data: bytes) -> float:
    """How many times wider than high a PNG is."""
    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        return image.width / image.height


def _drawn(figure: Figure, width: float, height: float) -> dict[str, Any]:
    """The drawing for a box in inches. A tall one keeps most of its height and grows in width."""
    tall = max(round(height * _PIXELS), round(_LEAST_HEIGHT * figure.height))
    wide = round(max(width * _PIXELS, tall * width / height))
    drawing = chart.specification(figure, wide, tall)
    across, down = chart.size(chart.svg(drawing))
    narrow = width / height / (across / down)
    if narrow < _NARROW:
        return drawing
    return chart.specification(figure, round(wide * min(narrow, 3.0)), tall)
