"""Processes of our own: each ends by itself when the one that started it has ended.

A parent that is killed cannot tell its children so, and a child that goes on costs the machine
minutes for nobody. So each child looks whether its parent is still the one that it was.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

_ROOT = Path(__file__).parent.parent.parent
_PARENT = "PARTNERSHIP_PARENT"
_LOOK_S = 0.2
"""Seconds between two looks at the parent."""


def environment() -> dict[str, str]:
    """For a child: where our code lies, words of any language, and who its parent is."""
    inherited = os.environ.get("PYTHONPATH")
    places = [str(_ROOT), *([inherited] if inherited else [])]
    ours = {"PYTHONPATH": os.pathsep.join(places), "PYTHONUTF8": "1", _PARENT: str(os.getpid())}
    return {**os.environ, **ours}


def end_with_parent() -> None:
    """In a child: have this process ended as soon as its parent is gone; returns at once.

    Does nothing in a process that was not started with `environment`. Windows does not tell who
    the parent is by now; there a child ends when it next writes to it.
    """
    named = os.environ.pop(_PARENT, "")
    if named.isdigit() and os.name == "posix":
        threading.Thread(target=_watch, args=(int(named),), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_S)
    os.kill(os.getpid(), signal.SIGTERM)
