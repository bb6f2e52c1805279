"""The foot of slides, the speaker's notes, and the last slides: every source."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from partnership import palette
from partnership.export import handout as handouts
from partnership.export.handout import Handout, View
from partnership.export.pptx import about
from partnership.export.pptx import master as slides_master
from partnership.export.pptx import words as slides_words
from partnership.language.texts import Texts

_LONGEST_SOURCE = 290
"""Letters of two lines at the foot."""
_SOURCE_SIZE = 12
_COLUMN_GAP = 0.5


def add(slide: Any, view: View, handout: Handout, t: Texts) -> None:
    """Source, day and address of a figure, in the footer's placeholder."""
    frame = _copied(slide, "ftr").text_frame
    lines = [handouts.source_line(view.figure, t, most) for most in (3, 2, 1)]
    source = next((s for s in lines if len(s) <= _LONGEST_SOURCE), lines[-1])
    source = slides_words.shortened(source, _LONGEST_SOURCE)
    last = frame.paragraphs[0]
    if source:
        slides_words.add(last, source, size=10.5, shade=palette.SOFT)
        last = frame.add_paragraph()
    slides_words.add(last, t.day(handout.created), size=10.5, shade=palette.SOFT)
    if view.address:
        shown = view.address.split("://", 1)[-1]
        shown = shown if len(shown) <= 90 else f"{shown[:89]}…"
        slides_words.add(last, " · ", size=10.5, shade=palette.SOFT)
        slides_words.add(last, t.quote(shown), size=10.5, link=view.address)


def _copied(slide: Any, kind: str) -> Any:
    """The placeholder of a kind of the slide's layout, on the slide, empty."""
    original = next(
        p
        for p in slide.slide_layout.placeholders
        if p._element.find(".//{*}nvPr/{*}ph").get("type") == kind
    )
    copy = deepcopy(original._element)
    slide.shapes._spTree.append(copy)
    copy.find(".//{*}cNvPr").set("id", str(900 + len(slide.shapes)))
    shape = list(slide.shapes)[-1]
    body = shape.text_frame._txBody
    for old in list(body.findall("{*}p"))[1:]:
        body.remove(old)
    for old in list(body.find("{*}p")):
        body.find("{*}p").remove(old)
    return shape


def notes(view: View, t: Texts) -> str:
    """The notes of the speaker: own words, finding, note, every source, the address."""
    figure = view.figure
    cited = [
        " · ".join(p for p in (words, row.url, row.licence_url) if p)
        for row, words in handouts.cited(figure.source_ids, t)
    ]
    parts = [
        view.notes,
        figure.title,
        view.finding,
        handouts.plain(figure.note),
        "; ".join(view.filters(t)),
        "\n".join([t("Sources:"), *cited]) if cited else "",
        view.address,
    ]
    return "\n\n".join(p for p in parts if p)


def sources_of(deck: Any, handout: Handout, t: Texts) -> None:
    """Every source with its date and licence, in two columns, on as many slides as it takes."""
    width = (slides_master.ROOM - _COLUMN_GAP) / 2
    top = slides_master.TOP + 0.8
    room = slides_master.FOOT_BOX[1] - top - 0.1
    column, used, frame = 2, 0.0, None
    listed: list[Any] = []
    for row, words in handouts.cited(handout.source_ids, t):
        tall = slides_words.height_of(f"{words}  {row.url[8:38]}", _SOURCE_SIZE, width) + 0.1
        if frame is None or used + tall > room:
            column, used = column + 1, 0.0
            if column > 1:
                column = 0
                listed.append(_listed(deck))
            left = slides_master.MARGIN + column * (width + _COLUMN_GAP)
            frame = slides_words.box(listed[-1], (left, top, width, room))
            paragraph = frame.paragraphs[0]
        else:
            paragraph = frame.add_paragraph()
        _cited(paragraph, words, row.url)
        used += tall
    for slide, title in zip(listed, about.apart([t("Sources")] * len(listed), t), strict=True):
        slides_words.put(slide.shapes.title.text_frame, title)


def _listed(deck: Any) -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name("Figure"))
    for number in (slides_master.SUBTITLE, slides_master.FINDING):
        shape = slide.placeholders[number]
        shape._element.getparent().remove(shape._element)
    return slide


def _cited(paragraph: Any, words: str, url: str) -> None:
    from urllib.parse import urlsplit

    from pptx.util import Pt

    paragraph.space_after = Pt(5)
    slides_words.add(paragraph, words, size=_SOURCE_SIZE, shade=palette.INK)
    host = urlsplit(url).netloc
    if host:
        slides_words.add(paragraph, "  ", size=_SOURCE_SIZE)
        slides_words.add(paragraph, host, size=_SOURCE_SIZE, link=url)


def numbered(deck: Any, t: Texts) -> None:
    """`n of N` on every slide but the cover, the number as a field that follows the slide."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    count = len(deck.slides)
    if count == 1:
        return
    for n, slide in enumerate(deck.slides, 1):
        if slide.slide_layout.name != "Figure":
            continue
        paragraph = _copied(slide, "sldNum").text_frame.paragraphs[0]
        before, after = t("{number} of {count}", number="\0", count=count).split("\0")
        if before:
            slides_words.add(paragraph, before, size=12, shade=palette.SOFT)
        number = parse_xml(
            f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
            f'<a:rPr sz="1200"/><a:t>{n}</a:t></a:fld>'
        )
        paragraph._p.append(number)
        slides_words.add(paragraph, after, size=12, shade=palette.SOFT)
