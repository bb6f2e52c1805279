"""A bounded cache that computes each result once and drops those of data that are out of date.

`functools.lru_cache` is bounded, but two threads that ask for the same thing at once both compute
it, and results of yesterday's data stay until newer ones displace them.
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
    """`make`, with its results for the `most` arguments that were asked for last.

    The last `times` arguments are the version of what it reads (the data, the day): when they
    change, all earlier results are dropped. A caller that asks while a result is being computed
    waits for it. Errors are not kept: every caller that waited gets it, and the next one tries
    again.
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
        """What `make` returns for these positional arguments."""
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
        return self._compute(args, ours) if promised is None else promised.result()

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

    def _compute(self, args: tuple[Hashable, ...], promise: Future[T]) -> T:
        try:
            result = self._make(*args)  # type: ignore[arg-type, call-arg]
        except BaseException as error:
            with self._lock:
                del self._making[args]
            promise.set_exception(error)
            raise
        with self._lock:
            del self._making[args]
            if args[len(args) - self._times :] == self._now:
                self._kept[args] = result
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        promise.set_result(result)
        return result


def kept(*, most: int, times: int = 0) -> Callable[[Callable[P, T]], Kept[P, T]]:
    """Decorate a function to keep its results; see `Kept`."""
    return lambda make: Kept(make, most, times)
