"""A deck or a page as one HTML file that opens anywhere: charts and maps live, no request at all.

Everything stands in the file. Its security policy forbids every connection, and lets no script run
but those that were put in here (by their digests); words are data and never markup.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from html import escape

from partnership.export.handout import Handout, Tick, silent
from partnership.export.type import fonts
from partnership.export.web import parts as web_parts
from partnership.export.web import slides as web_slides
from partnership.export.web.parts import Part
from partnership.export.web.slides import Payload
from partnership.tables.contract import TableError

_EMPTY = '{"type":"FeatureCollection","features":[]}'


def html(handout: Handout, tick: Tick = silent) -> bytes:
    """One HTML file, UTF-8, of 2 MB and more; 7 MB where a map is among the views."""
    shown = web_slides.payload(handout, tick)
    scripts = [web_parts.vega(), web_parts.script()]
    if shown.with_map:
        scripts.insert(0, web_parts.deckgl())
    bodies = [_unbroken(part.body.decode("utf-8")) for part in scripts]
    page = document(
        shown,
        policy=_policy(bodies),
        style=f"<style>{_faces()}{web_parts.style().body.decode()}</style>",
        data={"deck": shown.text, "geometry": _geometry(shown)},
        scripts=[f"<script>{body}</script>" for body in bodies],
    )
    tick(len(handout.views), len(handout.views))
    return page.encode("utf-8", "replace")


def document(
    shown: Payload,
    *,
    style: str,
    data: dict[str, str],
    scripts: Iterable[str],
    policy: str = "",
) -> str:
    """The page of the presenter; `data` are JSON texts by id, `style` and `scripts` are markup."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    blocks = "".join(
        f'<script type="application/json" id="{name}">{text}</script>'
        for name, text in data.items()
    )
    template = (web_parts.FOLDER / "presenter.html").read_text("utf-8")
    filled = {
        "lang": escape(shown.lang),
        "policy": meta,
        "title": escape(shown.title),
        "style": style,
        "javascript": escape(str(shown.words["javascript"])),
        "data": blocks,
        "scripts": "".join(scripts),
    }
    # In one pass: what is filled in may itself contain a placeholder.
    parts = template.split("%%")
    return "".join(filled[part] if n % 2 else part for n, part in enumerate(parts))


def faces(addresses: dict[int, str]) -> str:
    """The typeface as rules of a style sheet, by weight and address."""
    return "".join(
        f'@font-face{{font-family:"{fonts.FAMILY}";font-weight:{weight};src:url({address})}}'
        for weight, address in addresses.items()
    )


def _faces() -> str:
    return faces({weight: _inline(web_parts.typeface(weight)) for weight in web_parts.WEIGHTS})


def _inline(part: Part) -> str:
    return f"data:{part.mime};base64,{base64.b64encode(part.body).decode()}"


def _geometry(shown: Payload) -> str:
    """The geometry of all maps, each once; a damaged one is left out, the marks stay."""
    members = []
    for name in shown.geometry:
        try:
            text = web_parts.geometry(name).body.decode("utf-8")
        except TableError:
            text = _EMPTY
        members.append(f'"{name}":{text.replace("<", chr(92) + "u003c")}')
    return "{" + ",".join(members) + "}"


def _unbroken(script: str) -> str:
    """A script that cannot end its element early: `</script` in a string of it is split.

    Line ends are those that the browser reads, or its digest would be another.
    """
    plain = script.replace("\r\n", "\n").replace("\r", "\n")
    return plain.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _policy(scripts: Iterable[str]) -> str:
    """Nothing may be fetched; only `scripts` may run. Vega compiles its expressions (`eval`)."""
    digests = (base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts)
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    return (
        f"default-src 'none'; script-src 'unsafe-eval' {allowed}; style-src 'unsafe-inline';"
        " img-src data: blob:; font-src data:; worker-src blob:;"
        " base-uri 'none'; form-action 'none'"
    )
