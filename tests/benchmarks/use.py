"""`python -m tests.benchmarks.use [--changes N]`: whether a server slows down with use.

Two readers, one on Stakes and one on Trade, change a filter; each waits for the whole page. What is
measured is the CPU time of the server process for a change to a view that it has drawn before:

- new: on a server that drew these views and nothing else;
- used: after N changes to views at random, most of them new;
- old: after seven midnights, each followed by all the common views, which are then drawn anew.

Beside it stand the cost of the random views themselves, and the resident set of the server.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import cycle, islice
from pathlib import Path

import psutil

from tests.serving import Server
from tests.visitor import Visitor

MIDNIGHTS = 7
MEASURED = 60
"""Changes that are measured on each page."""
Change = tuple[str, str | list[str]]
COMMON: dict[str, tuple[Change, ...]] = {
    "stakes": tuple(("on", [day]) for day in ("2005-01-01", "2012-07-01", "2020-03-01")),
    "trade": tuple(("years", [year, "2025"]) for year in ("1995", "2005", "2010")),
}


class Use:
    """A server, the readers on it, and what they cost."""

    def __init__(self, server: Server, visitors: dict[str, Visitor]) -> None:
        self._process = psutil.Process(server.pid)
        self._visitors = visitors

    def cost(self, changes: dict[str, list[Change]]) -> float:
        """Milliseconds of CPU a change, where each reader makes his."""
        before = self._cpu()
        with ThreadPoolExecutor(len(changes)) as pool:
            list(pool.map(self._make, changes, changes.values()))
        return (self._cpu() - before) / sum(map(len, changes.values())) * 1000

    def common(self, each: int) -> dict[str, list[Change]]:
        """`each` changes on every page that go round the common views."""
        return {page: list(islice(cycle(COMMON[page]), each)) for page in self._visitors}

    def row(self, what: str, cost: float) -> str:
        """A line of the table."""
        return f"{what:<36}{cost:>12.0f}{self._process.memory_info().rss / 1e6:>12.0f}"

    def _make(self, page: str, changes: list[Change]) -> None:
        for key, value in changes:
            self._visitors[page].change(key, value)

    def _cpu(self) -> float:
        used = self._process.cpu_times()
        return float(used.user + used.system)


def anything(pages: dict[str, tuple[Change, ...]], each: int) -> dict[str, list[Change]]:
    """Changes to views at random, the same at each start."""
    chance = random.Random(1)  # noqa: S311 - nothing secret
    views: dict[str, Iterator[Change]] = {
        "stakes": (("on", [_day(chance)]) for _ in range(each)),
        "trade": (
            ("years", [str(year) for year in sorted(chance.sample(range(1995, 2024), 2))])
            for _ in range(each)
        ),
    }
    return {page: list(views[page]) for page in pages}


def _day(chance: random.Random) -> str:
    return f"{chance.randint(1995, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.use")
    parser.add_argument("--changes", type=int, default=1000)
    changes = parser.parse_args().changes
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(Server(folder / "log.txt", module="tests.moved_clock"))
        use = Use(
            server,
            {page: stack.enter_context(Visitor(server.url, page)) for page in COMMON},
        )
        print(f"{'':<36}{'ms a change':>12}{'MB':>12}")
        first = use.cost(use.common(len(COMMON["stakes"])))
        print(use.row("common views, the first time", first), flush=True)
        print(use.row("again: a new server", use.cost(use.common(MEASURED))), flush=True)
        wild = use.cost(anything(COMMON, changes // len(COMMON)))
        print(use.row(f"{changes} views at random", wild), flush=True)
        use.cost(use.common(len(COMMON["stakes"])))
        print(use.row("again: a used server", use.cost(use.common(MEASURED))), flush=True)
        for day in range(1, MIDNIGHTS + 1):
            os.kill(server.pid, signal.SIGUSR1)
            anew = use.cost(use.common(len(COMMON["stakes"])))
            print(use.row(f"midnight {day}, common views anew", anew), flush=True)
        print(use.row("again: an old server", use.cost(use.common(MEASURED))), flush=True)


if __name__ == "__main__":
    main()
