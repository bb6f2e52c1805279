"""The typeface of files: the one of the screen, as files that a typesetter can embed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FAMILY = "Source Sans Pro"
"""Has all Latin, Russian and Kazakh letters; SIL Open Font License 1.1."""


@cache
def folder() -> Path:
    """The folder of the font files."""
    import font_source_sans_pro

    return Path(font_source_sans_pro.__file__).parent / "files"


@cache
def for_pictures() -> None:
    """Register the typeface with vl-convert, once."""
    import vl_convert

    vl_convert.register_font_directory(str(folder()))
