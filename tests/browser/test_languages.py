"""The reader's language: from the browser, by choice, in the address, in what is presented."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from partnership.decks import ready
from partnership.language import pseudo, texts
from partnership.site import link
from partnership.state import ALL, State
from tests import site
from tests.browser.conftest import DESK, Open, painted, search_box, settle
from tests.browser.presenting import CUT, drawn, go
from tests.serving import Server

_LONGEST_PATH = 400
"""Keys that the whole errand may take; it took 298 when menus could not be entered by keyboard."""


def _asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_browser_decides_the_first_time(browser: Browser, server: Server) -> None:
    with browser.new_context(viewport=DESK, locale="it-IT") as reader:
        page = reader.new_page()
        page.goto(f"{server.url}/trade")
        settle(page)
        expect(page.locator("h1")).to_have_text(texts.in_language("it")("Trade"))
        expect(page.locator("html")).to_have_attribute("lang", "it")
        assert _asked(page)["lang"] == ["it"]
        page.goto(f"{server.url}/trade?lang=en")
        settle(page)
        expect(page.locator("h1")).to_have_text("Trade")
        # A reload brings what was chosen, not what the browser speaks.
        assert _asked(page)["lang"] == ["en"]


def test_a_choice_stays_across_pages_and_in_what_is_presented(open_page: Open) -> None:
    page = open_page("trade")
    _choose(page, "ru")
    ru = texts.in_language("ru")
    expect(page.locator("h1")).to_have_text(ru("Trade"))
    pages = page.get_by_role("navigation", name=ru("Pages"))
    pages.get_by_role("link", name=ru("Climate"), exact=True).click()
    expect(page.locator("h1")).to_have_text(ru("Climate"))
    settle(page)
    assert _asked(page)["lang"] == ["ru"]
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    opened = page.locator('[class*="st-key-actions"] a[href*="present=1"]').first
    page.goto(urljoin(page.url, opened.get_attribute("href") or ""))
    drawn(page, 1)
    expect(page.locator("html")).to_have_attribute("lang", "ru")


def _choose(page: Page, lang: str) -> None:
    """Choose a language by keyboard, by its own name."""
    box = page.locator(".st-key-lang input")
    box.focus()
    box.press("ArrowDown")
    page.get_by_role("option", name=texts.LANGUAGES[lang], exact=True).wait_for()
    box.press_sequentially(texts.LANGUAGES[lang])
    box.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", lang)
    settle(page)


class _Keys:
    """A reader without a mouse: goes to things by Tab, and counts every key."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.count = 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.count += 1

    def to(self, selector: str, key: str = "Tab") -> None:
        """Tab until what has the focus is, or stands in, what a selector finds."""
        for _ in range(150):
            self.press(key)
            if self.page.evaluate(
                "selector => Boolean(document.activeElement.closest(selector))", selector
            ):
                return
        raise AssertionError(f"the focus does not come to {selector}")

    def type(self, words: str) -> None:
        self.page.keyboard.type(words, delay=30)
        self.count += len(words)


def test_the_whole_errand_without_a_mouse(context: BrowserContext, server: Server) -> None:
    """Language, sector, search, card, a pie into the deck, present, export."""
    page = context.new_page()
    page.goto(f"{server.url}/")
    settle(page)
    keys = _Keys(page)
    keys.to(".st-key-lang")
    keys.press("ArrowDown")
    keys.type("Italiano")
    keys.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "it")
    settle(page)
    keys.to('[data-testid="stMain"] .st-key-sector button')
    keys.press("Enter")
    expect(page).to_have_url(re.compile("sector="))
    settle(page)
    _search(keys, "kashagan", "**/map*")
    expect(page.locator(".st-key-card")).to_contain_text("Kashagan")
    t = texts.in_language("it")
    _search(keys, f"{t('Stakes')} · {t('page')}", "**/stakes*")
    keys.to('[class*="st-key-playlist_add-stakes-kashagan"] button')
    keys.press("Enter")
    expect(page.get_by_test_id("stToast").first).to_be_visible()
    _search(keys, f"{t('Present')} · {t('page')}", "**/present*")
    expect(page.locator(".st-key-slide-0")).to_contain_text("Kashagan")
    keys.to(".st-key-make-deck button")
    keys.press("Enter")
    expect(page.locator(".st-key-fetch-deck").first).to_be_visible()
    assert keys.count < _LONGEST_PATH


def _search(keys: _Keys, words: str, address: str) -> None:
    page = keys.page
    search_box(page)
    keys.count += 1
    keys.type(words)
    page.get_by_role("option").first.wait_for()
    keys.press("Enter")
    page.wait_for_url(address)
    settle(page)


_CUT = """() => {
  const out = [];
  for (const svg of document.querySelectorAll('[data-testid="stMain"] svg.marks')) {
    const box = svg.getBoundingClientRect();
    for (const words of svg.querySelectorAll('text')) {
      if (!words.textContent.trim() || +getComputedStyle(words).opacity < 0.1) continue;
      if (words.closest('[opacity="0"]')) continue;
      const place = words.getBoundingClientRect();
      const over = Math.max(
        box.left - place.left, place.right - box.right,
        // Letters are lower than the line that they stand in.
        box.top - place.top - 2, place.bottom - box.bottom - 2);
      if (place.width && over > 2) out.push(`${words.textContent}: ${Math.round(over)} px`);
    }
  }
  const main = document.querySelector('[data-testid="stMain"]');
  // Names that only a screen reader meets are a pixel wide.
  for (const words of main.querySelectorAll('button p')) {
    const over = words.scrollWidth - words.clientWidth;
    if (words.clientWidth > 4 && over > 1) out.push(`${words.textContent}: ${over} px`);
  }
  if (main.scrollWidth > main.clientWidth + 1) out.push(`page ${main.scrollWidth} px wide`);
  return out;
}"""
_NARROW = ViewportSize(width=390, height=844)
_TURN = [
    pytest.param(path, lang, id=f"{path or 'overview'}-{lang}")
    for path, lang in zip(site.LEAF, ("ru", "kk", "it") * len(site.LEAF), strict=False)
]


@pytest.mark.parametrize(("path", "lang"), _TURN)
def test_no_word_is_cut_in_another_language(
    path: str, lang: str, browser: Browser, server: Server
) -> None:
    """On a desk words of each language in turn; on a telephone all as long as 140 % of English."""
    for window, spoken in ((DESK, lang), (_NARROW, pseudo.LONGER)):
        asked = State(lang=spoken, part=ALL if site.page_of(path).parts else "")
        with browser.new_context(viewport=window) as reader:
            page = reader.new_page()
            page.goto(f"{server.url}/{link.to(path, asked)}")
            settle(page)
            painted(page, path, asked)
            assert page.evaluate(_CUT) == []


@pytest.mark.parametrize("window", [ViewportSize(width=1280, height=720), _NARROW], ids=str)
def test_no_word_is_cut_on_slides_in_a_longer_language(
    window: ViewportSize, browser: Browser, server: Server
) -> None:
    asked = {"ready": "partnership-in-12", "present": "1", "lang": pseudo.LONGER}
    slides = len(ready.DECKS["partnership-in-12"].slides)
    with browser.new_context(viewport=window) as reader:
        page = reader.new_page()
        page.goto(f"{server.url}/present?{urlencode(asked)}")
        for n in range(1, slides + 1):
            shown = drawn(page, n) if n == 1 else go(page, n)
            expect(shown.locator("h1")).to_contain_text("\u2066")
            assert page.evaluate(CUT) == [], f"slide {n}"
