"""Light and dark, wide and narrow: words that can be read and nothing that sticks out."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from partnership import palette
from partnership.state import State
from tests import site, spec, vision
from tests.browser import chromium
from tests.browser.conftest import Visit, pages, settle
from tests.serving import Server

Theme = Literal["light", "dark"]
_WORDS = """() => [...document.querySelectorAll('svg.marks text')]
  .filter(t => t.textContent.trim() && +getComputedStyle(t).opacity > 0.3)
  .map(t => [t.textContent, getComputedStyle(t).fill])"""


def _hex(rgb: str) -> str:
    parts = [int(float(n)) for n in re.findall(r"[\d.]+", rgb)[:3]]
    return "#{:02x}{:02x}{:02x}".format(*parts)


def test_words_on_charts_can_be_read(desk: Visit) -> None:
    _can_be_read(desk, "light")


def test_words_on_charts_can_be_read_in_the_dark(dark: Visit) -> None:
    _can_be_read(dark, "dark")


def test_charts_follow_a_change_of_theme(desk: Visit) -> None:
    """Faults of charts that keep the colours of the theme before: labels that nobody can read."""
    page = desk.page
    page.emulate_media(color_scheme="dark")
    try:
        _in_theme(page, "dark")
        _can_be_read(desk, "dark")
    finally:
        page.emulate_media(color_scheme="light")
        _in_theme(page, "light")
    _can_be_read(desk, "light")


def _in_theme(page: Page, theme: Theme) -> None:
    """Wait until the page, and every word on its charts, has left the other theme."""
    other = [s.light if theme == "dark" else s.dark for s in (palette.INK, palette.SOFT)]
    left = [f"rgb({', '.join(str(n) for n in palette.rgb(colour)[:3])})" for colour in other]
    page.wait_for_function(_LEFT, arg=[theme, left])
    settle(page)


_LEFT = """([theme, left]) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const words = [...document.querySelectorAll('svg.marks text')];
  return getComputedStyle(app).colorScheme === theme
    && words.every(word => !left.includes(getComputedStyle(word).fill));
}"""


def _can_be_read(visit: Visit, theme: Theme) -> None:
    """Words stand out from the paper, or have its colour because they stand on a mark."""
    paper, ink = (str(getattr(shade, theme)) for shade in (palette.PAPER, palette.INK))
    other = {str(s.light if theme == "dark" else s.dark) for s in spec.shades()}
    page = visit.page
    back = page.get_by_test_id("stApp").evaluate("e => getComputedStyle(e).backgroundColor")
    assert _hex(back) == paper
    words = [(label, _hex(fill)) for label, fill in page.evaluate(_WORDS)]
    named = site.named(visit.path, visit.state)
    charts = [i for i in named if chromium.kind(i, State()) == "chart"]
    assert len(words) >= 3 * len(charts)
    on_marks = {str(getattr(shade, theme)) for shade in (*palette.TYPES, *palette.STARK)}
    on_marks -= {ink}
    faint = {(w, c) for w, c in words if c not in on_marks and vision.contrast(c, paper) < 3}
    assert faint == set()
    assert {(w, c) for w, c in words if c in other} == set()


_OUTSIDE = """width => {
  const seen = [];
  for (const e of document.querySelectorAll('[data-testid="stMain"] *')) {
    const box = e.getBoundingClientRect();
    if (box.width < 1 || box.right <= width + 1) continue;
    let held = e.parentElement;
    while (held && !/auto|scroll|hidden/.test(getComputedStyle(held).overflowX)) {
      held = held.parentElement;
    }
    if (!held || held.dataset.testid === 'stMain' || held.dataset.testid === 'stApp'
        || held === document.body) {
      seen.push(e.className.baseVal ?? e.className);
    }
  }
  return seen;
}"""


_BAR = """() => {
  const at = query => document.querySelector(query)?.getBoundingClientRect();
  const bar = at('.st-key-bar'), contents = at('.st-key-contents');
  return {head: bar.top, foot: bar.bottom, top: contents?.top ?? bar.top};
}"""


def test_the_bar_stays_in_view_and_takes_one_line(desk: Visit) -> None:
    bar = _half_way_down(desk.page)
    if bar:
        assert 0 <= bar["head"] <= 1
        assert bar["top"] >= bar["head"]
        assert bar["foot"] - bar["head"] <= 64


def test_the_contents_stay_in_view_on_a_telephone(telephone: Visit) -> None:
    if not telephone.page.locator(".st-key-contents").count():
        return
    bar = _half_way_down(telephone.page)
    if bar:
        # The menu's row stands above them, what else is in the bar behind it.
        assert 44 <= bar["top"] <= 60
        assert bar["foot"] - bar["top"] <= 64


def _half_way_down(page: Page) -> dict[str, float] | None:
    """Where the bar and its contents are in the middle of a page; none where that is not below."""
    main = page.get_by_test_id("stMain")
    before = page.evaluate(_BAR)
    main.evaluate("e => e.scrollTo(0, (e.scrollHeight - e.clientHeight) / 2)")
    scrolled = main.evaluate("e => e.scrollTop")
    after: dict[str, float] = page.evaluate(_BAR)
    main.evaluate("e => e.scrollTo(0, 0)")
    return after if scrolled > before["foot"] else None


@pytest.mark.parametrize("path", pages([""]), indirect=True)
def test_the_overview_is_read_in_two_screens(desk: Visit) -> None:
    assert desk.page.get_by_test_id("stMain").evaluate("e => e.scrollHeight") <= 2_000


_FEET = """() => Object.fromEntries(
  [...document.querySelectorAll('[class*=st-key-foot-]')].map(e => [
    e.className.match(/st-key-foot-(?:long-)?([^ ]+)/)[1], e.getBoundingClientRect().height]))"""


def test_the_foot_of_a_figure_is_one_line(desk: Visit) -> None:
    # What a map reports of itself may have started another run.
    settle(desk.page)
    feet = desk.page.evaluate(_FEET)
    assert len(feet) >= len(site.named(desk.path, desk.state)) // 2
    assert {key: height for key, height in feet.items() if height > 30} == {}


_OFF = """() => [...document.querySelectorAll('svg.marks .role-axis-label text')].flatMap(text => {
  const at = e => e.transform.baseVal.consolidate()?.matrix.f ?? 0;
  if (!text.textContent || text.getAttribute('text-anchor') !== 'end') return [];
  const lines = [...text.closest('.role-axis').parentElement.children].flatMap(axis =>
    [...axis.querySelectorAll('.role-axis-grid line')].filter(
      line => line.getAttribute('y2') === '0' && +line.getAttribute('x2') > 1).map(at));
  if (lines.length < 2) return [];
  const middle = at(text) - 0.3 * parseFloat(getComputedStyle(text).fontSize);
  return [[text.textContent, Math.min(...lines.map(line => Math.abs(line - middle)))]];
})"""


def test_the_numbers_of_an_axis_stand_at_their_lines(desk: Visit) -> None:
    found = desk.page.evaluate(_OFF)
    if desk.path in ("trade", "climate"):
        assert len(found) > 10
    assert [one for one in found if one[1] > 1] == []


def test_a_press_copies_the_address_of_the_view(dark: Visit) -> None:
    page = dark.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("button.copy-link").click()
    expect(page.locator("button.copy-link")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    expect(page.locator("button.copy-link")).to_have_text("Copy link")


def test_nothing_sticks_out_of_a_telephone(telephone: Visit) -> None:
    page = telephone.page
    main = page.get_by_test_id("stMain")
    wide = main.evaluate("e => [e.scrollWidth - e.clientWidth, e.clientWidth]")
    assert wide == [0, 390]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate(_OUTSIDE, 390) == []


def test_the_menu_of_a_telephone_closes_when_a_page_is_chosen(
    browser: Browser, server: Server
) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(f"{server.url}/sources")
        settle(page)
        page.get_by_test_id("stExpandSidebarButton").click()
        page.locator(".st-key-pages").get_by_text("Claims", exact=True).click()
        expect(page.locator("h1")).to_have_text("Claims")
        expect(page.get_by_test_id("stExpandSidebarButton")).to_be_visible()
        expect(
            page.locator(".st-key-pages").get_by_text("Claims", exact=True)
        ).not_to_be_in_viewport()
