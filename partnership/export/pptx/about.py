"""The properties of a presentation: title, author, days, how many slides and their titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, time
from html import escape
from itertools import count
from typing import Any

from pptx.oxml.ns import qn

from partnership.export.handout import Handout
from partnership.export.type import signs
from partnership.language.texts import Texts

_RUNS = tuple(qn(f"a:{name}") for name in ("rPr", "endParaRPr"))
_APP = "/docProps/app.xml"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006"
_LEFT_BEHIND = ("/thumbnail", "/printerSettings")
"""Ends of the types of parts in the library's template that are removed: a picture of an empty
slide, and the settings of a printer."""


def describe(deck: Any, handout: Handout, t: Texts) -> None:
    """Fill in the properties of a presentation whose slides are all there."""
    ours = t("Italy–Kazakhstan partnership dashboard")
    about = deck.core_properties
    about.title = signs.xml(handout.title)[:250]
    about.author = about.last_modified_by = ours
    about.language = t.spoken
    about.created = about.modified = datetime.combine(handout.created, time())
    about.subject = about.keywords = about.comments = ""
    package = deck.part.package
    for holder in (package, deck.part):
        rels = holder._rels
        for number in [n for n, one in rels.items() if one.reltype.endswith(_LEFT_BEHIND)]:
            rels.pop(number)
    part = next(one for one in package.iter_parts() if one.partname == _APP)
    part._blob = _counted(deck, ours)


def apart(titles: Sequence[str], t: Texts) -> list[str]:
    """Titles, those that are alike with a number: whoever hears a list of them knows them apart."""
    alike = Counter(titles)
    numbers = {words: count(1) for words, n in alike.items() if n > 1}
    return [
        f"{words} ({t('{number} of {count}', number=next(numbers[words]), count=alike[words])})"
        if words in numbers
        else words
        for words in titles
    ]


def speak(deck: Any, t: Texts) -> None:
    """Mark every run of words with its language, for whoever reads or corrects them aloud."""
    parts = [slide.part for slide in deck.slides]
    parts += [slide.notes_slide.part for slide in deck.slides if slide.has_notes_slide]
    for part in parts:
        for run in part._element.iter(*_RUNS):
            run.set("lang", t.tag)


def _counted(deck: Any, ours: str) -> bytes:
    """The properties that programs count, and the titles of the slides with how many there are."""
    slides = list(deck.slides)
    titles = [signs.xml(slide.shapes.title.text_frame.text) for slide in slides]
    listed = "".join(f"<vt:lpstr>{escape(title)}</vt:lpstr>" for title in titles)
    notes = sum(slide.has_notes_slide for slide in slides)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_TYPES}/extended-properties" xmlns:vt="{_TYPES}/docPropsVTypes">'
        f"<Application>{escape(ours)}</Application>"
        "<PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{len(slides)}</Slides><Notes>{notes}</Notes><HiddenSlides>0</HiddenSlides>"
        '<HeadingPairs><vt:vector size="2" baseType="variant">'
        "<vt:variant><vt:lpstr>Slide Titles</vt:lpstr></vt:variant>"
        f"<vt:variant><vt:i4>{len(slides)}</vt:i4></vt:variant></vt:vector></HeadingPairs>"
        f'<TitlesOfParts><vt:vector size="{len(slides)}" baseType="lpstr">{listed}</vt:vector>'
        f"</TitlesOfParts><Company>{escape(ours)}</Company></Properties>"
    ).encode()
