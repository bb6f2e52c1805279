"""What an address and a header may be like before anybody behind looks at them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from partnership.language import texts
from partnership.language.texts import message
from partnership.ui.server import answers

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

LONGEST_QUERY = 20_000
"""Letters; a deck in a link has at most 16 000."""
LONGEST_PATH, LONGEST_NAME = 1000, 255
"""Bytes of a path, and of one name in it: no file system here allows a longer one."""
_TOO_LONG = message("The link is too long to be read; nothing of it is shown.")
_CODING = re.compile(r"\s*([!#$%&'*+.^_`|~\w-]+)\s*(?:;\s*q\s*=\s*([\d.]+)\s*)?", re.ASCII)
_ENCODING = b"accept-encoding"


class Limits:
    """ASGI middleware: refuses addresses that are too long, and normalises `accept-encoding`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is short enough."""
        if scope["type"] not in ("http", "websocket"):
            return await self._app(scope, receive, send)
        if too_long(scope):
            t = texts.in_language(answers.language(scope))
            answer = answers.words(t, 414, t(_TOO_LONG))
            return await answers.refuse(scope, receive, send, answer)
        return await self._app(_plain(scope), receive, send)


def too_long(scope: Scope) -> bool:
    """Whether the path, a name in it, or the query is longer than anything we answer."""
    names = str(scope["path"]).encode("utf-8", "surrogatepass").split(b"/")
    return (
        sum(len(name) + 1 for name in names) > LONGEST_PATH
        or max(map(len, names)) > LONGEST_NAME
        or len(scope["query_string"]) > LONGEST_QUERY
    )


def _plain(scope: Scope) -> Scope:
    """With `accept-encoding: gzip` or without any: who reads it later looks for that word alone."""
    accepted = [value for name, value in scope["headers"] if name == _ENCODING]
    if not accepted:
        return scope
    kept = [(name, value) for name, value in scope["headers"] if name != _ENCODING]
    if takes_gzip(b",".join(accepted).decode("latin-1")):
        kept.append((_ENCODING, b"gzip"))
    return {**scope, "headers": kept}


def takes_gzip(accepted: str) -> bool:
    """Whether that value of `accept-encoding` lets gzip through (RFC 9110, 12.5.3)."""
    weights: dict[str, float] = {}
    for part in accepted.split(","):
        read = _CODING.fullmatch(part)
        if read:
            try:
                weights[read[1].lower()] = float(read[2] or 1)
            except ValueError:
                weights[read[1].lower()] = 0
    named = [weights[name] for name in ("gzip", "x-gzip") if name in weights]
    return max(named, default=weights.get("*", 0)) > 0
