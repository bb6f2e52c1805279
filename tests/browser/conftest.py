"""One browser and one server for all browser tests; a new context, without cache, for each reader.

Tests of every page share a reader's visit to it, see `Visit`; all others open pages of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from _pytest.mark import ParameterSet
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)
from xdist.remote import Producer

from partnership.export import handout, web
from partnership.site import link
from partnership.state import ALL, State
from tests import site
from tests.browser import chromium, presenting, sharing
from tests.serving import Server

Open = Callable[[str], Page]
WHOLE = State(part=ALL)
"""All parts of a page."""
DESK = ViewportSize(width=1440, height=900)
"""A window on a desk, in pixels."""


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> sharing.Sharing:
    """How tests go to workers, whatever `--dist` says."""
    return sharing.Sharing(config, log)


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
    with browser.new_context(viewport=DESK) as new:
        new.set_default_timeout(90_000)
        yield new


@pytest.fixture
def hosts(context: BrowserContext) -> set[str]:
    """Every host that the reader's browser asks for anything."""
    return _noted_hosts(context)


@pytest.fixture
def complaints(context: BrowserContext) -> list[str]:
    """What the browser says of errors and of policies on all pages of this reader."""
    return _noted_complaints(context)


@pytest.fixture
def open_page(context: BrowserContext, server: Server) -> Open:
    """Open a path of the dashboard and wait until its run has ended."""

    def go(path: str) -> Page:
        page = context.new_page()
        page.goto(f"{server.url}/{path}")
        settle(page)
        return page

    return go


@pytest.fixture(scope="package", params=[sharing.SAVED])
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`presenting.SAVED` on disk. All its tests go to one worker, which writes it once."""
    sharing.once(tmp_path_factory, sharing.SAVED)
    path = tmp_path_factory.mktemp("saved") / "Präsentation & 1.html"
    path.write_bytes(web.html(handout.of_deck(presenting.SAVED, "en")))
    return path


def settle(page: Page) -> None:
    """Wait until the script has run and nothing on the page is stale."""
    page.locator("h1").first.wait_for(timeout=90_000)
    page.wait_for_function(IDLE, timeout=90_000)


def search_box(page: Page) -> Locator:
    """The search, opened by its key as soon as it invites to press it."""
    page.evaluate("document.activeElement?.blur()")
    box = page.locator(".st-key-search input")
    box.wait_for()
    page.keyboard.press("/")
    expect(box).to_be_focused()
    return box


IDLE = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  return app && app.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-stale="true"]');
}"""


@dataclass(frozen=True)
class Visit:
    """The first page that a new reader opened, painted, and what was noted on the way.

    The tests of a page share its visits: each leaves them as it found them.
    """

    path: str
    state: State
    """What its link asks for."""
    page: Page
    hosts: set[str]
    """Every host that the browser asked for anything."""
    complaints: list[str]
    """What the browser said of errors and of policies."""


def pages(paths: Iterable[str]) -> list[ParameterSet]:
    """Parameters of `path`. All tests of a page go to one worker, which opens it once."""
    return [pytest.param(path, id=sharing.PAGES[path]) for path in paths]


@pytest.fixture(scope="package", params=pages(site.LEAF))
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Every page of the dashboard in turn."""
    path = str(request.param)
    sharing.once(tmp_path_factory, sharing.PAGES[path])
    return path


@pytest.fixture(scope="package")
def desk(browser: Browser, server: Server, path: str) -> Iterator[Visit]:
    """A visit to the page as it usually is."""
    reader = browser.new_context(viewport=DESK, color_scheme="light", timezone_id="Asia/Almaty")
    with _visit(reader, server, path, WHOLE) as visit:
        yield visit


@pytest.fixture(scope="package")
def dark(browser: Browser, server: Server, path: str) -> Iterator[Visit]:
    """A visit in the dark, by a link that carries a choice."""
    reader = browser.new_context(viewport=DESK, color_scheme="dark", timezone_id="Europe/Rome")
    with _visit(reader, server, path, State(currency="eur")) as visit:
        yield visit


@pytest.fixture(scope="package")
def telephone(browser: Browser, server: Server, path: str) -> Iterator[Visit]:
    """A visit on a narrow screen."""
    narrow = ViewportSize(width=390, height=844)
    reader = browser.new_context(viewport=narrow, timezone_id="America/New_York")
    with _visit(reader, server, path, WHOLE) as visit:
        yield visit


@contextmanager
def _visit(reader: BrowserContext, server: Server, path: str, state: State) -> Iterator[Visit]:
    with reader as context:
        hosts, complaints = _noted_hosts(context), _noted_complaints(context)
        page = context.new_page()
        asked = state if site.page_of(path).parts else replace(state, part="")
        page.goto(f"{server.url}/{link.to(path, asked)}")
        settle(page)
        painted(page, path, asked)
        yield Visit(path, asked, page, hosts, complaints)


def painted(page: Page, path: str, state: State | None = None) -> None:
    """Wait until every figure that the page at `path` names is painted."""
    for figure_id in site.named(path, state or State()):
        chromium.painted(page, figure_id, State())


def _noted_hosts(context: BrowserContext) -> set[str]:
    seen: set[str] = set()

    def note(url: str) -> None:
        if not url.startswith(("data:", "blob:")):
            seen.add(urlsplit(url).hostname or "")

    context.on("request", lambda request: note(request.url))
    context.on("page", lambda page: page.on("websocket", lambda socket: note(socket.url)))
    return seen


_TELL = """addEventListener('securitypolicyviolation', found =>
  console.error('policy violated', found.effectiveDirective, found.blockedURI, found.sample));"""
_ABOUT = re.compile("polic|violat|refused to|blocked", re.IGNORECASE)


def _noted_complaints(context: BrowserContext) -> list[str]:
    messages: list[str] = []
    context.add_init_script(_TELL)
    context.on("console", lambda m: messages.append(m.text) if _ABOUT.search(m.text) else None)
    context.on("weberror", lambda error: messages.append(f"error: {error.error}"))
    return messages
