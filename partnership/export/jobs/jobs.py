"""Long exports, each in a process of its own: others' work goes on, and it can be stopped at once.

Drawing holds Python's lock for tenths of a second at a time, which every reader of the same server
would feel, and a process gives all its memory back. What goes to the process and what comes from
it lies in files without a name, of which nothing is left however either of the two ends.
"""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, Literal

from partnership import tables
from partnership.decks.deck import Deck, to_json
from partnership.language import bounded, texts
from partnership.language.texts import counted
from partnership.process import children

_LOG = logging.getLogger(__name__)

LONGEST_S = 300
"""Seconds after which an export is stopped."""
_TOO_LONG = counted("it took longer than {count} minute", "it took longer than {count} minutes")
LARGEST = 128_000_000
"""Bytes of the largest file that is kept for its reader."""
AWAY_S = 10
"""Seconds that a reader may be away (a network that changes) before his exports are stopped."""
Stage = Literal["waiting", "running", "done", "failed", "cancelled", "replaced"]
_STEP = re.compile(r"^(\d+)/(\d+)$")
_NOT_DRAWN = re.compile(r"^not drawn: (\S+)")
_LACKS = re.compile(r"^the typeface lacks (.+); names in brackets stand in their place$")
_LINES, _LONGEST_LINE = 30, 300
"""Lines kept of what a process writes to its standard error, and letters of each."""


def _always() -> bool:
    return True


@dataclass(eq=False)
class Job:
    """One export under way, which the page that shows it reads.

    `owner` is the reader (each has one export at a time) and `present` tells whether they are still
    connected; `data` is the version of the data that they saw. `undrawn` names the figures that
    could not be drawn; the file gives the reason in their place. `lacking` quotes the signs in
    headlines, notes, title or filters that the typeface of the file does not have.
    """

    deck: Deck
    format: str
    lang: str
    site: str = ""
    owner: str = ""
    present: Callable[[], bool] = _always
    data: str = ""
    stage: Stage = "waiting"
    done: int = 0
    total: int = 0
    content: bytes = b""
    why: str = ""
    undrawn: tuple[str, ...] = ()
    lacking: str = ""
    _process: subprocess.Popen[str] | None = None
    _began: float = 0.0
    _away_since: float | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.stage not in ("waiting", "running")

    def cancel(self) -> None:
        """Stop at once, or drop the finished file."""
        self._stop("cancelled")

    def replace(self) -> None:
        """Stop, or drop the finished file, because another file needs the room."""
        self._stop("replaced")

    def _stop(self, stage: Stage) -> None:
        with self._lock:
            if not self.over or self.content:
                self.stage, self.content = stage, b""
        self._kill()

    def _kill(self) -> None:
        process = self._process
        if process is not None:
            process.kill()

    def _end(self, stage: Stage, content: bytes = b"", why: str = "") -> None:
        """End the job, unless it was stopped meanwhile."""
        with self._lock:
            if not self.over:
                self.content, self.why, self.stage = content, why, stage

    def look(self, now: float) -> None:
        """Stop a job that takes too long or whose reader has left. `now` is in seconds."""
        if self.stage == "running" and now - self._began > LONGEST_S:
            t = texts.in_language(self.lang)
            self._end("failed", why=t.plural(*_TOO_LONG, LONGEST_S // 60))
            self._kill()
        if self.present():
            self._away_since = None
        elif self._away_since is None:
            self._away_since = now
        elif now - self._away_since >= AWAY_S:
            self.cancel()

    def take(self) -> bool:
        """Begin, once; whether there is anything to be done."""
        with self._lock:
            if self.stage != "waiting":
                return False
            self._began, self.stage = time.monotonic(), "running"
            return True

    def run(self) -> None:
        """Make the file of a job that was taken; it is over afterwards, whatever happens."""
        try:
            with tempfile.TemporaryFile() as request, tempfile.TemporaryFile() as output:
                request.write(to_json(self.deck).encode("utf-8"))
                request.seek(0)
                self._follow(request, output)
        except OSError as error:
            self._end("failed", why=bounded.shortened(str(error), _LONGEST_LINE))
        except Exception:
            _LOG.exception("an export as %s failed", self.format)
            self._end("failed", why=texts.in_language(self.lang)("a fault of ours, see the log"))

    def _follow(self, request: IO[bytes], output: IO[bytes]) -> None:
        """Run the process to its end, noting how far it is."""
        command = [sys.executable, "-m", "partnership", "deck", "-", "--out", "-", "--progress"]
        command += ["--format", self.format, "--lang", self.lang, "--site", self.site]
        command += ["--data", self.data]
        complaints: deque[str] = deque(maxlen=_LINES)
        with subprocess.Popen(  # noqa: S603 - our own words
            command,
            cwd=tables.DATA.parent,
            stdin=request,
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=children.environment(),
        ) as process:
            self._process = process
            if self.over:
                process.kill()
            for line in process.stderr or ():
                self._hear(line.strip(), complaints)
        if process.returncode:
            self._failed(process.returncode, complaints)
        elif (size := output.seek(0, os.SEEK_END)) > LARGEST:
            t = texts.in_language(self.lang)
            why = t("it would have {size} MB; take fewer slides", size=t.number(size / 1e6))
            self._end("failed", why=why)
        else:
            output.seek(0)
            self._end("done", output.read())

    def _hear(self, line: str, complaints: deque[str]) -> None:
        if step := _STEP.match(line):
            self.done, self.total = int(step[1]), int(step[2])
        elif left := _NOT_DRAWN.match(line):
            self.undrawn = tuple(dict.fromkeys((*self.undrawn, left[1])))
        elif lacks := _LACKS.match(line):
            self.lacking = lacks[1]
        elif line:
            complaints.append(bounded.shortened(line, _LONGEST_LINE))

    def _failed(self, code: int, complaints: deque[str]) -> None:
        if not self.over:
            _LOG.warning(
                "an export as %s ended with %s:\n%s", self.format, code, "\n".join(complaints)
            )
        t = texts.in_language(self.lang)
        ended = t("its process was ended from outside") if code < 0 else f"exit code {code}"
        self._end("failed", why=complaints[-1] if complaints and code > 0 else ended)
