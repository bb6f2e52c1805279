"""Headers of every answer: what a browser may do with it, and who may frame it.

Presentations and refusals have a policy of their own, stricter than that of pages; here only
the rule who may frame them is added. A page of Streamlit may run its own scripts, those that it
makes of components (`blob:`), and ours that stand in it; it may talk to its own server alone.
"""

from __future__ import annotations

import logging
import os
import re
from functools import cache
from typing import TYPE_CHECKING

from starlette.datastructures import MutableHeaders

from partnership.language import texts
from partnership.language.texts import message
from partnership.ui.look import inline
from partnership.ui.server import answers
from partnership.ui.streamlit_shims import static

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG = logging.getLogger(__name__)
_FRAMED_BY = "PARTNERSHIP_FRAMED_BY"
_SITE = re.compile(r"(https?://)?(\*\.)?[\w-]+(\.[\w-]+)*(:(\d+|\*))?", re.ASCII)
_FILE = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a file may do that is opened by itself: nothing, but a picture may be coloured."""
_CLOSED = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
_OWN = ("fullscreen", "screen-wake-lock")
"""What presentations need."""
_SAFE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join(
        [*(f"{name}=()" for name in _CLOSED), *(f"{name}=(self)" for name in _OWN)]
    ),
}
_FAULT = message(
    "This could not be answered, for a fault of ours; it stands in the log of the dashboard."
)
_STARTS = ("http.response.start", "websocket.http.response.start")


class Headers:
    """ASGI middleware: the first, so that its headers are on every answer of the others."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._framed_by = framed_by()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; add headers to the answer; without one, answer with an error."""
        begun = scope["type"] != "http"

        async def sent(message: Message) -> None:
            nonlocal begun
            if message["type"] in _STARTS:
                begun = True
                self._add(message)
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except Exception:
            if not begun:
                t = texts.in_language(answers.language(scope))
                await answers.words(t, 500, t(_FAULT))(scope, receive, sent)
            raise

    def _add(self, start: Message) -> None:
        headers = MutableHeaders(scope=start)
        for name, value in _SAFE.items():
            headers.setdefault(name, value)
        if start["status"] == 304:
            # The browser keeps the policy of the answer that it has.
            return
        page = headers.get("content-type", "").startswith("text/html")
        policy = headers.get("content-security-policy") or (_page() if page else _FILE)
        headers["content-security-policy"] = f"{policy}; frame-ancestors {self._framed_by}"
        if self._framed_by == "'self'":
            headers["x-frame-options"] = "SAMEORIGIN"


def framed_by() -> str:
    """Who may show the dashboard in a frame, as a policy names them: `'self'` and the sites in
    `PARTNERSHIP_FRAMED_BY`, with commas or blanks between. Raises `ValueError` for what is none.
    """
    sites = re.split(r"[\s,]+", os.environ.get(_FRAMED_BY, "").strip())
    for site in sites:
        if site and site != "*" and not _SITE.fullmatch(site):
            raise ValueError(f"{_FRAMED_BY}: {site!r} is no site, such as https://www.example.org")
    return " ".join(["'self'", *(site for site in sites if site)])


@cache
def _page() -> str:
    """The policy of Streamlit's pages: as strict as they and ours can live with.

    Their messages are read with the help of WebAssembly; no text is run as a script.
    """
    scripts = " ".join(inline.digests(static.index()))
    return (
        f"default-src 'self'; script-src 'self' blob: 'wasm-unsafe-eval' {scripts};"
        " style-src 'self' 'unsafe-inline';"
        " img-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:;"
        " object-src 'none'; base-uri 'self'; form-action 'self'"
    )
