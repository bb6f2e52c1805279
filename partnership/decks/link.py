"""A deck in a link: each slide packed on its own, so that a damaged link still opens the rest.

`1.<title>.<slide>.<slide>…`: the version, then parts of compressed JSON in the letters that an
address may hold. Each part carries a checksum of its own (zlib's), so that a changed letter spoils
one slide and no other.
"""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

from partnership.decks.deck import (
    LONGEST_TITLE,
    MOST_SLIDES,
    VERSION,
    Deck,
    clean,
    record,
    slide_from,
)
from partnership.decks.faults import Fault, fault
from partnership.language.texts import message

LONGEST = 16_000
"""Letters of a link: more is refused by servers and cut by mail programs."""
_LARGEST_PART = 20_000
"""Bytes that one part may unpack to; a part of a few letters could hold gigabytes."""


def write(deck: Deck) -> tuple[str, bool]:
    """The deck as the value of a parameter, and whether its notes had to stay behind.

    Raises `ValueError` for a deck that is too long even without them.
    """
    value = _written(deck, notes=True)
    if len(value) <= LONGEST:
        return value, False
    value = _written(deck, notes=False)
    if len(value) > LONGEST:
        raise ValueError(f"{len(deck.slides)} slides do not fit in a link")
    return value, True


def _written(deck: Deck, notes: bool) -> str:
    slides = [record(s) for s in deck.slides]
    if not notes:
        slides = [{k: v for k, v in s.items() if k != "notes"} for s in slides]
    return ".".join([str(VERSION), *(_pack(part) for part in (deck.title, *slides))])


def read(value: str) -> tuple[Deck, tuple[Fault, ...]]:
    """The deck in a link, and what of it was dropped and why."""
    version, _, rest = value.partition(".")
    dropped: list[Fault] = []
    if version != str(VERSION):
        other = message("the link is of version {value} instead of {wanted}")
        dropped.append(fault(other, value=repr(version[:12]), wanted=VERSION))
    title, *parts = rest.split(".") if rest else [""]
    slides = []
    for n, part in enumerate(parts[:MOST_SLIDES], 1):
        try:
            packed = _unpack(part)
        except ValueError:
            dropped.append(Fault(_DAMAGED, slide=n))
            continue
        slide = slide_from(packed, dropped, n)
        slides += [slide] if slide is not None else []
    if len(parts) > MOST_SLIDES:
        more = message("slides beyond the {most} that a deck can hold: {count}")
        dropped.append(fault(more, most=MOST_SLIDES, count=len(parts) - MOST_SLIDES))
    return Deck(_title(title, dropped), tuple(slides)), tuple(dropped)


_DAMAGED = message("the link is damaged here")


def _title(part: str, dropped: list[Fault]) -> str:
    try:
        words = _unpack(part)
    except ValueError:
        words = None
    if not isinstance(words, str):
        dropped.append(fault(message("the title: the link is damaged here")))
        return ""
    return clean(words)[:LONGEST_TITLE]


def _pack(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(zlib.compress(text, 9)).rstrip(b"=").decode()


def _unpack(part: str) -> Any:
    """What `_pack` packed. Raises `ValueError` for anything else."""
    try:
        packed = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
        unpacker = zlib.decompressobj()
        text = unpacker.decompress(packed, _LARGEST_PART)
        if not unpacker.eof:
            raise ValueError("cut or too large")
        return json.loads(text)
    except (zlib.error, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from error
