"""Every page in a real browser: each figure it names is painted, and nobody else is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from partnership.state import State
from tests import site
from tests.browser import chromium
from tests.browser.conftest import Open, settle
from tests.serving import Server

_PAGES = pytest.mark.parametrize("path", site.LEAF, ids=lambda p: p or "overview")


@_PAGES
def test_every_figure_is_painted_and_no_other_host_is_asked(
    path: str, context: BrowserContext, server: Server, hosts: set[str]
) -> None:
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto(f"{server.url}/{path}")
    settle(page)
    for figure_id in site.named(path, State()):
        box = chromium.painted(page, figure_id, State())
        if kind := chromium.kind(figure_id, State()):
            inner = box.locator(chromium.KINDS[kind]).first.bounding_box()
            assert inner, figure_id
            assert inner["width"] > 200, figure_id
            assert inner["height"] > 60, figure_id
    assert hosts == {"127.0.0.1"}
    assert broken == []


def test_deep_links_opened_first_run_the_door(browser: Browser, tmp_path: Path) -> None:
    """Each is the first thing that its reader opens, and one the first on the whole server.

    What a page opened first could miss is kept by session; all that the process keeps is filled
    by the first.
    """
    paths = list(site.LEAF)
    with Server(tmp_path / "log.txt") as fresh:
        for path in (*paths[1:], paths[0]):
            with browser.new_context(viewport={"width": 1440, "height": 900}) as reader:
                reader.set_default_timeout(90_000)
                _opened_first(reader.new_page(), fresh, path)


def _opened_first(page: Page, fresh: Server, path: str) -> None:
    page.goto(f"{fresh.url}/{path}?currency=eur")
    settle(page)
    assert page.locator("h1").inner_text() == site.page_of(path).title
    assert page.get_by_role("dialog").count() == 0
    assert "Page not found" not in page.locator("body").inner_text()
    sidebar = page.get_by_test_id("stSidebar")
    assert sidebar.locator(".st-key-sector").is_visible()
    chosen = sidebar.locator(".st-key-currency [aria-checked=true]")
    assert chosen.inner_text() == "Euros"
    assert page.url == f"{fresh.url}/{path}?currency=eur"


def test_karachaganak_in_2011_and_today(open_page: Open) -> None:
    page = open_page("stakes?consortium=karachaganak&on=2011-01-01")
    pie = chromium.box(page, "stakes.karachaganak")
    pie.locator("svg.marks").wait_for()
    labels = " ".join(pie.inner_text().replace("\u202f", " ").split())
    for slice_ in ("BG Group32.5 %", "Eni32.5 %", "Chevron20 %", "Lukoil15 %"):
        assert slice_ in labels
    assert "KazMunayGas" not in (pie.locator("svg.marks").text_content() or "")
    page = open_page("stakes?consortium=karachaganak")
    pie = chromium.box(page, "stakes.karachaganak")
    pie.locator("svg.marks").wait_for()
    assert "KazMunayGas10 %" in " ".join(pie.inner_text().replace("\u202f", " ").split())


def test_trade_in_2024_both_sides(open_page: Open) -> None:
    page = open_page("trade")
    shown = " ".join(page.get_by_test_id("stMain").inner_text().replace("\u202f", " ").split())
    assert "18.66" in shown
    assert "22.9 %" in shown
