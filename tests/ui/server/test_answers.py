"""What stands before all answers: headers, our own names, bounds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_gzip_middleware import SelectiveGZipMiddleware

from partnership.ui.server import headers, hosts, limits
from tests.asgi import HEADERS, HOST, Client, stack


async def _streamlit(scope: Scope, receive: Receive, send: Send) -> None:
    """What may stand behind: a page, a file, a redirect, an error, a fault."""
    answers: dict[str, Callable[[], Any]] = {
        "/": lambda: HTMLResponse("<p>page</p>"),
        "/static/a.js": lambda: PlainTextResponse("x" * 5000),
        "/trade/": lambda: RedirectResponse("/trade"),
        "/none": lambda: PlainTextResponse("none", 404),
    }
    if scope["path"] == "/fault":
        raise ZeroDivisionError
    await answers[scope["path"]]()(scope, receive, send)


def _ask(app: ASGIApp, path: str, **more: Any) -> Client:
    scope = {"headers": [HOST], **more}
    return asyncio.run(Client().ask(app, path, **scope))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/static/a.js", 200),
        ("/trade/", 307),
        ("/none", 404),
        ("/_present/x/presenter.css", 200),
        ("/_present/x/nothing", 404),
        ("/" + "a" * 300, 414),
    ],
)
def test_every_answer_says_what_may_be_done_with_it(path: str, status: int) -> None:
    answer = _ask(stack(_streamlit), path)
    assert answer.status == status
    assert [name for name in HEADERS if not answer.headers.get(name)] == []
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]
    strict = "default-src 'none'" in answer.headers["content-security-policy"]
    assert strict == (path != "/")


def test_a_fault_is_answered_in_words_with_the_same_headers() -> None:
    client = Client()
    with pytest.raises(ZeroDivisionError):
        asyncio.run(client.ask(stack(_streamlit), "/fault", headers=[HOST]))
    assert client.status == 500
    assert "for a fault of ours" in client.body
    assert set(HEADERS) <= set(client.headers)


def test_no_script_runs_in_a_page_but_those_that_we_know() -> None:
    policy = _ask(stack(_streamlit), "/").headers["content-security-policy"]
    scripts = next(p for p in policy.split("; ") if p.startswith("script-src"))
    assert "'unsafe-inline'" not in scripts
    assert "'unsafe-eval'" not in scripts
    assert scripts.count("sha256-") == 4


def test_who_may_frame_it_is_configured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERSHIP_FRAMED_BY", "https://www.example.org, https://*.test:8443")
    answer = _ask(stack(_streamlit), "/")
    policy = answer.headers["content-security-policy"]
    assert policy.endswith("frame-ancestors 'self' https://www.example.org https://*.test:8443")
    assert "x-frame-options" not in answer.headers
    for odd in ("https://a.test; script-src *", "javascript:alert(1)", "'none'", "a.test/path"):
        monkeypatch.setenv("PARTNERSHIP_FRAMED_BY", odd)
        with pytest.raises(ValueError, match="is no site"):
            headers.framed_by()


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    ("path", "query", "location"),
    [
        ("/analysis", "", "./trade"),
        ("/analysis/", "", "../trade"),
        ("/analysis", "lang=en&from=2010&present=1", "./trade?lang=en&from=2010&present=1"),
        ("/board/analysis", "find=%22x%22", "./trade?find=%22x%22"),
    ],
)
def test_a_page_of_before_leads_on_with_its_choices(
    path: str, query: str, location: str, method: str
) -> None:
    answer = _ask(stack(_streamlit), path, query=query, method=method, root_path="/board")
    assert (answer.status, answer.headers["location"]) == (308, location)
    assert set(HEADERS) <= set(answer.headers)


@pytest.mark.parametrize(
    ("host", "taken"),
    [
        ("127.0.0.1:8501", True),
        ("LOCALHOST.", True),
        ("[::1]:8501", True),
        ("board.example.org", True),
        ("a.b.embassy.test:443", True),
        ("[2001:db8::7]", True),
        ("evil.test", False),
        ("embassy.test", False),
        ("127.0.0.1.evil.test", False),
        ("localhost:x", False),
        ("evil.test@localhost", False),
        ("localhost/x", False),
        ("", False),
    ],
)
def test_it_answers_under_its_own_names_alone(
    host: str, taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = "Board.example.org, *.embassy.test 2001:db8::7"
    monkeypatch.setenv("PARTNERSHIP_HOSTS", named)
    answer = _ask(stack(_streamlit), "/", headers=[("host", host)])
    assert answer.status == (200 if taken else 400)
    assert taken or "does not answer under this name" in answer.body
    assert taken or not host or host not in answer.body


def test_any_name_only_where_settings_allow_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _ask(stack(_streamlit), "/", headers=[]).status == 400
    monkeypatch.setenv("PARTNERSHIP_HOSTS", "*")
    assert _ask(stack(_streamlit), "/", headers=[("host", "any.test")]).status == 200


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("127.0.0.1:8501", "http://127.0.0.1:8501", 0),
        ("127.0.0.1:8501", None, 0),
        ("127.0.0.1:8501", "https://evil.test", 403),
        ("127.0.0.1:8501", "null", 403),
        ("evil.test", "http://evil.test", 400),
    ],
)
def test_a_session_is_opened_from_our_own_pages_alone(
    host: str, origin: str | None, status: int
) -> None:
    passed: list[Scope] = []

    async def behind(scope: Scope, _receive: Receive, _send: Send) -> None:
        passed.append(scope)

    request_headers = [("host", host), *([("origin", origin)] if origin else [])]
    more = {"type": "websocket", "extensions": {"websocket.http.response": {}}}
    answer = _ask(stack(behind), "/_stcore/stream", headers=request_headers, **more)
    assert answer.status == status
    assert bool(passed) == (status == 0)
    closed = _ask(stack(behind), "/_stcore/stream", headers=request_headers, type="websocket")
    assert [m["type"] for m in closed.answered] == (["websocket.close"] if status else [])


@pytest.mark.parametrize(
    ("path", "query", "long"),
    [
        ("/app/static/" + "a" * 6000, "", True),
        ("/app/static/" + "a" * 256, "", True),
        ("/app/static/" + "а" * 128, "", True),
        ("/media" + "/a" * 600, "", True),
        ("/app/static/" + "a" * 255, "", False),
        ("/trade", "present=1&x=" + "a" * 20_000, True),
        ("/trade", "x=" + "a" * 20_000, True),
        ("/present", "deck=" + "a" * 16_000, False),
    ],
)
def test_no_address_is_longer_than_what_we_answer(path: str, query: str, long: bool) -> None:
    async def behind(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("ok")(scope, receive, send)

    answer = _ask(stack(behind), path, query=query)
    assert answer.status == (414 if long else 200)
    assert not long or "The link is too long" in answer.body
    assert not long or len(answer.body) < 2000


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("gzip, deflate, br", True),
        ("br;q=1.0, gzip;q=0.5", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, *", False),
        ("deflate, gzip ;q=0", False),
        ("*;q=0", False),
        ("identity", False),
        ("gzip;q=.", False),
        ("", False),
    ],
)
def test_what_the_reader_cannot_unpack_is_not_packed(accepted: str, packed: bool) -> None:
    app = stack(SelectiveGZipMiddleware(_long_file))
    request_headers = [HOST, ("accept-encoding", accepted)]
    for path in ("/app/static/rivers.geojson", "/_present/x/presenter.js"):
        got = _ask(app, path, headers=request_headers).headers.get("content-encoding")
        assert (got == "gzip") == packed


async def _long_file(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("x" * 50_000)(scope, receive, send)


def test_names_come_from_settings_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from streamlit import config

    settings = {"server.address": "10.0.0.5", "browser.serverAddress": "https://board.test:8443"}
    monkeypatch.setattr(config, "get_option", lambda name: settings.get(name, ["other.test"]))
    named = {"10.0.0.5", "board.test", "other.test", "127.0.0.1", "localhost", "::1"}
    assert hosts.allowed() == named
    assert limits.LONGEST_QUERY > 16_000
