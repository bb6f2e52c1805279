"""Exports: one function a format, each `(Handout, Tick) -> bytes`. A new format is a new line.

Names of formats are wanted everywhere, what writes them is not: each is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from partnership.language.texts import message

if TYPE_CHECKING:
    from partnership.export.handout import Handout, Tick


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
    typeset: bool = False
    """Whether its words are set in our typeface, which does not have every sign."""


def _later(room: str, name: str) -> Callable[[Handout, Tick], bytes]:
    """The function `name` of the module `room` of this package, which is imported when called."""

    def write(handout: Handout, tick: Tick) -> bytes:
        module = import_module(f"{__name__}.{room}")
        content: bytes = getattr(module, name)(handout, tick)
        return content

    return write


_OFFICE = "application/vnd.openxmlformats-officedocument"
_PICTURE, _SLIDES, _TABLE = ":material/image:", ":material/slideshow:", ":material/table_view:"
FORMATS = (
    Format(
        "png",
        "png",
        "image/png",
        message("Picture (PNG)"),
        _PICTURE,
        _later("pictures.pictures", "png"),
        typeset=True,
    ),
    Format(
        "svg",
        "svg",
        "image/svg+xml",
        message("Picture (SVG)"),
        _PICTURE,
        _later("pictures.pictures", "svg"),
        typeset=True,
    ),
    Format(
        "csv",
        "csv",
        "text/csv",
        message("Table for scripts (CSV)"),
        _TABLE,
        _later("tables.files", "csv"),
    ),
    Format(
        "csv-points",
        "csv",
        "text/csv",
        message("Table for Excel in English (CSV)"),
        _TABLE,
        _later("tables.files", "csv_points"),
    ),
    Format(
        "csv-commas",
        "csv",
        "text/csv",
        message("Table for Excel in Italian or Russian (CSV)"),
        _TABLE,
        _later("tables.files", "csv_commas"),
    ),
    Format(
        "xlsx",
        "xlsx",
        f"{_OFFICE}.spreadsheetml.sheet",
        message("Workbook (XLSX)"),
        _TABLE,
        _later("tables.workbook", "xlsx"),
        many=True,
    ),
    Format(
        "pptx",
        "pptx",
        f"{_OFFICE}.presentationml.presentation",
        message("PowerPoint (PPTX)"),
        _SLIDES,
        _later("pptx", "pptx"),
        many=True,
    ),
    Format(
        "pdf",
        "pdf",
        "application/pdf",
        message("Slides (PDF)"),
        ":material/picture_as_pdf:",
        _later("pdf", "slides"),
        many=True,
        typeset=True,
    ),
    Format(
        "brief",
        "pdf",
        "application/pdf",
        message("Brief with tables, A4 (PDF)"),
        ":material/picture_as_pdf:",
        _later("pdf", "brief"),
        many=True,
        typeset=True,
    ),
    Format(
        "html",
        "html",
        "text/html",
        message("One file for any browser (HTML)"),
        ":material/web:",
        _later("web", "html"),
        many=True,
    ),
    Format(
        "zip",
        "zip",
        "application/zip",
        message("All tables (ZIP)"),
        ":material/folder_zip:",
        _later("tables.files", "archive"),
        many=True,
        one=False,
    ),
)
BY_KEY = {one.key: one for one in FORMATS}
