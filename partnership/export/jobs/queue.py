"""Which exports run, which wait and which are refused, and what is kept of those that are done."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from partnership import tables
from partnership.decks.deck import Deck
from partnership.export.jobs.jobs import Job

AT_ONCE, MOST = 2, 20
"""Exports that run at a time, and that run or wait in all."""
MOST_KEPT = 256_000_000
"""Bytes of finished files that are kept for their readers to fetch."""
_LOOK_S = 0.5


class Full(RuntimeError):  # noqa: N818 - shown to a reader
    """So many exports wait that no more are taken."""


class Queue:
    """Exports in the order of their requests, at most `AT_ONCE` of them running."""

    def __init__(self) -> None:
        self._jobs: list[Job] = []
        self._busy = 0
        self._watched = False
        self._lock = threading.RLock()

    def add(self, job: Job) -> None:
        """Add an export; it replaces any that the same reader requested before.

        Raises `Full` where too many wait.
        """
        with self._lock:
            for earlier in self._jobs:
                if job.owner and earlier.owner == job.owner:
                    earlier.replace()
            self._tidy()
            if sum(not one.over for one in self._jobs) >= MOST:
                raise Full
            self._jobs.append(job)
            self._begin()
            if not self._watched:
                self._watched = True
                threading.Thread(target=self._watch, name="exports", daemon=True).start()

    def _begin(self) -> None:
        for job in self._jobs:
            if self._busy >= AT_ONCE:
                return
            if job.take():
                self._busy += 1
                # Daemons: a server that ends waits neither for these nor for their processes.
                threading.Thread(target=self._run, args=(job,), name="export", daemon=True).start()

    def _run(self, job: Job) -> None:
        try:
            job.run()
        finally:
            with self._lock:
                self._busy -= 1
                self._tidy()
                self._begin()

    def _tidy(self) -> None:
        """Forget what is over; of finished files the oldest, where they are too many bytes."""
        self._jobs = [job for job in self._jobs if not job.over or job.content]
        kept = 0
        for job in reversed(self._jobs):
            kept += len(job.content)
            if kept > MOST_KEPT and job.over:
                job.replace()

    def _watch(self) -> None:
        """Look after every export as long as there are any."""
        while True:
            time.sleep(_LOOK_S)
            with self._lock:
                self._tidy()
                jobs = tuple(self._jobs)
                if not jobs:
                    self._watched = False
                    return
            for job in jobs:
                job.look(time.monotonic())


_QUEUE = Queue()


def start(
    deck: Deck,
    key: str,
    lang: str,
    site: str = "",
    owner: str = "",
    present: Callable[[], bool] | None = None,
) -> Job:
    """Begin to make `deck` in the format `key`; returns at once. Raises `Full`.

    `owner` and `present` identify the reader, see `Job`; the file uses the current data.
    """
    try:
        data = tables.package().version
    except OSError:
        data = ""  # the process meets the same error and reports it
    job = Job(deck, key, lang, site, owner, data=data)
    if present is not None:
        job.present = present
    _QUEUE.add(job)
    return job
