"""The whole data package as one archive: tables, geometry, descriptor, README and licences.

The archive has what may be redistributed of `data/`: other rows are left out, and
a table whose rows have different licences has one more column that names them, described
like the others. All else is unchanged, and the descriptor has the checksums of the archive. The
same data gives the same bytes.
"""

from __future__ import annotations

import csv
import zipfile
from collections import Counter
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from io import BytesIO, StringIO
from typing import Any

from partnership import tables
from partnership.export import zipped
from partnership.language import codes
from partnership.provenance import rights, sources
from partnership.tables import seal

MIME = "application/zip"
LICENCES = "LICENCES.md"
_DESCRIPTOR, _ALONG = "datapackage.json", "README.md"
_COMMON = "italy-kazakhstan-partnership"
_SOURCES = "sources"
_LICENCE_FIELD = {
    "name": rights.LICENCE,
    "type": "string",
    "description": "licences of the sources of this row, the strictest first, parted by ;",
    "constraints": {"required": True},
}


@dataclass(frozen=True)
class Contents:
    """What is in the archive by path, and rows left out by table and source."""

    files: dict[str, bytes]
    left_out: Counter[tuple[str, str]]


def name(package: tables.Package | None = None) -> str:
    """Name of the archive, with the version of the data: `italy-…-0.1.0.zip`."""
    known = (package or tables.package()).descriptor
    return f"{known.get('name', _COMMON)}-{known.get('version', '0')}.zip"


def members(package: tables.Package) -> list[str]:
    """Paths in the archive, below its one folder; what is missing in `data/` is left out."""
    listed = [_DESCRIPTOR, _ALONG, *(str(r["path"]) for r in package.descriptor["resources"])]
    return [path for path in listed if (package.folder / path).is_file()]


def archive() -> bytes:
    """The archive of the package in use; cached as long as the package is in use."""
    return _archive(tables.package())


@lru_cache(maxsize=2)
def _archive(package: tables.Package) -> bytes:
    folder = name(package).removesuffix(".zip")
    created = _created(package)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        for path, content in contents(package).files.items():
            bundle.writestr(zipped.entry(f"{folder}/{path}", created), content)
        bundle.writestr(zipped.entry(f"{folder}/{LICENCES}", created), licences().encode("utf-8"))
    return buffer.getvalue()


@lru_cache(maxsize=2)
def contents(package: tables.Package) -> Contents:
    """Everything in the archive but the list of licences. Raises `TableError` for damaged data."""
    files: dict[str, bytes] = {}
    left: Counter[tuple[str, str]] = Counter()
    described: list[dict[str, Any]] = []
    resources = {str(r["path"]): r for r in package.descriptor["resources"]}
    for path in members(package):
        resource = resources.get(path)
        if resource is None:
            files[path] = _beside(package, path)
            continue
        files[path], gone, marked = _taken(package, resource)
        left.update({(resource["name"], source): n for source, n in gone.items()})
        described.append(_described(resource, files[path], marked))
    files[_DESCRIPTOR] = seal.written({**package.descriptor, "resources": described})
    return Contents(files, left)


def _beside(package: tables.Package, path: str) -> bytes:
    """A file that is no resource; the descriptor is replaced at the end."""
    return b"" if path == _DESCRIPTOR else (package.folder / path).read_bytes()


def _taken(
    package: tables.Package, resource: Mapping[str, Any]
) -> tuple[bytes, Counter[str], bool]:
    """The bytes of a resource that may go; see `_redistributable`. Raises `TableError`."""
    name = resource["name"]
    if "schema" not in resource:
        package.geometry(name)
        return package.raw(name), Counter(), False
    package.table(name)
    raw = package.raw(name)
    return (raw, Counter(), False) if name == _SOURCES else _redistributable(raw)


def _redistributable(raw: bytes) -> tuple[bytes, Counter[str], bool]:
    """A table's rows that may go, how many of which source may not, whether licences differ."""
    header, *rows = csv.reader(StringIO(raw.decode("utf-8"), newline=""))
    named = [header.index(column) for column in rights.named(header)]
    resting = [header.index(column) for column in rights.resting(header)]
    if not resting:
        return raw, Counter(), False
    kept: list[list[str]] = []
    gone: Counter[str] = Counter()
    for row in rows:
        if bad := rights.closed_in(row[at] for at in resting):
            gone[bad[0]] += 1
        else:
            kept.append(row)
    row_licences = [rights.together(row[at] for at in named) for row in kept if named]
    differ = len(set(row_licences)) > 1
    if not gone and not differ:
        return raw, gone, False
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*header, rights.LICENCE] if differ else header)
    for n, row in enumerate(kept):
        writer.writerow([*row, row_licences[n]] if differ else row)
    return out.getvalue().encode("utf-8"), gone, differ


def _described(resource: Mapping[str, Any], raw: bytes, marked: bool) -> dict[str, Any]:
    """The resource with the seal of the bytes taken, and its column of licences if it has one."""
    described = dict(deepcopy(resource))
    if marked:
        described["schema"]["fields"].append(_LICENCE_FIELD)
    rows = seal.rows(raw) if "schema" in described else described["features"]
    return described | seal.computed(described, raw, rows)


def _created(package: tables.Package) -> datetime:
    """When the package was created: the time now would change the archive's bytes each time."""
    try:
        return datetime.fromisoformat(str(package.descriptor["created"]))
    except (KeyError, ValueError):
        return datetime(1980, 1, 1)


def licences() -> str:
    """Every licence with its address, its terms in the descriptor's words, and its sources."""
    package = tables.package()
    listed = sources.by_ids(package.table(_SOURCES)["source_id"].astype(str))
    titles = _titles(package)
    lines = [
        "# Licences",
        "",
        "Licences differ by source. `source_id` in each row of a table names its source, and the",
        "column `licence` its licence where the rows of a table differ; cite the source and obey",
        "its licence. Where facts are quoted under a publisher's own terms, they are figures,",
        "names and dates; the texts themselves are not in this package.",
    ]
    for licence in codes.LICENCE:
        cited = [s for s in listed if s.licence == licence]
        if not cited:
            continue
        links = sorted({s.licence_url for s in cited if s.licence_url})
        lines += ["", f"## {titles.get(licence, licence)} ({licence})", ""]
        lines += [*links, ""] if links else []
        lines += [f"- `{s.source_id}`: {s.citation()}" for s in cited]
    return "\n".join([*lines, *_left_out(package), ""])


def _left_out(package: tables.Package) -> list[str]:
    """What the dashboard shows and this archive leaves out."""
    gone = contents(package).left_out
    if not gone:
        return ["", "Nothing is left out: every row may be passed on as its source allows."]
    lines = ["", "## Left out", "", "These rows may be shown, and not passed on:", ""]
    return lines + [f"- {table}: {n} rows of {source}" for (table, source), n in gone.items()]


def _titles(package: tables.Package) -> dict[str, str]:
    return {
        str(one["name"]): str(one["title"])
        for resource in package.descriptor["resources"]
        for one in resource.get("licenses", ())
        if "title" in one
    }


def size() -> int:
    """Bytes of the files before compression, for the text beside the button."""
    return sum(len(content) for content in contents(tables.package()).files.values())


def left_out() -> int:
    """How many rows are shown and not in the archive, because they may not be passed on."""
    return contents(tables.package()).left_out.total()


def counts() -> tuple[int, int]:
    """Number of tables and of geometry files in the archive."""
    package = tables.package()
    paths = set(members(package))
    kinds = ["schema" in r for r in package.resources.values() if r["path"] in paths]
    return sum(kinds), len(kinds) - sum(kinds)
