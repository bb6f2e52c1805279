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
from typing import Any

from partnership.export.unset import NotSet
from partnership.process import children, typesetter

_PAUSE = 0.2
"""Seconds between two questions whether the file is still wanted."""
_LONGEST_S = 240.0
"""Seconds after which the typesetter is given up."""


def run(asked: dict[str, Any], still_wanted: Callable[[], None]) -> bytes:
    """What `typesetter.asked_for` makes of `asked`; `still_wanted` raises to stop it.

    Raises `NotSet` where it cannot be written, or not in time.
    """
    command = [sys.executable, "-P", "-m", typesetter.__name__]
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
