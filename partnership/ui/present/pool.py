"""Work for readers in threads of its own, bounded for each client and in all.

What takes seconds may not stand in the way of what takes milliseconds: files and health checks are
served by other threads. The same work is done once for all who ask for it at the same time, and it
is dropped, or stops at its next step, when nobody waits for it any more.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Awaitable, Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from partnership.export.handout import Cancelled, Tick

T = TypeVar("T")
Work = Callable[[Tick], T]
"""Tells its `Tick` how far it is, and lets out what that raises."""


@dataclass(frozen=True)
class Limits:
    """How much is done and waits: `at_once` threads, `waiting` jobs, of each client `each` jobs.

    Drawing holds Python's lock, so that more threads finish no sooner; the second is there so that
    a short job need not wait for another client's long one.
    """

    at_once: int = 2
    waiting: int = 8
    each: int = 3

    @classmethod
    def configured(cls) -> Limits:
        """Those of the environment: see docs/running.md, "Behind a proxy". Raises `ValueError`."""
        plain = cls()
        return cls(
            waiting=_number("PARTNERSHIP_PRESENT_WAITING", plain.waiting),
            each=_number("PARTNERSHIP_PRESENT_EACH", plain.each),
        )


def _number(name: str, plain: int) -> int:
    value = os.environ.get(name, "").strip() or str(plain)
    if not (value.isascii() and value.isdigit() and int(value) > 0):
        raise ValueError(f"{name}={value!r}: a whole number from 1 is wanted")
    return int(value)


class Refused(Exception):  # noqa: N818 - not an error
    """There is no room: of this client (`of_client`), or for anybody."""

    def __init__(self, of_client: bool) -> None:
        super().__init__(of_client)
        self.of_client = of_client


class Gone(Exception):  # noqa: N818 - not an error
    """The client that asked has left."""


@dataclass(eq=False)
class _Job:
    key: Hashable
    work: Work[Any]
    done: asyncio.Future[Any]
    clients: list[str] = field(default_factory=list)
    """Of everybody who waits for it; nobody does any more where there are none."""
    stop: threading.Event = field(default_factory=threading.Event)

    def tick(self, _done: int, _of: int) -> None:
        if self.stop.is_set():
            raise Cancelled


class Pool:
    """Jobs under way and waiting. Belongs to one event loop; only the work is done in threads."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits.configured()
        self._threads = ThreadPoolExecutor(self._limits.at_once, thread_name_prefix="present")
        self._jobs: dict[Hashable, _Job] = {}
        self._waiting: list[_Job] = []
        self._running: list[_Job] = []

    async def result(
        self, key: Hashable, client: str, work: Work[T], gone: Callable[[], Awaitable[None]]
    ) -> T:
        """The result of `work`, or of the same work (`key`) under way for another client.

        `gone` returns when the client has left. Raises `Gone` then, `Refused` where there is no
        room, and whatever `work` raises.
        """
        left = asyncio.ensure_future(gone())
        try:
            # One who left before the work began is noticed here.
            await asyncio.sleep(0)
            if left.done():
                raise Gone
            return await self._joined(self._job(key, client, work), client, left)
        finally:
            left.cancel()

    async def _joined(self, job: _Job, client: str, left: asyncio.Future[None]) -> Any:
        job.clients.append(client)
        self._begin()
        try:
            await asyncio.wait((job.done, left), return_when=asyncio.FIRST_COMPLETED)
            if not job.done.done():
                raise Gone
            return job.done.result()
        finally:
            job.clients.remove(client)
            if not job.clients:
                self._drop(job)

    def _job(self, key: Hashable, client: str, work: Work[Any]) -> _Job:
        if key in self._jobs:
            return self._jobs[key]
        under_way = [*self._running, *self._waiting]
        if sum(client in job.clients for job in under_way) >= self._limits.each:
            raise Refused(of_client=True)
        if len(self._waiting) >= self._limits.waiting:
            raise Refused(of_client=False)
        job = _Job(key, work, asyncio.get_running_loop().create_future())
        self._jobs[key] = job
        self._waiting.append(job)
        return job

    def _begin(self) -> None:
        """Start what can be: in the order of asking, but one job at a time of each client."""
        for job in list(self._waiting):
            if len(self._running) >= self._limits.at_once:
                return
            busy = {client for other in self._running for client in other.clients}
            if not busy.issuperset(job.clients):
                self._waiting.remove(job)
                self._running.append(job)
                loop = asyncio.get_running_loop()
                future = loop.run_in_executor(self._threads, job.work, job.tick)
                future.add_done_callback(partial(self._finish, job))

    def _finish(self, job: _Job, future: asyncio.Future[Any]) -> None:
        self._running.remove(job)
        error = None if future.cancelled() else future.exception()
        if not job.done.done():
            if error is not None:
                job.done.set_exception(error)
            elif future.cancelled():
                job.done.cancel()
            else:
                job.done.set_result(future.result())
        self._forget(job)
        self._begin()

    def _drop(self, job: _Job) -> None:
        """Drop a job that no client waits for: it does not begin, or ends at its next step."""
        job.stop.set()
        job.done.cancel()
        if job in self._waiting:
            self._waiting.remove(job)
        self._forget(job)

    def _forget(self, job: _Job) -> None:
        if self._jobs.get(job.key) is job:
            del self._jobs[job.key]
