"""`python -m tests.browser.install`: see to it that there is a Chromium for the browser tests.

On Debian, as root, the one without windows is installed from Debian's archive where there is none
or Debian's own with windows, and the usual one where the archive has no other. Elsewhere this says
what to do and fails: browser tests are never skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.browser import chromium

_DEBIAN = "/usr/bin/chromium"
"""Where Debian has its Chromium with windows."""
_HELP = """No Chromium was found for the browser tests. One of these helps:
  - Debian, as root:            apt-get install chromium-headless-shell
  - any system:                 python -m playwright install chromium
  - one that is elsewhere:      CHROMIUM=/path/to/chrome make test
"""


def main() -> int:
    """0 when a Chromium is there in the end, 1 with words on what to do when not."""
    asked = os.environ.get("CHROMIUM")
    if asked and chromium.found() is None:
        print(f"CHROMIUM={asked} is no program that can be run.", file=sys.stderr)
        return 1
    may = not asked and os.geteuid() == 0 and shutil.which("apt-get")
    wanted = may and chromium.found() in (None, _DEBIAN)
    if wanted and not _apt(chromium.SHELL) and chromium.found() is None:
        _apt("chromium")
    path = chromium.found()
    if path is None:
        print(_HELP, file=sys.stderr)
        return 1
    print(f"Chromium for the browser tests: {path}")
    return 0


def _apt(package: str) -> bool:
    """Whether Debian's archive had the package and it was installed."""
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", package]):
        done = subprocess.run(["apt-get", "-q", *command], env=env, check=False)
        if done.returncode:
            print(f"apt-get {' '.join(command)} failed ({done.returncode}).", file=sys.stderr)
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())
