"""PDF files, opened again with pypdf: words, bookmarks, language, tags, typefaces, pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import altair as alt
import pandas as pd
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from partnership.charts import altair
from partnership.decks.deck import Deck, Slide
from partnership.export import handout, pdf
from partnership.export.handout import Cancelled, Handout, View
from partnership.figures.figure import Figure, Listing
from partnership.language.readable import Column, Table
from partnership.state import State

ADDRESS = "https://dashboard.example.org/stakes?consortium=karachaganak"
NOTE = "Pause here before the second slide."
RUSSIAN = "Товарооборот Италии и Казахстана вырос"
KAZAKH = "Қазақстанның мұнай өңдеу өнімі төмендеді"
HOSTILE = (
    "#set page(width: 1cm)",
    "$x^2$ *a* _b_ `c` \\u{41} \\",
    "<b>bold</b> </script><!-- ]]> &amp;",
    "@label <label> = heading // comment /* comment */",
    '=cmd|"/c calc"!A1',
)
_PAGE = {"slides": (960, 540), "brief": (595.28, 841.89)}


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def words(reader: PdfReader) -> str:
    """All text of a file."""
    return flat("\n".join(page.extract_text() for page in reader.pages))


def flat(words: str) -> str:
    """Words with single blanks, and without the places where a line may break."""
    return " ".join(words.replace("\u200b", "").split())


def bookmarks(reader: PdfReader) -> list[str]:
    return [str(one.title) for one in reader.outline if not isinstance(one, list)]


def tree(node: Any) -> Iterator[DictionaryObject]:
    """Every element below a node of the structure tree."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from tree(one)
    elif isinstance(node, DictionaryObject):
        yield node
        if "/K" in node:
            yield from tree(node["/K"])


def alts(reader: PdfReader) -> list[str]:
    root = reader.root_object["/StructTreeRoot"]
    return [str(one["/Alt"]) for one in tree(root) if "/Alt" in one]


def links(reader: PdfReader) -> set[str]:
    noted: Any = [page.get("/Annots", []) for page in reader.pages]
    notes = [one.get_object() for each in noted for one in each]
    return {str(n["/A"]["/URI"]) for n in notes if "/A" in n and "/URI" in n["/A"]}


def typefaces(reader: PdfReader) -> Iterator[DictionaryObject]:
    """The description of every typeface that the file uses."""
    for n in range(1, int(reader.trailer["/Size"])):  # type: ignore[call-overload]
        one = reader.get_object(n)
        if isinstance(one, DictionaryObject) and one.get("/Type") == "/FontDescriptor":
            yield one


def of_words(label: str, n: int = 1) -> Figure:
    """A bar chart of which every word is `label`."""
    table = pd.DataFrame({"name": [label, "b"], "value": [1.5, 2.0], "source_id": "bns_monthly"})
    data = alt.Data(values=table.to_dict("records"))
    whole = alt.Axis(labelLimit=0)
    bars = alt.Chart(data, height=200).mark_bar()
    drawn = bars.encode(x=alt.X("value:Q", title=label), y=alt.Y("name:N", axis=whole, title=None))
    chart = altair.custom(drawn, label)
    return Figure(f"t.{n}", label, chart, table, ("bns_monthly",), label, label, label)


def handout_of(*views: View, title: str = "A deck") -> Handout:
    return Handout(title, views, "en", date(2026, 3, 1))


@pytest.fixture(scope="module")
def deck() -> Handout:
    """A chart, a map, numbers, an empty figure and a table."""
    ids = ("stakes.karachaganak", "overview.numbers", "claims.evidence", "companies.table")
    slides = [Slide(i, State(), "", NOTE if n == 0 else "") for n, i in enumerate(ids)]
    slides[0] = replace(slides[0], headline="Nobody holds more than Eni")
    figures_of_deck = handout.of_deck(
        Deck("Four figures", tuple(slides)), "en", lambda _i, _s: ADDRESS
    )
    return replace(figures_of_deck, created=date(2026, 3, 1))


@pytest.fixture(scope="module")
def files(deck: Handout) -> dict[str, PdfReader]:
    return {"slides": opened(pdf.slides(deck)), "brief": opened(pdf.brief(deck))}


@pytest.mark.parametrize("kind", ["slides", "brief"])
def test_it_is_accessible(kind: str, deck: Handout, files: dict[str, PdfReader]) -> None:
    reader = files[kind]
    root: Any = reader.root_object
    assert bool(root["/MarkInfo"]["/Marked"])
    assert str(root["/Lang"]) == "en"
    assert reader.metadata is not None
    assert reader.metadata.title == "Four figures"
    assert reader.xmp_metadata is not None
    assert b"pdfuaid" in reader.xmp_metadata.stream.get_data()
    assert alts(reader) == [deck.views[0].figure.alt]
    headings = [v.heading for v in deck.views]
    assert bookmarks(reader) == [*headings, "Sources"]


@pytest.mark.parametrize("kind", ["slides", "brief"])
def test_typefaces_are_in_the_file(kind: str, files: dict[str, PdfReader]) -> None:
    found = list(typefaces(files[kind]))
    assert found
    for one in found:
        assert "SourceSansPro" in str(one["/FontName"])
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(one)


@pytest.mark.parametrize("kind", ["slides", "brief"])
def test_every_page_has_its_size(kind: str, files: dict[str, PdfReader]) -> None:
    for page in files[kind].pages:
        size = (float(page.mediabox.width), float(page.mediabox.height))
        assert size == pytest.approx(_PAGE[kind], abs=0.1)


@pytest.mark.parametrize("kind", ["slides", "brief"])
def test_each_view_says_what_it_is(kind: str, deck: Handout, files: dict[str, PdfReader]) -> None:
    shown = words(files[kind])
    for view in deck.views:
        assert view.heading in shown
        assert flat(view.finding) in shown
    assert "KazMunayGas" in shown  # a label of the pie
    assert "$16.9bn" in shown  # a card
    assert "licence" in shown or "publisher's terms" in shown
    assert "1 Mar 2026" in shown
    assert ADDRESS in links(files[kind])
    assert all(s.url in links(files[kind]) for s in _sources(deck) if s.url.startswith("http"))


def _sources(deck: Handout) -> list[Any]:
    from partnership.provenance import sources

    return sources.by_ids(deck.source_ids)


def test_a_slide_is_one_page_between_cover_and_sources(
    deck: Handout, files: dict[str, PdfReader]
) -> None:
    pages = [flat(p.extract_text()) for p in files["slides"].pages]
    assert "Four figures" in pages[0]
    assert "4 figures" in pages[0]
    for n, view in enumerate(deck.views, 1):
        assert view.heading in pages[n]
        assert f"{n} of 4" in pages[n]
    assert "Sources" in pages[5]
    assert NOTE not in words(files["slides"])
    assert "more rows are in the workbook" in pages[4]


def test_a_brief_has_contents_tables_notes_and_numbered_pages(files: dict[str, PdfReader]) -> None:
    reader = files["brief"]
    contents: Any = reader.pages[1]["/Annots"]
    pages = [flat(p.extract_text()) for p in reader.pages]
    assert "Contents" in pages[1]
    assert f"Page 2 of {len(pages)}" in pages[1]
    assert len(contents) >= 5  # the four figures and the sources
    assert "Holder Percent Shell 29.25 Eni 29.25" in pages[2]
    assert "Status: reported" in pages[2]
    assert NOTE in pages[2]
    assert "[1]" in pages[-1] or "[1]" in words(reader)


def test_an_empty_figure_says_why(deck: Handout, files: dict[str, PdfReader]) -> None:
    why = deck.views[2].figure.finding
    assert why
    for reader in files.values():
        assert words(reader).count(flat(why)) == 1


@pytest.mark.parametrize("kind", ["slides", "brief"])
@pytest.mark.parametrize("written", [RUSSIAN, KAZAKH, *HOSTILE])
def test_words_are_set_as_they_are_written(kind: str, written: str) -> None:
    view = View(of_words(written), State(), f"{written} 1", f"{written} 2", ADDRESS)
    reader = opened(getattr(pdf, kind)(handout_of(view, title=written)))
    found = words(reader)
    wanted = flat(written)
    # headline, title, finding, and in the drawing the title of its axis and a label
    assert found.count(wanted) >= 5
    assert bookmarks(reader)[0] == f"{written} 1"
    assert len(reader.pages) <= 2
    assert reader.metadata is not None
    assert reader.metadata.title == written


STRANGE = (
    "ж" * 5000,
    "العربية من اليمين إلى اليسار",
    "😀 🇰🇿 👩‍🚀",
    "a\x00b\x07c\ud800d\u202ee",
    "",
)


@pytest.mark.parametrize("kind", ["slides", "brief"])
@pytest.mark.parametrize(
    "written", STRANGE, ids=["long", "right-to-left", "emoji", "control", "none"]
)
def test_strange_words_break_no_file(kind: str, written: str) -> None:
    row = {"label": written, "value": written, "detail": written}
    columns = tuple(Column(key, written) for key in row)
    read: list[Listing | Table] = [Listing(k, (row,) * 3) for k in ("numbers", "events", "facts")]
    lists = [
        Figure(f"t.{n}", written, one, pd.DataFrame({"n": [1]}), (), written, written)
        for n, one in enumerate((*read, Table(columns, (row,) * 3)))
    ]
    drawn = of_words(written.replace("\ud800", "")[:200])
    views = [
        View(f, State(), written, written, "") for f in [*lists, replace(drawn, title=written)]
    ]
    reader = opened(getattr(pdf, kind)(handout_of(*views, title=written)))
    if kind == "slides":
        assert len(reader.pages) == 1 + len(views) + 1
    for page in reader.pages:
        assert float(page.mediabox.width) == pytest.approx(_PAGE[kind][0], abs=0.1)
    if written.startswith("a"):
        assert "abcde" in words(reader)
    if written.startswith("ж") and kind == "brief":
        assert words(reader).replace(" ", "").count("ж") > 5 * 5000
        # Headings longer than a page are not repeated on every page of their table.
        assert len(reader.pages) < 60


def test_the_same_handout_is_the_same_file(deck: Handout) -> None:
    assert pdf.slides(handout_of(deck.views[0])) == pdf.slides(handout_of(deck.views[0]))


def test_a_single_view_has_no_cover(deck: Handout) -> None:
    assert len(opened(pdf.slides(handout_of(deck.views[0]))).pages) == 1
    assert "Contents" not in words(opened(pdf.brief(handout_of(deck.views[0]))))


@pytest.mark.parametrize("make", [pdf.slides, pdf.brief])
def test_it_tells_how_far_it_is_and_can_be_stopped(make: Any, deck: Handout) -> None:
    progress: list[tuple[int, int]] = []
    make(handout_of(*deck.views[1:3]), lambda done, of: progress.append((done, of)))
    assert list(dict.fromkeys(progress)) == [(0, 3), (1, 3), (2, 3), (3, 3)]

    def stop(done: int, _of: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        make(handout_of(*deck.views[1:3]), stop)
