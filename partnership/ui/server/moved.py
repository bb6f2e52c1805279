"""Addresses of pages that are no more lead to those that took over what stood on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import Response

from partnership.site.sitemap import MOVED
from partnership.ui.server import paths

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send


class Moved:
    """ASGI middleware: sends whoever asks for a page of before on, with all that the link says."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a page that moved; pass everything else on."""
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            path = paths.below(scope)
            new = MOVED.get(path.rstrip("/"))
            if new is not None:
                # Relative: nothing is known here of the name under which the reader came.
                place = f"../{new}" if path.endswith("/") else f"./{new}"
                query = scope["query_string"].decode("latin-1")
                location = f"{place}?{query}" if query else place
                moved = Response(status_code=308, headers={"location": location})
                return await moved(scope, receive, send)
        return await self._app(scope, receive, send)
