"""Exports: one function a format, each `(Handout, Tick) -> bytes`. A new format is a new line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from partnership.export import files, pictures
from partnership.export.handout import Handout, Tick
from partnership.texts import message


@dataclass(frozen=True)
class Format:
    """One file format. `many` takes any number of figures; the others take one."""

    key: str
    extension: str
    mime: str
    label: str
    icon: str
    write: Callable[[Handout, Tick], bytes]
    many: bool = False
    one: bool = True
    """Whether it is offered for a single figure."""


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS = (
    Format("csv", "csv", "text/csv", message("Table as CSV"), ":material/csv:", files.csv),
    Format(
        "xlsx",
        "xlsx",
        f"{_OFFICE}.spreadsheetml.sheet",
        message("Workbook (XLSX)"),
        ":material/table_view:",
        files.xlsx,
        many=True,
    ),
    Format("png", "png", "image/png", message("Picture as PNG"), ":material/image:", pictures.png),
    Format(
        "svg",
        "svg",
        "image/svg+xml",
        message("Picture as SVG"),
        ":material/shape_line:",
        pictures.svg,
    ),
    Format(
        "zip",
        "zip",
        "application/zip",
        message("All tables (ZIP)"),
        ":material/folder_zip:",
        files.archive,
        many=True,
        one=False,
    ),
)
BY_KEY = {one.key: one for one in FORMATS}
