"""Answers in words, for whoever cannot be given what was asked for: a page without scripts."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import Response

from partnership import palette
from partnership.language import texts
from partnership.language.texts import Texts

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
    " base-uri 'none'; form-action 'none'"
)


def language(scope: Scope) -> str:
    """The language in which whoever asks reads, as far as the browser says."""
    return texts.accepted(Headers(scope=scope).get("accept-language", ""))


def words(t: Texts, status: int, *sentences: str, again: int = 0) -> Response:
    """A page with the reason; it reloads by itself after `again` seconds, 0 for never."""
    style = (
        ":root{color-scheme:light dark}body{max-width:40rem;margin:15vh auto;padding:0 1rem;"
        f"font:1.2rem/1.5 sans-serif;color:{palette.INK.light};background:{palette.PAPER.light}}}"
        f"@media(prefers-color-scheme:dark){{body{{color:{palette.INK.dark};"
        f"background:{palette.PAPER.dark}}}}}"
    )
    body = (
        f'<!doctype html><html lang="{escape(t.spoken)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{status}</title><link rel="icon" href="data:,"><style>{style}</style></head>'
        f"<body>{''.join(f'<p>{escape(one)}</p>' for one in sentences)}</body></html>"
    )
    headers = {
        "cache-control": "no-store",
        "content-security-policy": _POLICY,
    }
    if again:
        headers |= {"retry-after": str(again), "refresh": str(again)}
    return Response(body, status, headers, media_type="text/html; charset=utf-8")


async def refuse(scope: Scope, receive: Receive, send: Send, answer: Response) -> None:
    """Answer a request, or the wish to open a websocket, which is not opened then."""
    if scope["type"] == "websocket":
        await receive()
        if "websocket.http.response" not in scope.get("extensions", {}):
            await send({"type": "websocket.close", "code": 1008})
            return
    elif scope["method"] == "HEAD":
        answer.body = b""
    await answer(scope, receive, send)
