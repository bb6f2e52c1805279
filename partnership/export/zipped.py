"""Archives, and files that are archives, dated by what they hold and not by the clock.

What is exported twice has the same bytes, so that whoever keeps it sees whether it changed.
"""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from io import BytesIO


def entry(path: str, created: date) -> zipfile.ZipInfo:
    """The entry of the file at `path`: compressed, readable by all, dated `created`."""
    clock = (
        (created.hour, created.minute, created.second)
        if isinstance(created, datetime)
        else (0, 0, 0)
    )
    found = zipfile.ZipInfo(path, (created.year, created.month, created.day, *clock))
    found.compress_type = zipfile.ZIP_DEFLATED
    found.external_attr = 0o644 << 16
    return found


def dated(archive: bytes, created: date) -> bytes:
    """The same archive with each file dated `created`."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(entry(name, created), old.read(name))
    return buffer.getvalue()
