"""Files that are missing, empty, or written the wrong way."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

from tests.broken.case import Case, at, file, more, swap


def _missing(name: str) -> Case:
    table = Path(name).stem
    return Case(f"missing {table}", table, "is missing", lambda d: (d / name).unlink())


def _again(raw: bytes) -> bytes:
    lines = raw.split(b"\n")
    return b"\n".join([*lines[:9], lines[8], *lines[9:]])


def _two_lines(raw: bytes) -> bytes:
    return b'"' + raw.replace(b",", b'\n",', 1)


def _narrower(raw: bytes) -> bytes:
    out = StringIO()
    rows = csv.reader(StringIO(raw.decode("utf-8")))
    csv.writer(out, lineterminator="\n").writerows(row[:-1] for row in rows)
    return out.getvalue().encode("utf-8")


_LF = "lines must end with LF"
_GONE = "column is missing"
_FOUR = "must have 4 cells"
_KEY = "asset_id+holder_id+percent+valid_from+attested+status+basis"
_OTHER_ORDER = swap(b"valid_from,valid_to", b"valid_to,valid_from")


def _folder(folder: Path) -> None:
    (folder / "steps.csv").unlink()
    (folder / "steps.csv").mkdir()


CASES = (
    Case("a folder for a table", "steps", "must be a file", _folder),
    _missing("stakes.csv"),
    _missing("texts.csv"),
    _missing("geometry/routes.geojson"),
    _missing("datapackage.json"),
    Case("empty file", "metrics", "is empty", file("metrics.csv", lambda _: b"")),
    Case(
        "header alone", "metrics", "has no rows", file("metrics.csv", lambda r: r[: r.index(b"\n")])
    ),
    Case(
        "byte-order mark",
        "stakes:1",
        "byte-order mark",
        file("stakes.csv", lambda r: b"\xef\xbb\xbf" + r),
    ),
    Case("CRLF", "trade:1", _LF, file("trade.csv", lambda r: r.replace(b"\n", b"\r\n"))),
    Case("CRLF on one line", "trade:7", _LF, file("trade.csv", at(7, more(b"\r")))),
    Case("not UTF-8", "companies:3", "must be UTF-8", file("companies.csv", at(3, more(b"\xe9")))),
    Case(
        "NUL byte", "companies:3", "must hold text alone", file("companies.csv", at(3, more(b"\0")))
    ),
    Case("duplicate row", f"stakes:10:{_KEY}", "repeats the key", file("stakes.csv", _again)),
    Case(
        "wrong column name",
        "stakes:1:percent",
        _GONE,
        file("stakes.csv", at(1, swap(b"percent", b"share"))),
    ),
    Case("missing column", "prices:1:note", _GONE, file("prices.csv", _narrower)),
    Case(
        "columns out of order",
        "stakes:1",
        "must stand in the order",
        file("stakes.csv", at(1, _OTHER_ORDER)),
    ),
    Case(
        "column twice",
        "stakes:1:valid_to",
        _GONE,
        file("stakes.csv", at(1, swap(b"valid_to", b"valid_from"))),
    ),
    Case("a cell too many", "metrics:5", _FOUR, file("metrics.csv", at(5, more(b",more")))),
    Case(
        "a cell too many at first", "metrics:2", _FOUR, file("metrics.csv", at(2, more(b",more")))
    ),
    Case(
        "a cell too few",
        "metrics:4",
        _FOUR,
        file("metrics.csv", at(4, lambda r: r[: r.index(b",")])),
    ),
    Case("an empty line", "metrics:7", _FOUR, file("metrics.csv", at(6, more(b"\n")))),
    Case(
        "an open quote",
        "metrics:6",
        "cannot be read as CSV",
        file("metrics.csv", at(6, lambda r: b'"' + r)),
    ),
    Case(
        "a cell over two lines",
        "metrics:6",
        "must stand on one line",
        file("metrics.csv", at(6, _two_lines)),
    ),
    Case(
        "routes cut off",
        "routes",
        "not GeoJSON",
        file("geometry/routes.geojson", lambda r: r[:-40]),
    ),
    Case(
        "routes are a list",
        "routes",
        "not GeoJSON",
        file("geometry/routes.geojson", lambda _: b"[]"),
    ),
    Case(
        "descriptor cut off", "datapackage", "not JSON", file("datapackage.json", lambda r: r[:-40])
    ),
    Case(
        "descriptor of nothing",
        "datapackage:0:resources",
        "is missing",
        file("datapackage.json", lambda _: b"{}"),
    ),
)
