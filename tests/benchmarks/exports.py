"""`python -m tests.benchmarks.exports [--rounds N]`: how long files take, and how much memory.

Method. Everything runs in this process, once before it counts; medians over the rounds are shown.

- PNG: each chart of the ready decks as our picture, and right after it the same chart, as wide,
  drawn by vl-convert alone; the ratio of the two is taken pair by pair.
- Decks: the 12 slides in each format, figures built before.
- Memory: a deck of 40 slides through the command that the dashboard itself uses; the largest sum
  of the resident sets of its processes, which all stand beside the idle server.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from statistics import median

import psutil

from partnership import export
from partnership.decks import deck as decks
from partnership.decks import ready
from partnership.decks.deck import Deck
from partnership.export import chart, handout
from partnership.export.pictures import pictures
from partnership.figures import figure as figures
from partnership.state import State

PNG_RATIO = 1.3
SECONDS = {"pptx": 10.0, "pdf": 12.0, "brief": 12.0, "html": 6.0}
MEMORY_MB = 500.0
FORTY = 40


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def png(rounds: int) -> None:
    """Our picture of each chart beside vl-convert's of the same chart."""
    ids = {s.figure_id for key in ready.DECKS for s in ready.deck(key, "en").slides}
    ratios = []
    print(f"{'picture':<30}{'ours':>10}{'alone':>10}{'ratio':>10}")
    for figure_id in sorted(ids):
        figure = figures.build(figure_id, State())
        if not chart.drawable(figure):
            continue
        figure_handout = handout.of_figure(figure, State(), "https://example.org")
        alone = chart.specification(figure, pictures.WIDTH)
        pairs = []
        for _ in range(rounds + 1):
            ours = _seconds(partial(pictures.png, figure_handout))
            theirs = _seconds(partial(chart.raster, alone))
            pairs.append((ours, theirs))
        ratio = median(a / b for a, b in pairs[1:])
        ratios.append(ratio)
        ours, theirs = (median(pair[n] for pair in pairs[1:]) for n in (0, 1))
        print(f"{figure_id:<30}{ours:>9.2f}s{theirs:>9.2f}s{ratio:>10.2f}")
    _goal("PNG, median of the charts", median(ratios), PNG_RATIO, "×")


def slides(rounds: int) -> None:
    """The 12 slides in each format."""
    deck_handout = handout.of_deck(ready.deck("partnership-in-12", "en"), "en")
    for key, most in SECONDS.items():
        write = export.BY_KEY[key].write
        content = write(deck_handout, handout.silent)
        took = median(_seconds(partial(write, deck_handout, handout.silent)) for _ in range(rounds))
        _goal(f"12 slides as {key}, {len(content) / 1e6:.1f} MB", took, most, "s")


def memory() -> None:
    """What an export of 40 slides takes beside the idle server, in each format."""
    every = tuple(s for key in ready.DECKS for s in ready.deck(key, "en").slides)
    deck = Deck("Forty", (every * 2)[:FORTY])
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "deck.json"
        saved.write_text(decks.to_json(deck), "utf-8")
        for key in SECONDS:
            command = [sys.executable, "-m", "partnership", "deck", str(saved)]
            command += ["--format", key, "--out", str(Path(folder) / "made")]
            _goal(f"40 slides as {key}", _largest(command), MEMORY_MB, "MB")


def _largest(command: list[str]) -> float:
    """Megabytes of resident memory that a command and its children take at most."""
    most = 0.0
    with subprocess.Popen(command) as process:
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            with suppress(psutil.Error):
                family = [watched, *watched.children(recursive=True)]
                most = max(most, sum(p.memory_info().rss for p in family) / 1e6)
            time.sleep(0.02)
    if process.returncode:
        raise RuntimeError(f"exit code {process.returncode}: {' '.join(command)}")
    return most


def _goal(what: str, reached: float, most: float, unit: str) -> None:
    missed = "" if reached <= most else "   missed"
    print(f"{what:<50}{reached:>9.2f} {unit:<3} at most {most:g}{missed}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.exports")
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    png(rounds)
    slides(rounds)
    memory()


if __name__ == "__main__":
    main()
