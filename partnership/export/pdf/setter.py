"""Typst in a process of its own, which takes all its memory with it when it ends.

Typst remembers whatever it lays out for as long as its process lives, some 100 MB for a deck;
and a process can be stopped in the middle, where a call cannot.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from partnership.export.unset import NotSet
from partnership.process import children

_PAUSE = 0.2
"""Seconds between two questions whether the file is still wanted."""
_LONGEST_S = 240.0
"""Seconds after which the typesetter is given up."""


def run(asked: dict[str, Any], still_wanted: Callable[[], None]) -> bytes:
    """What the process makes of `asked`, see `_set`; `still_wanted` raises to stop it.

    Raises `NotSet` where it cannot be written, or not in time.
    """
    command = [sys.executable, "-P", str(Path(__file__).resolve())]
    pipe = subprocess.PIPE
    with tempfile.TemporaryFile() as request:
        # A file, not a pipe: `communicate` writes no more of its input after the first pause
        # (python/cpython#141473), and a pipe holds less than a deck.
        request.write(json.dumps(asked).encode("ascii"))
        request.seek(0)
        with subprocess.Popen(  # noqa: S603 - our own file
            command, stdin=request, stdout=pipe, stderr=pipe, env=children.environment()
        ) as child:
            data, wrong = _waited(child, still_wanted)
    if child.returncode:
        complaint = wrong.decode("utf-8", "replace").strip()
        raise NotSet(complaint or f"the typesetter ended with exit code {child.returncode}")
    return data


def _waited(
    child: subprocess.Popen[bytes], still_wanted: Callable[[], None]
) -> tuple[bytes, bytes]:
    """What the child writes and complains of; it is killed when the file is no longer wanted."""
    end = time.monotonic() + _LONGEST_S
    try:
        while True:
            try:
                return child.communicate(timeout=_PAUSE)
            except subprocess.TimeoutExpired:
                still_wanted()
            if time.monotonic() > end:
                raise NotSet(f"the typesetter was not done after {_LONGEST_S:.0f} seconds")
    except BaseException:
        child.kill()
        raise


def _set(asked: dict[str, Any]) -> bytes:
    """The PDF of a `template` filled with `document`, or as JSON what a `query` finds in it.

    `fonts` is the folder of our typefaces; Typst brings others along for signs that ours lack,
    the machine's own are never used. The PDF conforms to PDF/UA-1 (accessible to all), except
    where none of the typefaces has a letter: then it is the same file without that claim.
    """
    import typst

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
        data = _set(json.load(sys.stdin.buffer))
    except Exception as error:
        sys.exit(str(error))
    sys.stdout.buffer.write(data)


if __name__ == "__main__":
    _main()
