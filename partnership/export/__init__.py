"""Exports: one function a format, each `(Figure, lang) -> bytes`. A new format is a new line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from partnership.export import files, pictures
from partnership.figures.figure import Figure
from partnership.texts import message


@dataclass(frozen=True)
class Format:
    """One file format a figure can be taken away in."""

    extension: str
    mime: str
    label: str
    icon: str
    write: Callable[[Figure, str], bytes]


FORMATS = (
    Format("csv", "text/csv", message("Table as CSV"), ":material/csv:", files.csv),
    Format(
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        message("Table as XLSX"),
        ":material/table_view:",
        files.xlsx,
    ),
    Format("png", "image/png", message("Picture as PNG"), ":material/image:", pictures.png),
    Format(
        "svg", "image/svg+xml", message("Picture as SVG"), ":material/shape_line:", pictures.svg
    ),
)
