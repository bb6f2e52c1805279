"""Rows of the layers of maps, by address: a browser takes each once, whatever a reader filters.

The address is the content's own: it is kept for good, and other rows have another.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections import deque
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from starlette.datastructures import Headers
from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

FOLDER = "app/layers"
_PATH = re.compile(rf"(?:/.*)?/{FOLDER}/([0-9a-f]{{32}})\.json")
_LATEST = 64
"""Rows that stay whether or not a map that is kept names them: a browser may be on its way."""


class Rows:
    """The rows of one layer as JSON."""

    def __init__(self, text: str) -> None:
        self.body = text.encode()
        self.hash = hashlib.sha256(self.body).hexdigest()[:32]

    @property
    def address(self) -> str:
        """Where a browser finds them, from the address of a page."""
        return f"{FOLDER}/{self.hash}.json"

    @cached_property
    def packed(self) -> bytes:
        """The content compressed; the same each time."""
        return gzip.compress(self.body, 6, mtime=0)


_known: WeakValueDictionary[str, Rows] = WeakValueDictionary()
_latest: deque[Rows] = deque(maxlen=_LATEST)
_adding = Lock()


def kept(text: str) -> Rows:
    """The rows of `text`, which can be asked for from now on, for as long as somebody has them."""
    rows = Rows(text)
    with _adding:
        rows = _known.setdefault(rows.hash, rows)
        if rows not in _latest:
            _latest.append(rows)
    return rows


def found(address: str) -> Rows | None:
    """The rows at an address, or at the path of one."""
    asked = _PATH.fullmatch(address if address.startswith("/") else f"/{address}")
    return _known.get(asked[1]) if asked else None


class LayerRows:
    """ASGI middleware: answers for rows of layers, and passes everything else on."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what is ours."""
        if scope["type"] != "http" or not _PATH.fullmatch(scope["path"]):
            return await self._app(scope, receive, send)
        answer = _answer(found(scope["path"]), Headers(scope=scope))
        if scope["method"] == "HEAD":
            answer.body = b""
        return await answer(scope, receive, send)


def _answer(rows: Rows | None, headers: Headers) -> Response:
    if rows is None:
        return Response("not found", 404, {"cache-control": "no-store"}, media_type="text/plain")
    sent = {"cache-control": "public, max-age=31536000, immutable", "vary": "accept-encoding"}
    if "gzip" in headers.get("accept-encoding", ""):
        sent["content-encoding"] = "gzip"
        return Response(rows.packed, 200, sent, media_type="application/json")
    return Response(rows.body, 200, sent, media_type="application/json")
