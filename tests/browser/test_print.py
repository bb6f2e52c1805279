"""A page on paper: no controls, every figure whole, ink on white from a dark screen too."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from partnership import palette
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.state import State
from partnership.ui.streamlit_shims.rules import printing
from tests import site, spec
from tests.browser.conftest import DESK, Visit, pages, settle

T = texts.in_language("en")
A4 = (595, 842)
"""Points."""
_CONTROLS = """() => [
  ...document.querySelectorAll('button, input, select, [role="combobox"], .st-key-pages a')]
  .filter(e => !e.closest('canvas') && e.checkVisibility() && e.getBoundingClientRect().width > 2)
  .map(e => e.outerHTML.slice(0, 200))"""
_COLOURS = """() => [...document.querySelectorAll('svg.marks *')].flatMap(e => {
  const style = getComputedStyle(e);
  return [style.fill, style.stroke];
})"""
_CUT = """() => [...document.querySelectorAll('[class*="st-key-figure-"]')]
  .map(e => {
    const top = e.getBoundingClientRect().top, foot = e.querySelector('[class*="st-key-foot-"]');
    const long = foot.matches('[class*="st-key-foot-long-"]') && !!e.querySelector('svg.marks');
    const whole = (long ? foot : e).getBoundingClientRect();
    const bottom = long ? whole.top : whole.bottom;
    return [e.className, getComputedStyle(e).breakInside, long, bottom - top];
  })"""
_PAPER_WIDTH, _PAPER_HEIGHT = 688, 1016
"""CSS pixels of an A4 page between its margins."""


def _titles(visit: Visit) -> list[str]:
    built = (figures.build(i, visit.state) for i in site.named(visit.path, visit.state))
    return [_close(figure.title) for figure in built if figure.source_ids]


def _close(words: str) -> str:
    """Words without spaces: lines break anywhere in a PDF."""
    return "".join(words.split())


@pytest.mark.parametrize("path", pages(["map", "claims"]), indirect=True)
def test_nothing_that_steers_is_printed(desk: Visit) -> None:
    page = desk.page
    assert page.evaluate(_CONTROLS)
    with _on_paper(page):
        assert page.evaluate(_CONTROLS) == []
        assert page.locator("h1").is_visible()
        for hidden in ("stSidebar", "stHeader", "stToolbar"):
            assert not page.get_by_test_id(hidden).first.is_visible()


@contextmanager
def _on_paper(page: Page) -> Iterator[None]:
    """A page as it is printed; a screen again afterwards, for the tests that share the visit."""
    page.emulate_media(media="print")
    yield
    page.emulate_media(media="null")


@pytest.mark.parametrize("path", pages(["stakes", ""]), indirect=True)
def test_every_figure_is_printed_whole(desk: Visit) -> None:
    _is_printed_whole(desk)


@pytest.mark.parametrize("path", pages(["stakes"]), indirect=True)
def test_every_figure_is_printed_whole_from_a_telephone(telephone: Visit) -> None:
    _is_printed_whole(telephone)


def _is_printed_whole(visit: Visit) -> None:
    printed = PdfReader(io.BytesIO(visit.page.pdf(prefer_css_page_size=True)))
    titles = _titles(visit)
    heads = re.compile("|".join(_close(T(head)) for head in ("Source:", "Sources:")))
    found: list[str] = []
    ended = 0
    for sheet in printed.pages:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == pytest.approx(
            A4, abs=2
        )
        words = _close(sheet.extract_text())
        here = [title for title in titles if title in words]
        # A figure begins with its title and ends with its sources, a long one on the next sheet.
        ended += len(heads.findall(words))
        found += here
        assert len(found) - 1 <= ended <= len(found), here
    assert ended == len(found)
    assert sorted(found) == sorted(titles)
    assert len(printed.pages) <= len(titles) + 1


@pytest.mark.parametrize("path", pages(["stakes"]), indirect=True)
def test_ink_on_white_from_a_dark_screen(dark: Visit) -> None:
    shades = [f"rgb({', '.join(str(n) for n in palette.rgb(s.dark)[:3])})" for s in spec.shades()]
    page = dark.page
    assert set(page.evaluate(_COLOURS)) & set(shades)
    with _on_paper(page):
        page.set_viewport_size({"width": _PAPER_WIDTH, "height": _PAPER_HEIGHT})
        assert not set(page.evaluate(_COLOURS)) & set(shades)
        ink, white = palette.rgb(palette.INK.light)[:3], "rgb(255, 255, 255)"
        body = page.locator("body")
        assert body.evaluate("e => getComputedStyle(e).backgroundColor") == white
        colour = page.locator("h1").evaluate("e => getComputedStyle(e).color")
        assert colour == f"rgb({', '.join(map(str, ink))})"
        cut = page.evaluate(_CUT)
        assert len(cut) == len(site.named("stakes", State()))
        for name, rule, long, height in cut:
            # Only the words of a long foot go on to another sheet, never a drawing.
            assert rule == ("auto" if long else "avoid"), name
            assert height < _PAPER_HEIGHT, name
        assert sum(long for _, _, long, _ in cut) < len(cut) / 2
    page.set_viewport_size(DESK)
    settle(page)


def test_every_colour_has_a_rule() -> None:
    rules = printing.css("dark")
    assert [s for s in spec.shades() if f'[fill="{s.dark}"]' not in rules] == []
    assert '[fill="' not in printing.css("light")
