"""Present mode: a page or a deck as slides, full screen, at the same address with `present=1`.

The presenter is no Streamlit app: a change of slide must be drawn at once, and a saved file shows
the very same thing. It answers before Streamlit does, and leaves everything else to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response

from partnership import texts
from partnership.contract import TableError
from partnership.export.web import parts as web_parts
from partnership.state import PRESENT
from partnership.texts import message
from partnership.ui import presented
from partnership.ui.shell import LEAVES

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_LONGEST = 20_000
"""Letters of a query; a deck in a link has at most 16 000."""
_OWN = (PRESENT, "slide", "theme")
"""Parameters that mean nothing outside of a presentation."""
_PATHS = {leaf.path: leaf for leaf in LEAVES}
_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
    " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src blob:;"
    " base-uri 'none'; form-action 'none'"
)
_SAFE = {"x-content-type-options": "nosniff", "referrer-policy": "same-origin"}
_TOO_LONG = message("The link is too long to be read; nothing of it is shown.")


class Presenter:
    """ASGI middleware: answers for presentations and for the files that they are made of."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is ours, in a thread of its own; pass everything else on."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            path = _path(scope)
            if path.startswith(f"{presented.FOLDER}/"):
                answer = await run_in_threadpool(_part, path, Headers(scope=scope))
                return await _only_head(answer, scope)(scope, receive, send)
            query = scope["query_string"].decode("latin-1")
            if path in _PATHS and _asked(query):
                answer = await run_in_threadpool(_page, path, query)
                return await _only_head(answer, scope)(scope, receive, send)
        return await self._app(scope, receive, send)


def _path(scope: Scope) -> str:
    """The path below wherever the dashboard runs, without the first slash."""
    from streamlit import config

    path = str(scope["path"])
    configured = str(config.get_option("server.baseUrlPath") or "")
    for prefix in (str(scope.get("root_path", "")), configured):
        base = "/" + prefix.strip("/") if prefix.strip("/") else ""
        if base and path.startswith(base + "/"):
            path = path.removeprefix(base)
    return path.removeprefix("/")


def _asked(query: str) -> bool:
    """Whether the address asks for a presentation."""
    return f"{PRESENT}=1" in query.split("&")


def _page(path: str, query: str) -> Response:
    """The presentation of the page at `path`. Whatever the query holds, words come back."""
    back = path or "./"
    if len(query) > _LONGEST:
        t = texts.of(texts.DEFAULT)
        shown = presented.nothing(t, t(_TOO_LONG))
        return _html(presented.document(shown, {"back": back}), 414)
    asked = parse_qs(query, keep_blank_values=True, errors="replace")
    kept = [pair for pair in parse_qsl(query, errors="replace") if pair[0] not in _OWN]
    around = {"back": f"{back}?{urlencode(kept)}" if kept else back, **_start(asked)}
    shown = presented.of(_PATHS[path], asked)
    return _html(presented.document(shown, around))


def _start(asked: Mapping[str, list[str]]) -> dict[str, str]:
    """Where to begin, and in which theme; anything else is left out."""
    said = {"slide": asked.get("slide", [""])[-1], "theme": asked.get("theme", [""])[-1]}
    number = said["slide"]
    right = {
        "slide": number.isascii() and number.isdigit() and len(number) <= 3,
        "theme": said["theme"] in ("dark", "light"),
    }
    return {name: value for name, value in said.items() if right[name]}


def _html(page: str, status: int = 200) -> Response:
    headers = {**_SAFE, "cache-control": "no-store", "content-security-policy": _POLICY}
    body = page.encode("utf-8", "replace")
    return Response(body, status, headers, media_type="text/html; charset=utf-8")


def _part(path: str, headers: Headers) -> Response:
    """One file of the presenter: kept for good under its own hash, packed where that is taken."""
    _, _, named = path.partition("/")
    hashed, _, name = named.partition("/")
    try:
        part = web_parts.named(name)
    except (KeyError, TableError):
        return Response("not found", 404, _SAFE, media_type="text/plain")
    kept = "public, max-age=31536000, immutable" if part.hash == hashed else "no-store"
    sent = {**_SAFE, "cache-control": kept, "vary": "accept-encoding"}
    if "gzip" in headers.get("accept-encoding", ""):
        sent["content-encoding"] = "gzip"
        return Response(web_parts.packed(part), 200, sent, media_type=part.mime)
    return Response(part.body, 200, sent, media_type=part.mime)


def _only_head(answer: Response, scope: Scope) -> Response:
    """Without the body, where only the head was asked for; its length stays."""
    if scope["method"] == "HEAD":
        answer.body = b""
    return answer
