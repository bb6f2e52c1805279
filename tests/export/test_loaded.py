"""What a command that writes a file loads: only what it uses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import ROOT

_LOADED = """
import sys
from partnership.__main__ import main
try:
    code = main(sys.argv[1:])
except SystemExit as end:
    code = end.code
assert not code
print(*sorted(sys.modules), file=sys.stderr)
"""


_HEAVY = {
    "streamlit",
    "pptx",
    "openpyxl",
    "partnership.export.pdf",
    "partnership.export.tables.workbook",
}


@pytest.mark.parametrize(
    ("words", "unused"),
    [
        ("deck --help", {*_HEAVY, "altair", "pydeck", "vl_convert", "partnership.export.web"}),
        ("deck trade-in-8 --format html --out {out}", _HEAVY),
    ],
)
def test_a_command_loads_what_it_uses(words: str, unused: set[str], tmp_path: Path) -> None:
    out = tmp_path / "x"
    asked = words.format(out=out).split()
    command = [sys.executable, "-c", _LOADED, *asked]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(done.stderr.split())
    assert "partnership" in loaded
    if "--out" in words:
        assert out.stat().st_size
    assert loaded.isdisjoint(unused)


def test_the_typesetter_loads_no_tables() -> None:
    asked = "import sys, partnership.process.typesetter; print(*sys.modules)"
    command = [sys.executable, "-c", asked]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(done.stdout.split())
    assert "typst" in loaded
    assert loaded.isdisjoint({"numpy", "pandas", "partnership.export", "partnership.tables"})
