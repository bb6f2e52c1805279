"""Files of tables before they are read: there, in UTF-8, and each row on a line of its own."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from partnership.tables.contract import Problem, TableError


def raw_bytes(table: str, path: Path) -> bytes:
    """The bytes of the file of a table or geometry. Raises `TableError` where it has none."""
    try:
        if path.exists() and not path.is_file():
            raise TableError([Problem(table, 0, "", f"{path.name} must be a file")])
        return path.read_bytes()
    except FileNotFoundError as error:
        raise TableError([Problem(table, 0, "", f"the file {path.name} is missing")]) from error
    except OSError as error:
        rule = f"the file {path.name} cannot be read: {error.strerror or error}"
        raise TableError([Problem(table, 0, "", rule)]) from error


def bytes_problems(table: str, raw: bytes) -> Iterator[Problem]:
    """What is wrong with a file before it is read: encoding, byte-order mark, line ends."""
    if raw.startswith(b"\xef\xbb\xbf"):
        yield Problem(table, 1, "", "the file must not start with a byte-order mark")
    if b"\r" in raw:
        row = raw[: raw.index(b"\r")].count(b"\n") + 1
        yield Problem(table, row, "", "lines must end with LF alone, not CRLF")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        yield Problem(table, row, "", "the file must be UTF-8")
    if b"\0" in raw:
        row = raw[: raw.index(b"\0")].count(b"\n") + 1
        yield Problem(table, row, "", "the file must hold text alone, not a NUL byte")


def shape_problems(table: str, raw: bytes) -> Iterator[Problem]:
    """Rows with more or fewer cells than the header, over several lines, or badly quoted.

    After this, row `i` of the frame stands on line `i + 2` of the file.
    """
    reader = csv.reader(StringIO(raw.decode("utf-8"), newline=""), strict=True)
    number = 0
    try:
        header = next(reader, [])
        if not header:
            yield Problem(table, 0, "", "the file is empty")
        for number, cells in enumerate(reader, start=2):
            if reader.line_num != number:
                yield Problem(table, number, "", "a row must stand on one line")
                return
            if len(cells) != len(header):
                rule = f"a row must have {len(header)} cells like the header, not {len(cells)}"
                yield Problem(table, number, "", rule)
    except csv.Error as error:
        yield Problem(table, number + 1, "", f"this cannot be read as CSV: {error}")
        return
    if header and not number:
        yield Problem(table, 0, "", "the table has no rows")
