"""The same views give the same bytes, and files say truly what they are, whose and of which day."""

from __future__ import annotations

import html
import re
import time
import zipfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pypdf
import pytest
from pptx import Presentation

from partnership.decks.deck import Deck, Slide
from partnership.export import BY_KEY, handout
from partnership.export.handout import Handout
from partnership.state import State

_DAY = date(2025, 3, 4)
_MANY = [key for key, one in BY_KEY.items() if one.many]
_OURS = "Italy–Kazakhstan partnership dashboard"


def _handout() -> Handout:
    ids = ("trade.gap", "stakes.btc", "companies.table", "overview.map")
    deck = Deck("Goods & <stakes>", tuple(Slide(i, State()) for i in ids))
    deck_today = handout.of_deck(deck, "en", lambda i, _state: f"https://example.org/{i}")
    return Handout(deck_today.title, deck_today.views, deck_today.lang, _DAY)


def _inside(archive: bytes) -> Iterator[tuple[zipfile.ZipInfo, bytes]]:
    """Every file of an archive, and of the archives in it."""
    with zipfile.ZipFile(BytesIO(archive)) as opened:
        for one in opened.infolist():
            content = opened.read(one)
            yield one, content
            if content.startswith(b"PK"):
                yield from _inside(content)


@pytest.mark.parametrize("key", _MANY)
def test_a_file_written_twice_is_the_same(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    several = _handout()
    first = BY_KEY[key].write(several, handout.silent)
    now, local = time.time, time.localtime
    monkeypatch.setattr(time, "time", lambda: now() + 4e6)
    monkeypatch.setattr(time, "localtime", lambda at=None: local(4e6 + (at or now())))
    assert BY_KEY[key].write(several, handout.silent) == first


@pytest.mark.parametrize("key", ["xlsx", "pptx", "zip"])
def test_no_clock_is_in_an_archive(key: str) -> None:
    archive = BY_KEY[key].write(_handout(), handout.silent)
    for one, content in _inside(archive):
        # The library of workbooks dates the files in them by the first day that there is.
        assert one.date_time in ((*_DAY.timetuple()[:3], 0, 0, 0), (1980, 1, 1, 0, 0, 0))
        days = re.findall(rb"<dcterms:\w+[^>]*>([^<]*)<", content)
        assert set(days) <= {f"{_DAY}T00:00:00Z".encode()}, one.filename


def test_a_presentation_counts_its_slides_and_names_them() -> None:
    content = BY_KEY["pptx"].write(_handout(), handout.silent)
    archive = zipfile.ZipFile(BytesIO(content))
    about = archive.read("docProps/app.xml").decode()
    slides = list(Presentation(BytesIO(content)).slides)
    assert "Macintosh" not in about
    assert "4:3" not in about
    assert f"<Application>{_OURS}</Application>" in about
    assert f"<Slides>{len(slides)}</Slides><Notes>4</Notes>" in about
    titles = about.split("<TitlesOfParts>")[1]
    assert f'size="{len(slides)}"' in titles
    listed = re.findall("<vt:lpstr>([^<]*)</vt:lpstr>", titles)
    assert listed[0] == "Goods &amp; &lt;stakes&gt;"
    shown = [slide.shapes.title.text_frame.text for slide in slides]
    assert [html.unescape(s) for s in listed[1:]] == shown[1:]
    # What the library's template brings along is nobody's.
    assert not [n for n in archive.namelist() if "thumbnail" in n or "printerSettings" in n]


@pytest.mark.parametrize("key", ["pdf", "brief"])
def test_a_pdf_says_whose_it_is_and_in_which_language(key: str) -> None:
    document = pypdf.PdfReader(BytesIO(BY_KEY[key].write(_handout(), handout.silent)))
    assert document.metadata is not None
    assert document.metadata.title == "Goods & <stakes>"
    assert document.metadata.author == _OURS
    assert document.metadata.creation_date is not None
    assert document.metadata.creation_date.date() == _DAY
    assert str(document.root_object["/Lang"]) == "en"
