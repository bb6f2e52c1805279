"""`python -m tests.benchmarks.pages`: how fast the pages are, against three baselines.

Method. Headless Chromium at 1440×900 on this machine, one server per script, all running. One
round measures every target once, in turn, so that a slow minute of the machine falls on all of
them alike; medians over the rounds are shown. A first visit of each target is thrown away (it
finds out which figures stand on the first screen). For each target and round:

- cold: a new browser context (empty cache) opens the page; until the figures of the first screen
  are painted (`tests.benchmarks.painting` says when that is);
- change: one filter is changed; from the event until every figure of the first screen whose drawing
  differs by that filter looks different; and until the script has run, every such figure of the
  whole page looks different and all are painted;
- bytes: payloads of the websocket frames received per change.

Baselines: `empty` is a Streamlit page with one choice and one text, `bare map` one with a map of
one point (painting any map in software takes most of the time and is not ours), `bare page` one
with the drawings of the first screen of the page that is measured, by Streamlit alone.

Memory is the resident set of a server of its own: after the start, after a first reader went
through all pages, and per reader over ten more who do the same and stay.

`--pages trade map` measures those pages alone and no memory; the overview is `overview`. `--quick`
takes three rounds instead of seven.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil
from playwright.sync_api import Browser, sync_playwright

from tests import site
from tests.benchmarks import measuring
from tests.benchmarks.measuring import Numbers, Target
from tests.browser import chromium
from tests.serving import Server

BASELINES = {
    "empty": ("tests/benchmarks/baseline/empty.py", "words"),
    "bare map": ("tests/benchmarks/baseline/bare_map.py", "map"),
}
SCRIPTS = {name: script for name, (script, _) in BASELINES.items()} | {
    "bare page": "tests/benchmarks/baseline/bare_page.py",
    "ours": "dashboard.py",
}
ROUNDS, QUICK = 7, 3
READERS = 10
COLD, CHANGE, WHOLE, BYTES = (
    "cold, first screen",
    "change, first screen",
    "change, whole page",
    "bytes, change",
)
FIRST_SESSION_MB, FURTHER_SESSION_MB = 260.0, 2.0

Medians = dict[str, Numbers]


@dataclass(frozen=True)
class Goals:
    """What a page is measured by, and the most that it may reach; none where it has no goal."""

    baseline: str
    cold: float
    change: float
    bare: float | None = 1.25
    whole_s: float | None = None
    kilobytes: float | None = None


_CHARTS, _MAP = Goals("empty", 1.8, 3.0), Goals("bare map", 1.3, 2.5)
GOALS = {
    "overview": _MAP,
    "map": Goals("bare map", 1.6, 2.5, kilobytes=150),
    "stakes": _CHARTS,
    "trade": Goals("empty", 1.8, 3.0, whole_s=0.5, kilobytes=100),
    "renewables": _MAP,
    "climate": _CHARTS,
    "crude": _CHARTS,
    "minerals": _MAP,
    "corridor": _MAP,
    "companies": _CHARTS,
    "diplomacy": _CHARTS,
    "claims": _CHARTS,
    "sources": _CHARTS,
}


def measure(browser: Browser, targets: list[Target], rounds: int) -> Medians:
    """Medians of every number of every prepared target over interleaved rounds."""
    samples: dict[str, dict[str, list[float]]] = {t.name: defaultdict(list) for t in targets}
    for number in range(rounds):
        for target in targets:
            for name, value in measuring.visit(browser, target).items():
                samples[target.name][name].append(value)
        print(f"round {number + 1} of {rounds}", flush=True)
    return {t: {name: median(v) for name, v in seen.items()} for t, seen in samples.items()}


def prepared(browser: Browser, urls: dict[str, str], pages: list[str]) -> list[Target]:
    """The baselines, and each of `pages` with its bare page right after it."""
    targets = [
        measuring.baseline_target(name, urls[name], kind) for name, (_, kind) in BASELINES.items()
    ]
    for target in targets:
        measuring.prepare(browser, target)
    for name in pages:
        path = "" if name == "overview" else name
        ours = measuring.page_target(path, urls["ours"])
        measuring.prepare(browser, ours)
        bare = measuring.bare_target(ours, path, urls["bare page"])
        measuring.prepare(browser, bare)
        targets += [ours, bare]
    return targets


def memory(browser: Browser, server: Server) -> tuple[float, float, float]:
    """Megabytes after the start, after a first session, and per session of ten more."""
    process = psutil.Process(server.pid)

    def resident() -> float:
        return float(process.memory_info().rss) / 1e6

    start = resident()
    with ExitStack() as stay:
        measuring.browse(stay.enter_context(measuring.reader(browser)), server.url)
        first = resident()
        for _ in range(READERS):
            measuring.browse(stay.enter_context(measuring.reader(browser)), server.url)
        return start, first, (resident() - first) / READERS


def report(found: Medians, pages: list[str]) -> None:
    """One table: a line for each page, `!` at what misses its goal."""
    print(f"\n{'seconds':<12}{'cold':>8}{'change':>8}")
    for name in BASELINES:
        print(f"{name:<12}{found[name][COLD]:>8.2f}{found[name][CHANGE]:>8.2f}")
    names = (
        "÷ baseline",
        "cold",
        "change",
        "change ÷ bare page",
        "whole page, s",
        "kB of a change",
    )
    print(f"\n{'page':<12}" + "".join(f"{name:>20}" for name in names))
    for name in pages:
        goals = GOALS[name]
        cells = [goals.baseline, *_cells(goals, found[name], found, found[f"{name}, bare"])]
        print(f"{name:<12}" + "".join(f"{cell:>20}" for cell in cells))


def _cells(goals: Goals, ours: Numbers, found: Medians, bare: Numbers) -> list[str]:
    base = found[goals.baseline]
    cells = [_cell(ours[COLD] / base[COLD], goals.cold)]
    if CHANGE in ours:
        above = CHANGE in bare
        cells += [
            _cell(ours[CHANGE] / base[CHANGE], goals.change) if above else "none in view",
            _cell(ours[CHANGE] / bare[CHANGE], goals.bare) if above else "",
            _cell(ours[WHOLE], goals.whole_s),
            _cell(ours[BYTES] / 1000, goals.kilobytes),
        ]
    return cells


def _cell(reached: float, most: float | None) -> str:
    if most is None:
        return f"{reached:.2f}"
    return f"{reached:.2f} of {most:g}{' ' if reached <= most else '!'}"


def _goal(what: str, reached: float, most: float) -> None:
    missed = "" if reached <= most else "   missed"
    print(f"{what:<48}{reached:>10.2f}{most:>10.2f}{missed}")


def main() -> None:
    """Measure and print."""
    every = [path or "overview" for path in site.LEAF if path != "present"]
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.pages")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--quick", action="store_const", dest="rounds", const=QUICK)
    parser.add_argument("--pages", nargs="+", choices=every)
    asked = parser.parse_args()
    pages = asked.pages or every
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        browser = chromium.launch(stack.enter_context(sync_playwright()))
        with ExitStack() as servers:
            urls = {
                name: servers.enter_context(Server(folder / f"{name}.txt", script)).url
                for name, script in SCRIPTS.items()
            }
            report(measure(browser, prepared(browser, urls, pages), asked.rounds), pages)
        if not asked.pages:
            _memory(browser, stack.enter_context(Server(folder / "memory.txt")))
        browser.close()


def _memory(browser: Browser, server: Server) -> None:
    start, first, further = memory(browser, server)
    print(f"\nmemory after the start {start:.0f} MB")
    _goal("memory after the first session, MB", first, FIRST_SESSION_MB)
    _goal(f"memory of each of {READERS} further sessions, MB", further, FURTHER_SESSION_MB)


if __name__ == "__main__":
    main()
