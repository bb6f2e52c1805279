"""One browser and one server for all browser tests; a new context, without cache, for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import chromium
from tests.serving import Server

Open = Callable[[str], Page]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium; closed before tests run that have an event loop of their own."""
    # A busy machine paints maps slowly; nothing here measures time.
    expect.set_options(timeout=60_000)
    with sync_playwright() as playwright:
        running = chromium.launch(playwright)
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A new reader at a desk."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as new:
        new.set_default_timeout(90_000)
        yield new


@pytest.fixture
def hosts(context: BrowserContext) -> set[str]:
    """Every host that the reader's browser asks for anything."""
    seen: set[str] = set()

    def note(url: str) -> None:
        if not url.startswith(("data:", "blob:")):
            seen.add(urlsplit(url).hostname or "")

    context.on("request", lambda request: note(request.url))
    context.on("page", lambda page: page.on("websocket", lambda socket: note(socket.url)))
    return seen


@pytest.fixture
def open_page(context: BrowserContext, server: Server) -> Open:
    """Open a path of the dashboard and wait until its run has ended."""

    def go(path: str) -> Page:
        page = context.new_page()
        page.goto(f"{server.url}/{path}")
        settle(page)
        return page

    return go


def settle(page: Page) -> None:
    """Wait until the script has run and nothing on the page is stale."""
    page.locator("h1").first.wait_for(timeout=90_000)
    page.wait_for_function(IDLE, timeout=90_000)


IDLE = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app && app.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-stale="true"]');
}"""
