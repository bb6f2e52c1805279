"""Hints for the browser: the code that draws charts and maps, so that it loads at once.

Streamlit's browser part asks for that code only when the first chart arrives, and the code asks
for more. Links in the head of the page (`rel=modulepreload`, HTML Living Standard) name all of it
at the start: a first visit paints its first charts a quarter sooner. Only figures are named: with
the code of the widgets hinted too, widgets come first and the gain is gone. Where Streamlit names
its files otherwise, nothing is hinted and nothing else changes.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders

from partnership.ui.streamlit_shims import static

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_CHARTS = ("ArrowVegaLiteChart", "loadVegaEmbed", "embed", "vega-interpreter")
_MAPS = ("DeckGlJsonChart",)
_IMPORT = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')
_HEAD = b"<head>"


class Hints:
    """ASGI middleware: names in every page of HTML the scripts that its figures need."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; add links to the head of a page of HTML."""
        if scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", ""):
            # The page itself is small, and only plain text can be added to.
            plain = [(k, v) for k, v in scope["headers"] if k.lower() != b"accept-encoding"]
            scope = {**scope, "headers": plain}
            send = _Page(send, scope["path"]).send
        await self._app(scope, receive, send)


class _Page:
    """One response: a page of HTML is buffered until it is whole, anything else is passed on."""

    def __init__(self, send: Send, path: str) -> None:
        self._send, self._path = send, path
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._whole(self._start)

    async def _whole(self, start: Message) -> None:
        body = self._body.replace(_HEAD, _HEAD + links(self._path), 1)
        headers = MutableHeaders(scope=start)
        headers["content-length"] = str(len(body))
        # They describe the file, not what is sent.
        del headers["etag"], headers["last-modified"]
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _is_page(start: Message) -> bool:
    headers = MutableHeaders(scope=start)
    kind = headers.get("content-type", "")
    return start["status"] == 200 and kind.startswith("text/html")


def links(path: str) -> bytes:
    """HTML that names the scripts of the page at `path`."""
    named = (f'<link rel="modulepreload" href="./static/js/{n}">' for n in scripts(path))
    return "".join(named).encode()


def scripts(path: str) -> tuple[str, ...]:
    """Names of the script files that the page at `path` loads for its first figure."""
    return _needed(_MAPS if path.rstrip("/").endswith("/map") else _CHARTS)


@cache
def _needed(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The files of `parts` and what they import, whatever the hashes in their names."""
    return tuple(
        _closure(f.name for part in parts for f in sorted(static.SCRIPTS.glob(f"{part}.*.js")))
    )


def _closure(names: Iterable[str]) -> dict[str, None]:
    """`names` and all that they import, and so on."""
    found: dict[str, None] = {}
    left = list(names)
    while left:
        name = left.pop(0)
        if name not in found and (static.SCRIPTS / name).is_file():
            found[name] = None
            left += _IMPORT.findall((static.SCRIPTS / name).read_text("utf-8"))
    return found
