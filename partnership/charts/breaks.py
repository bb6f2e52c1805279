"""Where what explains a break is written: each in a row of its own above what is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from partnership.charts.forms.parts import Break

_EARLY = 0.45
"""Share of the way along the years up to which words stand to the right of their line."""


def stacked(breaks: Sequence[Break], first: int, last: int) -> list[tuple[Break, bool]]:
    """Breaks of a span from the uppermost to the lowest, with whether words stand to the right.

    Words stand on the side where there is room; in this order no words lie on a line that starts
    above them, unless the drawing is very narrow.
    """
    if first == last:
        return []
    known = [b for b in breaks if first <= int(str(b.at)) <= last]
    early = [(b, True) for b in known if int(str(b.at)) - first < (last - first) * _EARLY]
    return early + [(b, False) for b in reversed(known[len(early) :])]
