"""`python -m tests.browser.pictures`: take the pictures of the README anew."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser import chromium
from tests.browser.conftest import DESK, painted, settle
from tests.serving import ROOT, Server

_TAKEN = {"overview": "", "map": "map?asset=kashagan&view=caspian", "stakes": "stakes"}
"""Names of the pictures, and the address of the page of each."""


def main() -> None:
    """Writes `docs/*.png`, each what a reader at a desk sees first of a page, in the light."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(Path(folder) / "log.txt") as server,
        sync_playwright() as playwright,
    ):
        browser = chromium.launch(playwright)
        context = browser.new_context(viewport=DESK, color_scheme="light")
        context.set_default_timeout(90_000)
        for name, address in _TAKEN.items():
            page = context.new_page()
            page.goto(f"{server.url}/{address}")
            settle(page)
            painted(page, address.split("?")[0])
            # Maps load their pieces and fade in after the first paint.
            page.wait_for_timeout(3_000)
            page.screenshot(path=ROOT / "docs" / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
