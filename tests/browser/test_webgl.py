"""Maps in browsers that have no WebGL, or lose it: a picture, and a sentence that says why."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from partnership.state import State
from tests.browser import chromium
from tests.browser.conftest import Open, settle
from tests.serving import Server

_WHY = "This is a still picture"
_LOSE = """canvas => canvas.getContext('webgl2')
  .getExtension('WEBGL_lose_context').loseContext()"""


@pytest.fixture
def without(browser: Browser, server: Server) -> Iterator[Page]:
    """The page of the map in a browser without WebGL."""
    flags = [*chromium.FLAGS, "--disable-3d-apis"]
    plain = browser.browser_type.launch(executable_path=chromium.found(), args=flags)
    page = plain.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{server.url}/map?view=caspian")
    settle(page)
    yield page
    plain.close()


def test_without_webgl_the_still_map_stands_there_and_says_why(without: Page) -> None:
    box = chromium.box(without, "map.assets")
    expect(box).to_contain_text(_WHY)
    box.locator("svg.marks path").nth(20).wait_for(state="attached")
    expect(box.locator(chromium.KINDS["map"])).to_have_count(0)
    drawn = box.locator("svg.marks").bounding_box()
    assert drawn
    assert drawn["width"] > 400
    assert drawn["height"] > 300
    without.locator(".st-key-sector button", has_text="Minerals").click()
    expect(without).to_have_url(re.compile("sector=minerals"))
    settle(without)
    expect(box).to_contain_text(_WHY)


def test_a_map_that_loses_webgl_becomes_a_picture(open_page: Open) -> None:
    page = open_page("map")
    box = chromium.painted(page, "map.assets", State())
    expect(box.get_by_text(_WHY)).to_have_count(0)
    # A run that follows the first paint puts another canvas in its place.
    settle(page)
    page.wait_for_timeout(1_000)
    settle(page)
    box.locator("canvas").last.evaluate(_LOSE)
    expect(box).to_contain_text(_WHY)
    box.locator("svg.marks").wait_for()


def test_with_webgl_a_map_costs_no_run_of_its_own(open_page: Open, server: Server) -> None:
    page = open_page("stakes")
    sent: list[object] = []
    page.on("websocket", lambda s: s.on("framesent", lambda payload: sent.append(payload)))
    counts = []
    for path in ("stakes", "map"):
        sent.clear()
        page.goto(f"{server.url}/{path}")
        settle(page)
        for figure_id in {"stakes": ["stakes.matrix"], "map": ["map.assets"]}[path]:
            chromium.painted(page, figure_id, State())
        settle(page)
        counts.append(len(sent))
    assert counts[1] == counts[0]
