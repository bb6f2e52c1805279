"""The type of an SVG that leaves: its letters embedded, families to fall back on, a title.

Browsers set it in the embedded letters. Programs that know no embedded typeface (Inkscape) take
the first family of the list that the machine has; all of them are about as wide.
"""

from __future__ import annotations

import base64
import re
from functools import cache, lru_cache
from html import escape, unescape
from io import BytesIO

from partnership.export.type import fonts, lettering

FAMILIES = f"'{fonts.FAMILY}', 'Source Sans 3', 'Segoe UI', Arial, Helvetica, sans-serif"
_FILES = {
    400: "SourceSansPro-Regular.ttf",
    600: "SourceSansPro-Semibold.ttf",
    700: "SourceSansPro-Bold.ttf",
}
_NAMED = {"normal": 400, "bold": 700}
_WORDS = re.compile(r"(<(?:text|tspan)\b[^>]*>)([^<]+)")
_WEIGHT = re.compile(r'font-weight="(\w+)"')
_FAMILY = re.compile(r'font-family="[^"]*"')


def finished(svg: str, title: str, alt: str, lang: str) -> str:
    """`svg` with its typefaces, and its title and description for readers who cannot see it.

    A character that the typeface lacks is replaced by a similar one or its name, as in other files.
    """
    drawing = _WORDS.sub(lambda m: m[1] + escape(lettering.shown(unescape(m[2])), quote=False), svg)
    drawing = _FAMILY.sub(f'font-family="{FAMILIES}"', drawing)
    letters = "".join(sorted({c for m in _WORDS.finditer(drawing) for c in unescape(m[2])}))
    weights = sorted({400, *(_weight(found) for found in _WEIGHT.findall(drawing))})
    faces = "".join(_face(weight, letters) for weight in weights)
    head = (
        f"<title>{_escaped(title)}</title><desc>{_escaped(alt)}</desc>"
        f"<defs><style>{faces}</style></defs>"
    )
    return re.sub(
        r"<svg\b([^>]*)>", lambda m: f'<svg lang="{lang}" role="img"{m[1]}>{head}', drawing, count=1
    )


def _weight(weight: str) -> int:
    """The nearest weight that there is."""
    wanted = _NAMED.get(weight) or (int(weight) if weight.isdigit() else 400)
    return min(_FILES, key=lambda one: abs(one - wanted))


def _escaped(words: str) -> str:
    return escape(_NOT_XML.sub("", words), quote=False)


_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _face(weight: int, letters: str) -> str:
    data = base64.b64encode(_subset(_FILES[weight], letters)).decode()
    return (
        f"@font-face{{font-family:'{fonts.FAMILY}';font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{data}) format('truetype')}}"
    )


_USUAL = frozenset(map(chr, (*range(0x20, 0x180), *range(0x2000, 0x2070), *range(0x2190, 0x2194))))
"""Letters of Latin, and the signs that stand between and beside them."""


@lru_cache(maxsize=16)
def _subset(name: str, letters: str) -> bytes:
    """The letters of a typeface as a typeface of its own; its licence (OFL) stays in it."""
    whole = str(fonts.folder() / name)
    return _cut(BytesIO(_usual(name)) if _USUAL.issuperset(letters) else whole, letters)


@cache
def _usual(name: str) -> bytes:
    """The usual letters of a typeface, from which a few are cut in half the time."""
    return _cut(str(fonts.folder() / name), "".join(sorted(_USUAL)))


def _cut(typeface: str | BytesIO, letters: str) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
    options.name_IDs = [0, 1, 2, 13, 14]
    with TTFont(typeface, lazy=True, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(text=letters)
        cutter.subset(font)
        buffer = BytesIO()
        font.save(buffer)
    return buffer.getvalue()
