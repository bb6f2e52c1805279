"""Days as drawn are the same wherever the machine stands."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

from partnership.export import chart
from partnership.figures import figure as figures
from partnership.state import State
from tests.serving import ROOT

_CODE = """
import json, re, sys
from partnership.export import chart
from partnership.figures import figure as figures
from partnership.state import State
said = {}
for name in sys.argv[1:]:
    drawn = chart.svg(chart.specification(figures.build(name, State()), 900))
    said[name] = re.findall(r"<text[^>]*>([^<]*)<", drawn)
print(json.dumps(said))
"""


def _in_time() -> list[str]:
    """Figures with a scale of time."""
    drawn = {i: figures.build(i, State()) for i in figures.registry()}
    return [
        i
        for i, figure in drawn.items()
        if chart.drawable(figure) and '"temporal"' in json.dumps(chart._finished(figure))
    ]


def _drawn(zone: str, names: list[str]) -> dict[str, list[str]]:
    ran = subprocess.run(
        [sys.executable, "-c", _CODE, *names],
        cwd=ROOT,
        env={**os.environ, "TZ": zone},
        capture_output=True,
        check=True,
    )
    return dict(json.loads(ran.stdout))


def test_days_are_drawn_alike_in_almaty_and_new_york() -> None:
    names = _in_time()
    assert "renewables.milestones" in names
    west, home, east = (_drawn(z, names) for z in ("America/New_York", "UTC", "Asia/Almaty"))
    assert west == home
    assert east == home
    # Years on the axis, or days of one year in words.
    assert all(any(re.search(r"\d{4}", words) for words in home[name]) for name in names)
