"""One client cannot stop the others: what is refused, joined, dropped and stopped."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from partnership.export.handout import Cancelled, Tick
from partnership.ui.present.pool import Gone, Limits, Pool, Refused

_PATIENCE = 20.0


class _Work:
    """Work that is under way until it is let go; it steps whenever it is told to."""

    def __init__(self) -> None:
        self.begun, self.go, self.over = threading.Event(), threading.Event(), threading.Event()
        self.times = 0
        self.cancelled = False

    def __call__(self, tick: Tick) -> str:
        self.times += 1
        self.begun.set()
        try:
            assert self.go.wait(_PATIENCE)
            tick(1, 2)
        except Cancelled:
            self.cancelled = True
            raise
        finally:
            self.over.set()
        return f"drawn {self.times}"


class _Client:
    def __init__(self, pool: Pool, name: str) -> None:
        self._pool, self._name, self._left = pool, name, asyncio.Event()

    def ask(self, key: str, work: Callable[[Tick], str]) -> asyncio.Task[str]:
        async def gone() -> None:
            await self._left.wait()

        return asyncio.create_task(self._pool.result(key, self._name, work, gone))

    def leave(self) -> None:
        self._left.set()


def _run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(test, _PATIENCE))


async def _turns() -> None:
    """Let everything that is ready go on."""
    for _ in range(20):
        await asyncio.sleep(0)


async def _heard(event: threading.Event) -> None:
    assert await asyncio.to_thread(event.wait, _PATIENCE)


def test_the_same_work_is_done_once_for_all_who_ask() -> None:
    async def test() -> None:
        pool, work = Pool(Limits()), _Work()
        asked = [_Client(pool, f"{n}").ask("same", work) for n in range(50)]
        await _turns()
        work.go.set()
        assert set(await asyncio.gather(*asked)) == {"drawn 1"}
        assert await _Client(pool, "later").ask("same", work) == "drawn 2"

    _run(test())


def test_a_client_may_have_few_jobs_and_others_go_before_its_second() -> None:
    async def test() -> None:
        pool = Pool(Limits(at_once=2, waiting=8, each=2))
        greedy, other = _Client(pool, "greedy"), _Client(pool, "other")
        works = [_Work() for _ in range(4)]
        first, second = greedy.ask("1", works[0]), greedy.ask("2", works[1])
        await _turns()
        with pytest.raises(Refused) as refused:
            await greedy.ask("3", works[2])
        assert refused.value.of_client
        theirs = other.ask("4", works[3])
        await _heard(works[3].begun)
        assert not works[1].begun.is_set()
        for work in works:
            work.go.set()
        assert list(await asyncio.gather(first, second, theirs)) == ["drawn 1"] * 3
        assert works[2].times == 0

    _run(test())


def test_all_together_may_wait_only_so_long() -> None:
    async def test() -> None:
        pool, works = Pool(Limits(at_once=1, waiting=2, each=2)), [_Work() for _ in range(5)]
        asked = [_Client(pool, f"{n}").ask(f"{n}", work) for n, work in enumerate(works[:3])]
        await _turns()
        with pytest.raises(Refused) as refused:
            await _Client(pool, "late").ask("late", works[3])
        assert not refused.value.of_client
        # Who wants what is being done already needs no room.
        joined = _Client(pool, "late").ask("0", works[4])
        await _turns()
        for work in works:
            work.go.set()
        assert await asyncio.gather(*asked, joined) == ["drawn 1"] * 4
        assert works[4].times == 0

    _run(test())


def test_what_nobody_waits_for_ends_and_makes_room() -> None:
    async def test() -> None:
        pool, works = Pool(Limits(at_once=1, waiting=1, each=2)), [_Work() for _ in range(3)]
        running, waiting, third = (_Client(pool, name) for name in "abc")
        asked = [running.ask("1", works[0]), waiting.ask("2", works[1])]
        await _heard(works[0].begun)
        running.leave()
        waiting.leave()
        for one in asked:
            with pytest.raises(Gone):
                await one
        theirs = third.ask("3", works[2])
        await _turns()
        assert not works[2].begun.is_set()
        for work in works:
            work.go.set()
        assert await theirs == "drawn 1"
        assert works[0].cancelled
        assert works[1].times == 0

    _run(test())


def test_work_goes_on_while_one_of_two_still_waits() -> None:
    async def test() -> None:
        pool, work = Pool(Limits()), _Work()
        one, other = _Client(pool, "one"), _Client(pool, "other")
        first, second = one.ask("same", work), other.ask("same", work)
        await _turns()
        one.leave()
        with pytest.raises(Gone):
            await first
        work.go.set()
        assert await second == "drawn 1"

    _run(test())


def test_abandoned_work_is_started_again_for_the_next_client() -> None:
    async def test() -> None:
        pool, abandoned, anew = Pool(Limits(at_once=2)), _Work(), _Work()
        one = _Client(pool, "one")
        first = one.ask("same", abandoned)
        await _heard(abandoned.begun)
        one.leave()
        with pytest.raises(Gone):
            await first
        anew.go.set()
        assert await _Client(pool, "one").ask("same", anew) == "drawn 1"
        abandoned.go.set()
        await _heard(abandoned.over)
        assert abandoned.cancelled

    _run(test())


def test_nothing_is_begun_for_one_who_has_left_already() -> None:
    async def test() -> None:
        pool, work = Pool(Limits()), _Work()
        client = _Client(pool, "one")
        client.leave()
        with pytest.raises(Gone):
            await client.ask("1", work)
        assert work.times == 0

    _run(test())


def test_a_fault_reaches_everybody_who_waits_and_the_pool_goes_on() -> None:
    async def test() -> None:
        pool = Pool(Limits(at_once=1))

        def fails(_tick: Tick) -> str:
            raise ZeroDivisionError

        asked = [_Client(pool, f"{n}").ask("same", fails) for n in range(2)]
        for one in asked:
            with pytest.raises(ZeroDivisionError):
                await one
        work = _Work()
        work.go.set()
        assert await _Client(pool, "0").ask("next", work) == "drawn 1"

    _run(test())


def test_limits_are_set_by_whoever_runs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Limits.configured() == Limits()
    monkeypatch.setenv("PARTNERSHIP_PRESENT_EACH", "20")
    monkeypatch.setenv("PARTNERSHIP_PRESENT_WAITING", "40")
    assert Limits.configured() == Limits(each=20, waiting=40)
    for odd in ("0", "-1", "many", "²"):
        monkeypatch.setenv("PARTNERSHIP_PRESENT_EACH", odd)
        with pytest.raises(ValueError, match="PARTNERSHIP_PRESENT_EACH"):
            Limits.configured()
