"""One request to an ASGI application, without a server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Message, Scope

from partnership.ui import lifespan

HOST = ("host", "127.0.0.1:8501")
"""The header of who asks for one of our own names."""

HEADERS = (
    "content-security-policy",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-frame-options",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
)
"""What every answer of ours has."""


def stack(behind: ASGIApp) -> ASGIApp:
    """Our middleware as the server has it, before `behind`."""
    for one in reversed(lifespan.middleware()):
        behind = one.cls(behind, *one.args, **one.kwargs)
    return behind


@dataclass
class Client:
    """Who asks: its address, and whether it has left. `answered` holds what it was sent."""

    address: str = "192.0.2.1"
    left: asyncio.Event = field(default_factory=asyncio.Event)
    answered: list[Message] = field(default_factory=list)

    async def ask(
        self,
        app: ASGIApp,
        path: str,
        query: str = "",
        method: str = "GET",
        headers: Iterable[tuple[str, str]] = (),
        **more: Any,
    ) -> Client:
        """Send one request, and take what comes back; itself."""
        scope: Scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": query.encode(),
            "headers": [(k.encode(), v.encode()) for k, v in headers],
            "client": (self.address, 1),
            **more,
        }
        begun = False

        async def receive() -> Message:
            nonlocal begun
            if not begun:
                begun = True
                kind = "http.request" if scope["type"] == "http" else "websocket.connect"
                return {"type": kind, "body": b"", "more_body": False}
            await self.left.wait()
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            self.answered.append(message)

        await app(scope, receive, send)
        return self

    @property
    def status(self) -> int:
        """Status of the answer; 0 for none."""
        return int(self.answered[0]["status"]) if self.answered else 0

    @property
    def headers(self) -> dict[str, str]:
        """Headers of the answer."""
        pairs = self.answered[0]["headers"] if self.answered else ()
        return {k.decode(): v.decode() for k, v in pairs}

    @property
    def body(self) -> str:
        """The answer itself."""
        return b"".join(m.get("body", b"") for m in self.answered[1:]).decode()
