"""`python -m tests.benchmarks.present [--rounds N]`: a change of slide beside a change of filter.

Method. One server, headless Chromium at 1440×900; a round measures every page once, in turn. On a
page one filter is changed, until every figure of the first screen that differs is drawn anew (see
`benchmarks.pages`). The same page is opened as slides; after a second's rest the next slide is
asked for by key, until it is drawn and the browser has painted a frame after that: for each slide
of the page. Medians over rounds and slides are compared.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks import measuring
from tests.benchmarks.measuring import Target
from tests.browser import chromium, presenting
from tests.serving import Server

PAGES = ("trade", "stakes", "minerals", "map")
MOST = 1.5
_REST_MS = 1_000
_TIMED = """n => new Promise(resolve => {
  const stage = document.querySelector('.stage');
  let start = 0;
  addEventListener('keydown', () => { start = performance.now(); }, {capture: true, once: true});
  const step = () => {
    if (start && stage.dataset.drawn === String(n)) {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)));
    } else setTimeout(step, 5);
  };
  step();
})"""


def slides(browser: Browser, url: str) -> list[float]:
    """Seconds of each change to the next slide of the page at `url`."""
    with measuring.reader(browser) as context:
        page = context.new_page()
        page.goto(f"{url}?present=1")
        presenting.drawn(page, 1)
        count = page.locator(".slide.shown .place b").inner_text().split("/")[1]
        spent = []
        for n in range(2, int(count) + 1):
            page.wait_for_timeout(_REST_MS)
            # No value is handed back: the driver would wait for the key before it is pressed.
            page.evaluate(f"() => {{ window.timed = ({_TIMED})({n}); }}")
            page.keyboard.press("ArrowRight")
            spent.append(page.evaluate("window.timed") / 1000)
        return spent


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.present")
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    seen: dict[str, list[float]] = defaultdict(list)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(Server(folder / "server.txt"))
        browser = chromium.launch(stack.enter_context(sync_playwright()))
        targets: list[Target] = [measuring.page_target(path, server.url) for path in PAGES]
        for target in targets:
            measuring.prepare(browser, target)
        for _ in range(rounds):
            for target in targets:
                changed = measuring.visit(browser, target)
                seen[f"{target.name}, filter"].append(changed["change, whole page"])
                seen[f"{target.name}, slide"] += slides(browser, target.url)
        browser.close()
    print(f"{'median, seconds':<20}{'filter':>10}{'slide':>10}{'slowest':>10}{'ratio':>10}")
    for path in PAGES:
        filters, each = seen[f"{path}, filter"], seen[f"{path}, slide"]
        ratio = median(each) / median(filters)
        missed = "" if ratio <= MOST else "   missed"
        numbers = "".join(f"{n:>10.2f}" for n in (median(filters), median(each), max(each), ratio))
        print(f"{path:<20}{numbers}{missed}")


if __name__ == "__main__":
    main()
