"""The whole data package as one archive: tables, geometry, descriptor, README and licences.

The archive holds the files as they lie in `data/`, byte for byte, so that what is taken away is
what the dashboard draws from. The same data gives the same bytes.
"""

from __future__ import annotations

import zipfile
from datetime import datetime
from functools import lru_cache
from io import BytesIO

from partnership import sources, tables

MIME = "application/zip"
LICENCES = "LICENCES.md"
_ALONG = ("datapackage.json", "README.md")
_COMMON = "italy-kazakhstan-partnership"


def name(package: tables.Package | None = None) -> str:
    """Name of the archive, with the version of the data: `italy-…-0.1.0.zip`."""
    known = (package or tables.package()).descriptor
    return f"{known.get('name', _COMMON)}-{known.get('version', '0')}.zip"


def members(package: tables.Package) -> list[str]:
    """Paths in the archive, below its one folder; what is missing in `data/` is left out."""
    listed = [*_ALONG, *(str(r["path"]) for r in package.descriptor["resources"])]
    return [path for path in listed if (package.folder / path).is_file()]


def archive() -> bytes:
    """The archive of the package in use; made once, kept as long as the package is."""
    return _archive(tables.package())


@lru_cache(maxsize=2)
def _archive(package: tables.Package) -> bytes:
    folder = name(package).removesuffix(".zip")
    stamp = _stamp(package)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as held:
        for path in members(package):
            held.writestr(_entry(f"{folder}/{path}", stamp), (package.folder / path).read_bytes())
        held.writestr(_entry(f"{folder}/{LICENCES}", stamp), licences().encode("utf-8"))
    return buffer.getvalue()


def _entry(path: str, stamp: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, stamp)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _stamp(package: tables.Package) -> tuple[int, int, int, int, int, int]:
    """The day the package was made: a clock in the archive would change its bytes each time."""
    try:
        made = datetime.fromisoformat(str(package.descriptor["created"]))
    except (KeyError, ValueError):
        return (1980, 1, 1, 0, 0, 0)
    return (made.year, made.month, made.day, made.hour, made.minute, made.second)


def licences() -> str:
    """Every licence with its address, its terms in the descriptor's words, and its sources."""
    package = tables.package()
    listed = sources.of(package.table("sources")["source_id"].astype(str))
    titles = _titles(package)
    lines = [
        "# Licences",
        "",
        "Licences differ by source. `source_id` in each row of a table names its source; cite the",
        "source and obey its licence. Where facts are quoted under a publisher's own terms, they",
        "are figures, names and dates; the texts themselves are not in this package.",
    ]
    for licence in sources.LICENCES:
        mine = [s for s in listed if s.licence == licence]
        if not mine:
            continue
        links = sorted({s.licence_url for s in mine if s.licence_url})
        lines += ["", f"## {titles.get(licence, licence)} ({licence})", ""]
        lines += [*links, ""] if links else []
        lines += [f"- `{s.source_id}`: {s.citation()}" for s in mine]
    return "\n".join([*lines, ""])


def _titles(package: tables.Package) -> dict[str, str]:
    return {
        str(one["name"]): str(one["title"])
        for resource in package.descriptor["resources"]
        for one in resource.get("licenses", ())
        if "title" in one
    }


def size() -> int:
    """Bytes of the files before they are packed, for a word beside the button."""
    package = tables.package()
    return sum((package.folder / path).stat().st_size for path in members(package))


def counts() -> tuple[int, int]:
    """Number of tables and of geometry files in the archive."""
    package = tables.package()
    held = set(members(package))
    kinds = ["schema" in r for r in package.resources.values() if r["path"] in held]
    return sum(kinds), len(kinds) - sum(kinds)
