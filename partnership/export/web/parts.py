"""The files of the presenter: our scripts and style, Vega, deck.gl, the typeface, geometry.

In a saved presentation they stand inside the one file; a running dashboard serves each by itself.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from pathlib import Path
from threading import Lock

from partnership import tables
from partnership.export.type import fonts

FOLDER = Path(__file__).parent / "assets"
WEIGHTS = {400: "SourceSansPro-Regular.otf", 600: "SourceSansPro-Semibold.otf"}
_JAVASCRIPT, _CSS = "text/javascript; charset=utf-8", "text/css; charset=utf-8"
_LONGEST_S = 120
"""Seconds after which bundling is stopped."""
_BUNDLE = "import sys, vl_convert; sys.stdout.buffer.write(vl_convert.javascript_bundle().encode())"


@dataclass(frozen=True)
class Part:
    """One file of the presenter."""

    name: str
    mime: str
    body: bytes

    @cached_property
    def hash(self) -> str:
        """A short name of its content: another content has another address."""
        return hashlib.sha256(self.body).hexdigest()[:16]


_bundling = Lock()


def vega() -> Part:
    """Vega, Vega-Lite and Vega-Embed in one script (0.9 MB), bundled once.

    Bundled by a process of its own: here it would block every reader for more than a second.
    Raises `OSError` with the reason where that fails or takes too long.
    """
    with _bundling:
        return _vega()


@cache
def _vega() -> Part:
    command = [sys.executable, "-c", _BUNDLE]
    nothing = subprocess.DEVNULL
    try:
        bundled = subprocess.run(  # noqa: S603 - our own words
            command, stdin=nothing, capture_output=True, check=True, timeout=_LONGEST_S
        )
    except subprocess.SubprocessError as error:
        raise OSError(f"the scripts for charts could not be bundled: {error}") from error
    return Part("vega.js", _JAVASCRIPT, bundled.stdout)


@cache
def deckgl() -> Part:
    """deck.gl as pydeck brings it (4.3 MB), without the link to its source map."""
    import pydeck

    path = Path(pydeck.__file__).parent / "nbextension" / "static" / "index.js"
    body = path.read_bytes()
    return Part("deckgl.js", _JAVASCRIPT, body.replace(b"//# sourceMappingURL=index.js.map", b""))


@cache
def script() -> Part:
    """Our own script: the modules of `presenter/`, joined by `make bundle`."""
    return Part("presenter.js", _JAVASCRIPT, (FOLDER / "presenter.js").read_bytes())


@cache
def style() -> Part:
    """Our style sheet; the caller adds the typeface, whose address it knows."""
    return Part("presenter.css", _CSS, (FOLDER / "presenter.css").read_bytes())


@cache
def typeface(weight: int) -> Part:
    """The typeface in one weight."""
    name = WEIGHTS[weight]
    return Part(name, "font/otf", (fonts.folder() / name).read_bytes())


def geometry(name: str) -> Part:
    """A geometry of the package in use, compact. Raises `TableError` where it is damaged."""
    return _geometry(name, tables.package())


@lru_cache(maxsize=16)
def _geometry(name: str, package: tables.Package) -> Part:
    text = json.dumps(package.geometry(name), ensure_ascii=False, separators=(",", ":"))
    return Part(f"{name}.geojson", "application/geo+json", text.encode())


def named(name: str) -> Part:
    """The part called `name`. Raises `KeyError` for one that does not exist, and `TableError`."""
    makers: dict[str, Callable[[], Part]] = {
        "vega.js": vega,
        "deckgl.js": deckgl,
        "presenter.js": script,
        "presenter.css": style,
        **{file: partial(typeface, weight) for weight, file in WEIGHTS.items()},
    }
    stem, _, kind = name.partition(".")
    if kind == "geojson" and stem in tables.package().resources:
        return geometry(stem)
    return makers[name]()


@lru_cache(maxsize=32)
def packed(part: Part) -> bytes:
    """The content of a part compressed; the same each time."""
    return gzip.compress(part.body, 6, mtime=0)
