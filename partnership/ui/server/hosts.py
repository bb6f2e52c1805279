"""Under which names the dashboard answers, and from which sites a browser may open a session.

A page of somebody else's can give its own name our address (DNS rebinding) and then read all that
we answer: to a name that is not ours there is no answer but words.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from partnership.language import texts
from partnership.language.texts import message
from partnership.ui.server import answers

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

ANY = "*"
_NAMES = "PARTNERSHIP_HOSTS"
_ALWAYS = ("127.0.0.1", "localhost", "::1")
_OTHER = message(
    "The dashboard does not answer under this name. Whoever runs it names its hosts in"
    " PARTNERSHIP_HOSTS."
)
_FOREIGN = message("A session can only be opened from the dashboard's own pages.")


class Hosts:
    """ASGI middleware: refuses requests under foreign names, and sessions of foreign pages."""

    def __init__(self, app: ASGIApp, allowed: Iterable[str] | None = None) -> None:
        self._app = app
        self._names = None if allowed is None else frozenset(allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on requests to one of our names."""
        refused = self._refused(scope) if scope["type"] in ("http", "websocket") else None
        if refused is None:
            return await self._app(scope, receive, send)
        status, why = refused
        t = texts.in_language(answers.language(scope))
        return await answers.refuse(scope, receive, send, answers.words(t, status, t(why)))

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        headers, ours = Headers(scope=scope), self._allowed
        named = hostname(f"//{headers.get('host', '')}")
        if not named or not _among(named, ours):
            return 400, _OTHER
        origin = headers.get("origin")
        if scope["type"] == "websocket" and origin is not None and not _among_sites(origin, ours):
            return 403, _FOREIGN
        return None

    @property
    def _allowed(self) -> frozenset[str]:
        if self._names is None:
            # Streamlit has read its settings when the first request comes.
            self._names = allowed()
        return self._names


def allowed() -> frozenset[str]:
    """Our names: this machine's own, those of Streamlit's settings, and `PARTNERSHIP_HOSTS`.

    `*` stands for any name, `*.example.org` for all below that one. Names are in small letters,
    without port.
    """
    from streamlit import config

    settings = ("server.address", "browser.serverAddress")
    names = [str(config.get_option(name) or "") for name in settings]
    names += config.get_option("server.allowedHosts")
    names += os.environ.get(_NAMES, "").replace(",", " ").split()
    return frozenset([*_ALWAYS, *(_name(one.strip().lower()) for one in names)]) - {""}


def _name(setting: str) -> str:
    """The host in a setting, which may be a pattern, a name, an address, or a whole origin."""
    if ANY in setting:
        return setting.rstrip(".")
    # An address of the sixth version is written in brackets where a port may follow.
    bare = (
        f"[{setting}]"
        if setting.count(":") > 1 and "[" not in setting and "/" not in setting
        else setting
    )
    return hostname(bare if "//" in bare else f"//{bare}")


def hostname(address: str) -> str:
    """The host of an address, in small letters; empty where there is none, or it is no address."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return ""
    odd = parts.username is not None or parts.path.strip("/") or parts.query or parts.fragment
    return "" if odd else (parts.hostname or "").rstrip(".")


def _among(host: str, names: frozenset[str]) -> bool:
    below = {f"*.{host.split('.', n)[-1]}" for n in range(1, host.count(".") + 1)}
    return not names.isdisjoint({ANY, host} | below)


def _among_sites(origin: str, names: frozenset[str]) -> bool:
    """Whether a page of `origin` is ours, or named in `server.corsAllowedOrigins`.

    Where any name is ours, Streamlit's own comparison with the host that was asked remains.
    """
    from streamlit import config

    named = hostname(origin)
    return origin in config.get_option("server.corsAllowedOrigins") or bool(
        named and _among(named, names)
    )
