"""Archives, and files that are archives, dated by what they hold and not by the clock.

What is exported twice has the same bytes, so that whoever keeps it sees whether it changed.
"""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from io import BytesIO


def entry(path: str, made: date) -> zipfile.ZipInfo:
    """What an archive says of the file at `path`: packed, for all to read, of the day `made`."""
    clock = (made.hour, made.minute, made.second) if isinstance(made, datetime) else (0, 0, 0)
    found = zipfile.ZipInfo(path, (made.year, made.month, made.day, *clock))
    found.compress_type = zipfile.ZIP_DEFLATED
    found.external_attr = 0o644 << 16
    return found


def dated(archive: bytes, made: date) -> bytes:
    """The same archive with each file dated `made`."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(entry(name, made), old.read(name))
    return buffer.getvalue()
