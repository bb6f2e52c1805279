"""Every page in a real browser: each figure it names is painted, and nobody else is asked."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from partnership.state import State
from partnership.ui.app import address
from tests import site
from tests.browser import chromium
from tests.browser.conftest import WHOLE, Open, Visit, painted, settle
from tests.serving import Server


def test_every_figure_is_painted_and_no_other_host_is_asked(desk: Visit) -> None:
    for figure_id in site.named(desk.path, WHOLE):
        box = chromium.painted(desk.page, figure_id, State())
        if kind := chromium.kind(figure_id, State()):
            inner = box.locator(chromium.KINDS[kind]).first.bounding_box()
            assert inner, figure_id
            assert inner["width"] > 200, figure_id
            assert inner["height"] > 50, figure_id
    assert desk.hosts == {"127.0.0.1"}
    assert desk.complaints == []


def test_a_deep_link_opened_first_runs_the_door(dark: Visit, server: Server) -> None:
    """It is the first thing that its reader opens: what it could miss is kept by session."""
    _opened_by_link(dark.page, server, dark.path)


def test_a_deep_link_may_be_the_first_that_a_server_sees(
    context: BrowserContext, tmp_path: Path
) -> None:
    """All that the process keeps is filled by its first reader."""
    with Server(tmp_path / "log.txt") as fresh:
        for path in ("trade", ""):
            page = context.new_page()
            page.goto(f"{fresh.url}/{path}?currency=eur")
            settle(page)
            _opened_by_link(page, fresh, path)


def _opened_by_link(page: Page, server: Server, path: str) -> None:
    assert page.locator("h1").inner_text() == site.page_of(path).title
    assert page.get_by_role("dialog").count() == 0
    assert "Page not found" not in page.locator("body").inner_text()
    assert page.get_by_test_id("stSidebar").locator(".st-key-pages").is_visible()
    for field in site.page_of(path).filters(State()):
        assert page.locator(f".st-key-{address.key(field)}").is_visible()
    if "currency" in site.page_of(path).filters(State()):
        assert page.locator(".st-key-currency [aria-checked=true]").inner_text() == "Euros"
    assert page.url == f"{server.url}/{path}?currency=eur"


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
    page = open_page("trade?to=2024&part=all")
    shown = " ".join(page.get_by_test_id("stMain").inner_text().replace("\u202f", " ").split())
    for words in ("$18.7bn of exports to Italy for 2024", "4.1 times what Italy", "22.9 %"):
        assert words in shown


def test_the_name_of_a_line_brings_it_forward_and_words_on_breaks_do_not(open_page: Open) -> None:
    page = open_page("trade?part=all")
    # What is drawn later moves what stands under the pointer.
    painted(page, "trade", WHOLE)
    settle(page)
    for figure_id, words, faded in (
        ("trade.share", "China", True),
        ("trade.to_italy", "Kazakhstan", True),
        ("trade.to_italy", "Kashagan restarts", False),
    ):
        box = chromium.box(page, figure_id)
        box.scroll_into_view_if_needed()
        pale = box.locator("svg.marks .mark-line path[opacity='0.25']")
        named = box.locator("svg.marks .mark-text text", has_text=words).last
        named.wait_for()
        assert pale.count() == 0
        named.hover(force=True)
        if faded:
            pale.first.wait_for()
        page.wait_for_timeout(300)
        assert (pale.count() > 0) is faded
        page.mouse.move(0, 0)
        page.wait_for_timeout(300)
