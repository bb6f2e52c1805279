"""`python -m tests.benchmarks.languages`: how long a page takes in each language against English.

Each round opens every page once in every language, in turn, each time as a new reader with an
empty cache, until the figures of the first screen are painted (see `tests.benchmarks.pages`);
medians over the rounds. The server has drawn all figures in all languages before the first round.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from partnership.language.texts import DEFAULT, LANGUAGES
from tests import site
from tests.benchmarks import measuring
from tests.benchmarks.measuring import Target
from tests.benchmarks.pages import QUICK, ROUNDS, measure
from tests.browser import chromium
from tests.serving import Server

_PAGES = ["overview", "trade", "stakes", "minerals"]
GOAL = 1.1
"""Times as long as in English that a page may take."""


def _target(path: str, lang: str, url: str) -> Target:
    known = measuring.page_target(path, url)
    asked = f"{known.url}?lang={lang}"
    return replace(known, name=f"{known.name} {lang}", url=asked, change=None)


def main() -> None:
    """Measure and print."""
    every = [path or "overview" for path in site.LEAF if path != "present"]
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.languages")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--quick", action="store_const", dest="rounds", const=QUICK)
    parser.add_argument("--pages", nargs="+", choices=every, default=_PAGES)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        with Server(Path(folder) / "server.txt") as server:
            paths = ["" if page == "overview" else page for page in asked.pages]
            targets = [_target(path, lang, server.url) for path in paths for lang in LANGUAGES]
            for target in targets:
                measuring.prepare(browser, target)
            found = measure(browser, targets, asked.rounds)
        browser.close()
    for page in asked.pages:
        english = found[f"{page} {DEFAULT}"]["cold, first screen"]
        for lang in LANGUAGES:
            seconds = found[f"{page} {lang}"]["cold, first screen"]
            note = "" if seconds <= GOAL * english else f"  (goal {GOAL})"
            print(f"{page:<12} {lang}  {seconds:5.2f} s  {seconds / english:4.2f} x{note}")


if __name__ == "__main__":
    main()
