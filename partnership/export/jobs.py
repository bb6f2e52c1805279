"""Long exports, each in a process of its own: others' work goes on, and it can be stopped at once.

Drawing holds Python's lock for tenths of a second at a time, which every reader of the same server
would feel, and a process gives all its memory back. At most `AT_ONCE` run; the others wait.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from partnership.deck import Deck, to_json
from partnership.export import BY_KEY
from partnership.tables import DATA

AT_ONCE = 2
LONGEST_S = 300
"""Seconds after which an export is given up."""
Stage = Literal["waiting", "running", "done", "failed", "cancelled"]
_STEP = re.compile(r"^(\d+)/(\d+)$")


@dataclass
class Job:
    """One export under way. Read by the page that shows it; written by its own thread only."""

    deck: Deck
    format: str
    lang: str
    site: str = ""
    stage: Stage = "waiting"
    done: int = 0
    of: int = 0
    made: bytes = b""
    why: str = ""
    _process: subprocess.Popen[str] | None = None
    _stop: bool = False

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.stage in ("done", "failed", "cancelled")

    def cancel(self) -> None:
        """Stop; what was made so far is thrown away, one that waits is over at once."""
        self._stop = True
        if self.stage == "waiting":
            self.stage = "cancelled"
        if self._process is not None:
            self._process.kill()

    def run(self) -> None:
        """Make the file; called once, in a thread of its own."""
        if self.over:
            return
        try:
            with tempfile.TemporaryDirectory(prefix="partnership-") as folder:
                self._make(Path(folder))
        except OSError as error:
            self.why, self.stage = str(error), "failed"
        if self._stop:
            self.made, self.stage = b"", "cancelled"

    def _make(self, folder: Path) -> None:
        self.stage = "running"
        saved, out = folder / "deck.json", folder / f"out.{BY_KEY[self.format].extension}"
        saved.write_text(to_json(self.deck), "utf-8")
        command = [sys.executable, "-m", "partnership", "deck", str(saved), "--progress"]
        command += ["--format", self.format, "--out", str(out), "--lang", self.lang]
        command += ["--site", self.site]
        with (folder / "errors").open("w+", encoding="utf-8") as errors:
            code = self._follow(command, errors.fileno())
            errors.seek(0)
            said = errors.read()
        if code == 0 and out.is_file():
            self.made, self.stage = out.read_bytes(), "done"
        else:
            last = said.strip().splitlines() or [f"exit code {code}"]
            self.why, self.stage = last[-1], "failed"

    def _follow(self, command: list[str], errors: int) -> int:
        """Run the command, noting how far it is; its exit code."""
        with subprocess.Popen(  # noqa: S603 - our own words
            command, cwd=DATA.parent, stdout=subprocess.PIPE, stderr=errors, text=True, env=_env()
        ) as process:
            self._process = process
            alarm = threading.Timer(LONGEST_S, process.kill)
            alarm.start()
            try:
                if self._stop:
                    process.kill()
                for line in process.stdout or ():
                    if step := _STEP.match(line.strip()):
                        self.done, self.of = int(step[1]), int(step[2])
            finally:
                alarm.cancel()
        return process.returncode


def _env() -> dict[str, str]:
    """Ours, with words of any language whatever the machine's own is."""
    return {**os.environ, "PYTHONUTF8": "1"}


_POOL = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="export")


def start(deck: Deck, key: str, lang: str, site: str = "") -> Job:
    """Begin to make `deck` in the format `key`; returns at once."""
    job = Job(deck, key, lang, site)
    _POOL.submit(job.run)
    return job
