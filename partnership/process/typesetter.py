"""The process that runs Typst: what is asked of it as JSON on standard input, its file on output.

It imports neither tables nor figures: these would take ten times as long as the typesetting.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import typst

from partnership.process import children


def asked_for(asked: dict[str, Any]) -> bytes:
    """The PDF of a `template` filled with `document`, or as JSON what a `query` finds in it.

    `fonts` is the folder of our typefaces; Typst brings others along for signs that ours lack,
    the machine's own are never used. The PDF conforms to PDF/UA-1 (accessible to all), except
    where none of the typefaces has a letter: then it is the same file without that claim.
    """
    shared: dict[str, Any] = {
        "font_paths": typst.Fonts(include_system_fonts=False, font_paths=[asked["fonts"]]),
        "ignore_system_fonts": True,
        "sys_inputs": {"document": json.dumps(asked["document"])},
    }
    if "query" in asked:
        found = typst.query(asked["template"], asked["query"], field="value", **shared)
        return str(found).encode("utf-8")
    shared |= {"format": "pdf", "timestamp": asked["timestamp"]}
    try:
        return bytes(typst.compile(asked["template"], pdf_standards="ua-1", **shared))
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
    return bytes(typst.compile(asked["template"], **shared))


def _main() -> None:
    children.end_with_parent()
    try:
        data = asked_for(json.load(sys.stdin.buffer))
    except Exception as error:
        sys.exit(str(error))
    sys.stdout.buffer.write(data)


if __name__ == "__main__":
    _main()
