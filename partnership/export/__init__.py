"""Exports: one function a format, each `(Handout, Tick) -> bytes`. A new format is a new line.

Names of formats are wanted everywhere, what writes them is not: each is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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


def _png(handout: Handout, tick: Tick) -> bytes:
    from partnership.export.pictures import pictures

    return pictures.png(handout, tick)


def _svg(handout: Handout, tick: Tick) -> bytes:
    from partnership.export.pictures import pictures

    return pictures.svg(handout, tick)


def _csv(handout: Handout, tick: Tick) -> bytes:
    from partnership.export.tables import files

    return files.csv(handout, tick)


def _csv_points(handout: Handout, tick: Tick) -> bytes:
    from partnership.export.tables import files

    return files.csv_points(handout, tick)


def _csv_commas(handout: Handout, tick: Tick) -> bytes:
    from partnership.export.tables import files

    return files.csv_commas(handout, tick)


def _xlsx(handout: Handout, tick: Tick) -> bytes:
    from partnership.export.tables import workbook

    return workbook.xlsx(handout, tick)


def _pptx(handout: Handout, tick: Tick) -> bytes:
    from partnership.export import pptx

    return pptx.pptx(handout, tick)


def _slides(handout: Handout, tick: Tick) -> bytes:
    from partnership.export import pdf

    return pdf.slides(handout, tick)


def _brief(handout: Handout, tick: Tick) -> bytes:
    from partnership.export import pdf

    return pdf.brief(handout, tick)


def _html(handout: Handout, tick: Tick) -> bytes:
    from partnership.export import web

    return web.html(handout, tick)


def _archive(handout: Handout, tick: Tick) -> bytes:
    from partnership.export.tables import files

    return files.archive(handout, tick)


_OFFICE = "application/vnd.openxmlformats-officedocument"
_PICTURE, _SLIDES, _TABLE = ":material/image:", ":material/slideshow:", ":material/table_view:"
FORMATS = (
    Format(
        "png",
        "png",
        "image/png",
        message("Picture (PNG)"),
        _PICTURE,
        _png,
        typeset=True,
    ),
    Format(
        "svg",
        "svg",
        "image/svg+xml",
        message("Picture (SVG)"),
        _PICTURE,
        _svg,
        typeset=True,
    ),
    Format("csv", "csv", "text/csv", message("Table for scripts (CSV)"), _TABLE, _csv),
    Format(
        "csv-points",
        "csv",
        "text/csv",
        message("Table for Excel in English (CSV)"),
        _TABLE,
        _csv_points,
    ),
    Format(
        "csv-commas",
        "csv",
        "text/csv",
        message("Table for Excel in Italian or Russian (CSV)"),
        _TABLE,
        _csv_commas,
    ),
    Format(
        "xlsx",
        "xlsx",
        f"{_OFFICE}.spreadsheetml.sheet",
        message("Workbook (XLSX)"),
        _TABLE,
        _xlsx,
        many=True,
    ),
    Format(
        "pptx",
        "pptx",
        f"{_OFFICE}.presentationml.presentation",
        message("PowerPoint (PPTX)"),
        _SLIDES,
        _pptx,
        many=True,
    ),
    Format(
        "pdf",
        "pdf",
        "application/pdf",
        message("Slides (PDF)"),
        ":material/picture_as_pdf:",
        _slides,
        many=True,
        typeset=True,
    ),
    Format(
        "brief",
        "pdf",
        "application/pdf",
        message("Brief with tables, A4 (PDF)"),
        ":material/picture_as_pdf:",
        _brief,
        many=True,
        typeset=True,
    ),
    Format(
        "html",
        "html",
        "text/html",
        message("One file for any browser (HTML)"),
        ":material/web:",
        _html,
        many=True,
    ),
    Format(
        "zip",
        "zip",
        "application/zip",
        message("All tables (ZIP)"),
        ":material/folder_zip:",
        _archive,
        many=True,
        one=False,
    ),
)
BY_KEY = {one.key: one for one in FORMATS}
