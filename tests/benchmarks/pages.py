"""`python -m tests.benchmarks.pages [--rounds N]`: how fast the pages are, against two baselines.

Method. Headless Chromium at 1440×900 on this machine, one server per script, all running. One
round measures every target once, in turn, so that a slow minute of the machine falls on all of
them alike; medians over the rounds are shown. A first visit of each target is thrown away (it
finds out which figures stand on the first screen). For each target and round:

- cold: a new browser context (empty cache) opens the page; until the figures of the first screen,
  and until all figures of the page are painted (`tests.benchmarks.painting` says when that is);
- warm: the page is loaded again in the same context;
- change: one filter is changed; from the event until every figure of the first screen whose drawing
  differs by that filter looks different; and until the script has run, every such figure of the
  whole page looks different and all are painted;
- bytes: payloads of the websocket frames received, per warm load and per change.

Baselines: `empty` is a Streamlit page with one choice and one text, `bare map` one with a map of
one point (painting any map in software takes most of the time and is not ours).

Memory is the resident set of a server of its own: after the start, after a first reader went
through all pages, and per reader over ten more who do the same and stay.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from contextlib import ExitStack
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
READERS = 10
COLUMNS = (
    "cold, first screen",
    "cold, whole page",
    "warm, first screen",
    "warm, whole page",
    "change, first screen",
    "change, whole page",
    "bytes, load",
    "bytes, change",
)
_CHARTS = (
    ("cold, first screen", "empty", 2.2),
    ("change, first screen", "empty", 2.5),
)
_MAP = (("cold, first screen", "bare map", 1.5), ("change, first screen", "bare map", 2.0))
GOALS: dict[str, tuple[tuple[str, str, float], ...]] = {
    "overview": _MAP,
    "map": _MAP,
    "stakes": (*_CHARTS, ("cold, whole page", "empty", 3.0)),
    "trade": (*_CHARTS, ("cold, whole page", "empty", 3.0)),
    "renewables": _MAP,
    "climate": _CHARTS,
    "crude": _CHARTS,
    "minerals": _MAP,
    "corridor": _MAP,
    "companies": _CHARTS,
    "diplomacy": _CHARTS,
    "claims": _CHARTS,
    "sources": _CHARTS[:1],
}
"""Column, baseline, and the most that the page may take of it."""
MAP_CHANGE_BYTES = 150_000
FIRST_SESSION_MB, FURTHER_SESSION_MB = 260.0, 2.0

Medians = dict[str, Numbers]


def measure(browser: Browser, targets: list[Target], rounds: int) -> Medians:
    """Medians of every number of every target over interleaved rounds."""
    samples: dict[str, dict[str, list[float]]] = {t.name: defaultdict(list) for t in targets}
    for target in targets:
        measuring.prepare(browser, target)
    for number in range(rounds):
        for target in targets:
            for name, value in measuring.visit(browser, target).items():
                samples[target.name][name].append(value)
        print(f"round {number + 1} of {rounds}", flush=True)
    return {t: {name: median(v) for name, v in seen.items()} for t, seen in samples.items()}


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


def report(found: Medians) -> None:
    """The table of medians, and each goal with what was reached."""
    print(f"\n{'median':<10}" + "".join(f"{column:>22}" for column in COLUMNS))
    for name, numbers in found.items():
        cells = (_cell(column, numbers[column]) if column in numbers else "" for column in COLUMNS)
        print(f"{name:<10}" + "".join(f"{cell:>22}" for cell in cells))
    print(f"\n{'goal':<48}{'reached':>10}{'at most':>10}")
    for name, goals in GOALS.items():
        for column, baseline, most in goals:
            ratio = found[name][column] / found[baseline][column]
            _goal(f"{name}: {column} / {baseline}", ratio, most)
    _goal("map: kB of a change", found["map"]["bytes, change"] / 1000, MAP_CHANGE_BYTES / 1000)


def _cell(column: str, value: float) -> str:
    return f"{value / 1000:.1f} kB" if column.startswith("bytes") else f"{value:.2f} s"


def _goal(what: str, reached: float, most: float) -> None:
    missed = "" if reached <= most else "   missed"
    print(f"{what:<48}{reached:>10.2f}{most:>10.2f}{missed}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.pages")
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        browser = chromium.launch(playwright)
        scripts = {name: script for name, (script, _) in BASELINES.items()}
        scripts["ours"] = "dashboard.py"
        with ExitStack() as servers:
            urls = {
                name: servers.enter_context(Server(folder / f"{name}.txt", script)).url
                for name, script in scripts.items()
            }
            targets = [
                measuring.baseline_target(name, urls[name], kind)
                for name, (_, kind) in BASELINES.items()
            ]
            drawn = [path for path in site.LEAF if path != "present"]
            targets += [measuring.page_target(path, urls["ours"]) for path in drawn]
            found = measure(browser, targets, rounds)
        report(found)
        own = stack.enter_context(Server(folder / "memory.txt"))
        start, first, further = memory(browser, own)
        print(f"\nmemory after the start {start:.0f} MB")
        _goal("memory after the first session, MB", first, FIRST_SESSION_MB)
        _goal(f"memory of each of {READERS} further sessions, MB", further, FURTHER_SESSION_MB)
        browser.close()


if __name__ == "__main__":
    main()
