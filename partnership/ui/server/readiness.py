"""The server identifies itself in its health check, so that no other is mistaken for it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from partnership.opening import HEALTH, STARTED, STARTED_HEADER

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Readiness:
    """ASGI middleware: adds the word of `partnership open` to the answer of a health check."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._word = os.environ.get(STARTED, "").encode("latin-1", "replace")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; identify this server in the answer to a health check."""
        asked = scope["type"] == "http" and scope["path"].endswith(HEALTH) and self._word

        async def named(message: Message) -> None:
            if asked and message["type"] == "http.response.start":
                word = (STARTED_HEADER.encode("ascii"), self._word)
                message = {**message, "headers": [*message.get("headers", ()), word]}
            await send(message)

        await self._app(scope, receive, named)
