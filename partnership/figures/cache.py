"""Keeping what is dear to make: a bounded number, each made once, and only for as long as it holds.

`functools.lru_cache` does the first alone: two threads that ask for the same thing at once both
make it, and what was made of yesterday's data stays until something pushes it out.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Kept(Generic[P, T]):
    """`make`, remembered for the `most` arguments that were asked for last.

    The last `times` arguments say of when the thing is (the data, the day): when they change, all
    that was kept of before is let go. Who asks while the thing is being made waits for it. What
    fails is not kept: everyone who waited gets the error, and the next one tries again.
    """

    def __init__(self, make: Callable[P, T], most: int, times: int = 0) -> None:
        self._make = make
        self._most = most
        self._times = times
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Hashable, ...], T] = OrderedDict()
        self._making: dict[tuple[Hashable, ...], Future[T]] = {}
        self._now: tuple[Hashable, ...] = ()

    def __call__(self, *args: P.args, **named: P.kwargs) -> T:
        """What `make` says of these arguments, which are given by position."""
        if named:
            raise TypeError("arguments are given by position")
        with self._lock:
            self._let_go(args[len(args) - self._times :])
            if args in self._kept:
                self._kept.move_to_end(args)
                return self._kept[args]
            promised = self._making.get(args)
            if promised is None:
                ours: Future[T] = Future()
                self._making[args] = ours
        return self._made(args, ours) if promised is None else promised.result()

    def __len__(self) -> int:
        return len(self._kept)

    def cache_clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()

    def _let_go(self, now: tuple[Hashable, ...]) -> None:
        if now != self._now:
            self._now = now
            self._kept.clear()

    def _made(self, args: tuple[Hashable, ...], promise: Future[T]) -> T:
        try:
            made = self._make(*args)  # type: ignore[arg-type, call-arg]
        except BaseException as error:
            with self._lock:
                del self._making[args]
            promise.set_exception(error)
            raise
        with self._lock:
            del self._making[args]
            if args[len(args) - self._times :] == self._now:
                self._kept[args] = made
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        promise.set_result(made)
        return made


def kept(*, most: int, times: int = 0) -> Callable[[Callable[P, T]], Kept[P, T]]:
    """Decorate a function to keep what it makes; see `Kept`."""
    return lambda make: Kept(make, most, times)
