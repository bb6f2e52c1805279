"""Presentations asked of the server: drawn once, kept within bounds, refused where too many."""

from __future__ import annotations

import asyncio
import threading
from datetime import date
from typing import Any

import pytest
from starlette.types import Receive, Scope, Send

from partnership.decks.deck import Deck, Slide
from partnership.export.handout import Tick
from partnership.state import State
from partnership.tables import reading
from partnership.ui.present import presentation, presenter
from partnership.ui.present.cache import DrawingCache, DrawingKey
from partnership.ui.present.pool import Limits
from tests.asgi import HEADERS, HOST, Client, stack


async def _nothing(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise AssertionError("a presentation is answered before this")


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Nothing was drawn before, and drawing waits until this is set."""
    let_go = threading.Event()
    draw = presentation.drawn

    def drawn(drawings: Any, tick: Tick) -> Any:
        assert let_go.wait(20)
        return draw(drawings, tick)

    monkeypatch.setattr(presentation, "drawn", drawn)
    monkeypatch.setattr(presentation, "_cache", DrawingCache())
    monkeypatch.setattr(Limits, "configured", classmethod(lambda cls: cls(waiting=1, each=1)))
    return let_go


def _show(year: int) -> dict[str, Any]:
    query = f"present=1&consortium=cpc&on={year}-01-01"
    return {"path": "/stakes", "query": query, "headers": [HOST]}


def test_a_client_with_too_many_requests_learns_when_to_retry(gate: threading.Event) -> None:
    async def test() -> None:
        app = stack(_nothing)
        askers = [Client(f"192.0.2.{n}") for n in range(3)]
        first = [asyncio.create_task(c.ask(app, **_show(2010 + n))) for n, c in enumerate(askers)]
        while sum(len(c.answered) for c in askers) or len(_jobs(app)) < 3:
            await asyncio.sleep(0.01)
        more = await Client("192.0.2.1").ask(app, **_show(2020))
        assert more.status == 429
        late = await Client("192.0.2.9").ask(app, **_show(2021))
        assert late.status == 503
        for refused in (more, late):
            assert int(refused.headers["retry-after"]) > 0
            assert "this page asks again by itself" in refused.body
            assert set(HEADERS) <= set(refused.headers)
        head = await Client("192.0.2.9").ask(app, **_show(2021), method="HEAD")
        assert (head.status, head.body) == (200, "")
        gate.set()
        await asyncio.gather(*first)
        assert [c.status for c in askers] == [200] * 3

    asyncio.run(asyncio.wait_for(test(), 60))


def _jobs(app: Any) -> dict[Any, Any]:
    """The jobs of the presenter among our middleware."""
    while not isinstance(app, presenter.Presenter):
        app = app._app
    return app._pool._jobs


def test_what_was_drawn_before_is_never_refused(gate: threading.Event) -> None:
    async def test() -> None:
        app = stack(_nothing)
        gate.set()
        assert (await Client().ask(app, **_show(2010))).status == 200
        gate.clear()
        busy = Client()
        waits = asyncio.create_task(busy.ask(app, **_show(2011)))
        while not _jobs(app):
            await asyncio.sleep(0.01)
        assert (await Client().ask(app, **_show(2010))).status == 200
        assert (await Client().ask(app, **_show(2012))).status == 429
        busy.left.set()
        await waits
        assert busy.answered == []
        assert not _jobs(app)
        gate.set()

    asyncio.run(asyncio.wait_for(test(), 60))


def test_another_headline_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    draw = presentation._draw

    def counted(asked: DrawingKey) -> Any:
        drawn.append(asked.figure_id)
        return draw(asked)

    monkeypatch.setattr(presentation, "_draw", counted)
    monkeypatch.setattr(presentation, "_cache", DrawingCache())
    for headline in ("one", "two"):
        slides = tuple(Slide("stakes.cpc", headline=f"{headline} {n}") for n in range(3))
        wanted = presentation.Wanted(Deck("x", slides), "en")
        page = presentation.document(wanted, presentation.drawn(wanted.drawings), {"back": "./"})
        assert f"{headline} 2" in page
    assert drawn == ["stakes.cpc"]


def test_drawings_are_kept_within_bounds_of_one_package(damaged: object) -> None:
    asked = [DrawingKey("stakes.cpc", State(on=day)) for day in _days(4)]
    one = presentation.drawn(asked[:1])[asked[0]]
    kept, now = DrawingCache(2 * one.size + one.size // 2), presentation._now()
    for which in asked:
        kept.keep(which, one, now)
    assert [kept.find(which) is not None for which in asked] == [False, False, True, True]
    assert kept.size == 2 * one.size
    kept.keep(asked[3], one, now)
    assert kept.size == 2 * one.size
    reading._open.clear()
    assert kept.find(asked[3]) is None
    assert kept.size == 0
    kept.keep(asked[3], one, now)
    assert kept.size == 0
    assert damaged


def _days(count: int) -> list[date]:
    return [date(2000 + n, 1, 1) for n in range(count)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8::1", "2001:db8::ffff", True),
        ("2001:db8::1", "2001:db8:1::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
    ],
)
def test_a_client_is_known_by_its_network(one: str, other: str, same: bool) -> None:
    clients = {presenter._client({"client": (name, 1)}) for name in (one, other)}
    assert (len(clients) == 1) == same
    assert presenter._client({"client": None}) == ""
