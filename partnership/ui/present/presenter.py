"""Present mode: a page or a deck as slides, full screen, at the same address with `present=1`.

The presenter is no Streamlit app: a change of slide must be drawn at once, and a saved file shows
the very same thing. It answers before Streamlit does, and leaves everything else to it.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import partial
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response

from partnership.export.web import parts as web_parts
from partnership.language import texts
from partnership.language.texts import Texts, message
from partnership.site.sitemap import LEAVES
from partnership.state import PRESENT
from partnership.tables.contract import TableError
from partnership.ui.present import presentation
from partnership.ui.present.pool import Gone, Pool, Refused
from partnership.ui.present.presentation import Wanted
from partnership.ui.server import answers, paths

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_OWN = (PRESENT, "slide", "theme")
_LEVEL = 6
"""Of gzip: ten milliseconds for half a megabyte."""
"""Parameters that mean nothing outside of a presentation."""
_PATHS = {leaf.path: leaf for leaf in LEAVES}
_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src blob:;"
    " base-uri 'none'; form-action 'none'"
)
_AGAIN = 5
"""Seconds after which one who was refused may ask again: a deck takes about as long."""
_BUSY = message(
    "Several presentations that nobody asked for before are being drawn, and others wait. This one"
    " follows when there is room: this page asks again by itself."
)
_YOURS = message(
    "Other presentations that you asked for are still being drawn. This one follows when they are"
    " there: this page asks again by itself."
)


class Presenter:
    """ASGI middleware: answers for presentations and for the files of which they consist."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._pool = Pool()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is ours; pass everything else on."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            path = paths.below(scope)
            if path.startswith(f"{presentation.FOLDER}/"):
                answer = await run_in_threadpool(_part, path, Headers(scope=scope))
                return await _only_head(answer, scope)(scope, receive, send)
            query = scope["query_string"].decode("latin-1")
            if path in _PATHS and _asked(query):
                return await self._present(path, query, scope, receive, send)
        return await self._app(scope, receive, send)

    async def _present(
        self, path: str, query: str, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """A presentation, drawn in the pool unless all of it was drawn before."""
        if scope["method"] == "HEAD":
            # Its length is not known before it is drawn, which is not worth the wait.
            head = _html("", Headers(scope=scope))
            del head.headers["content-length"]
            return await head(scope, receive, send)
        wanted, around = await run_in_threadpool(_read, path, query, answers.language(scope))
        drawings = await run_in_threadpool(presentation.cached, wanted)
        try:
            if drawings is None:
                needed = wanted.drawings
                work = partial(presentation.drawn, needed)
                drawings = await self._pool.result(
                    needed, _client(scope), work, partial(_gone, receive)
                )
        except Gone:
            return None
        except Refused as refused:
            return await _refusal(refused, texts.in_language(wanted.lang))(scope, receive, send)
        page = await run_in_threadpool(presentation.document, wanted, drawings, around)
        answer = await run_in_threadpool(_html, page, Headers(scope=scope))
        return await answer(scope, receive, send)


def _read(path: str, query: str, spoken: str) -> tuple[Wanted, Mapping[str, str]]:
    """The presentation requested, and its surroundings. Any query gets an answer in words, in
    the language that is `spoken` where it asks for none.
    """
    asked = parse_qs(query, keep_blank_values=True, errors="replace")
    asked.setdefault("lang", [spoken])
    kept = [pair for pair in parse_qsl(query, errors="replace") if pair[0] not in _OWN]
    back = path or "./"
    around = {"back": f"{back}?{urlencode(kept)}" if kept else back, **_start(asked)}
    return presentation.requested(_PATHS[path], asked), around


async def _gone(receive: Receive) -> None:
    """Return when the client has left."""
    while (await receive())["type"] != "http.disconnect":
        pass


def _client(scope: Scope) -> str:
    """Who asks: an address; of the sixth version its network, of which a client has all.

    Behind a proxy uvicorn puts the reader's own address there: see docs/running.md.
    """
    named = str((scope.get("client") or ("",))[0])
    try:
        address = ip_address(named)
    except ValueError:
        return named
    if isinstance(address, IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped or ip_network((address, 64), strict=False))
    return named


def _refusal(refused: Refused, t: Texts) -> Response:
    status, why = (429, _YOURS) if refused.of_client else (503, _BUSY)
    return answers.words(t, status, t(why), again=_AGAIN)


def _asked(query: str) -> bool:
    """Whether the address asks for a presentation."""
    return f"{PRESENT}=1" in query.split("&")


def _start(asked: Mapping[str, list[str]]) -> dict[str, str]:
    """Where to begin, and in which theme; anything else is left out."""
    chosen = {"slide": asked.get("slide", [""])[-1], "theme": asked.get("theme", [""])[-1]}
    number = chosen["slide"]
    right = {
        "slide": number.isascii() and number.isdigit() and len(number) <= 3,
        "theme": chosen["theme"] in ("dark", "light"),
    }
    return {name: value for name, value in chosen.items() if right[name]}


def _html(page: str, asked: Headers) -> Response:
    """The document, packed for a browser that takes it so: a fifth of the bytes."""
    headers = {
        "cache-control": "no-store",
        "content-security-policy": _POLICY,
        "vary": "accept-encoding",
    }
    body = page.encode("utf-8", "replace")
    if "gzip" in asked.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
        body = gzip.compress(body, _LEVEL, mtime=0)
    return Response(body, 200, headers, media_type="text/html; charset=utf-8")


def _part(path: str, headers: Headers) -> Response:
    """One file of the presenter: cached for good under its hash, compressed where accepted."""
    _, _, named = path.partition("/")
    hashed, _, name = named.partition("/")
    try:
        part = web_parts.named(name)
    except (KeyError, TableError):
        return Response("not found", 404, media_type="text/plain")
    kept = "public, max-age=31536000, immutable" if part.hash == hashed else "no-store"
    sent = {"cache-control": kept, "vary": "accept-encoding"}
    if "gzip" in headers.get("accept-encoding", ""):
        sent["content-encoding"] = "gzip"
        return Response(web_parts.packed(part), 200, sent, media_type=part.mime)
    return Response(part.body, 200, sent, media_type=part.mime)


def _only_head(answer: Response, scope: Scope) -> Response:
    """Without the body, where only the head was requested; its length stays."""
    if scope["method"] == "HEAD":
        answer.body = b""
    return answer
