"""The kinds of claim, and the test of each: what one value says of a claim.

- `stake`, `share`, `number`, `count`: *confirmed* where the value rounds to the printed digits,
  *approximately* within `NEAR` of what is claimed. A share of a contract is exact, what statistics
  measure is not, hence two widths.
- `lower_bound`, `upper_bound` ("more than 13 billion"): *confirmed* beyond it, *approximately* at
  it or short of it by `NEAR`.
- `rank`: right or wrong. `year`: *approximately* one year off. `date`: compared at the precision of
  the claim; the right year alone is *approximately*.
- `growth`: *confirmed* by a change above zero.
- `exists`: *confirmed* where something of what is claimed is on file.
- `aim`: *confirmed* where the target was set, whether or not it was met.
- `statement`: a sentence that only a reader can judge.
"""

from __future__ import annotations

from dataclasses import dataclass

from partnership.analysis.found import Value

MEASURED = ("stake", "share", "number", "count")
"""Kinds of which a relative difference means something."""
BOUNDS = ("lower_bound", "upper_bound")
PRINTED = (*MEASURED, *BOUNDS, "aim")
"""Kinds that need the number as it is printed."""
TIMED = (*MEASURED, *BOUNDS, "rank", "growth")
"""Kinds of which the period is compared with that of the data."""
SPANNED = ("share", "number", "growth")
"""Kinds that are measured over a span of time, of which a longer one says more."""
NEAR = {"stake": 0.01}
"""How far off a number may be and still be approximately right, as a part of it."""
_NEAR = 0.1
_ROUNDING = 1e-9


@dataclass(frozen=True)
class Claimed:
    """What a claim says: `value` in its unit (none for a date or words), `tolerance` from print."""

    kind: str
    value: float = 0.0
    period: str = ""
    tolerance: float = 0.0

    @property
    def near(self) -> float:
        """How far off is approximately right, in the unit of the claim."""
        return max(abs(self.value) * NEAR.get(self.kind, _NEAR), 2 * self.tolerance)

    @property
    def slack(self) -> float:
        """What arithmetic alone may add to a difference."""
        return _ROUNDING * max(1.0, abs(self.value))


def against(claimed: Claimed, value: Value) -> str:
    """What one value says of a claim: `confirmed`, `approximately` or `disputed`."""
    if claimed.kind == "exists":
        return "confirmed"
    if claimed.kind == "date":
        return _date(claimed.period, str(value.value))
    gap = number(value) - claimed.value
    if claimed.kind == "growth":
        return _within(-gap, 0, 0) if gap else "disputed"
    if claimed.kind == "rank":
        return _within(abs(gap), 0, 0)
    if claimed.kind == "year":
        return _within(abs(gap), 0, 1)
    if claimed.kind in BOUNDS:
        short = -gap if claimed.kind == "lower_bound" else gap
        return _within(short, -claimed.slack, claimed.near)
    return _within(abs(gap), claimed.tolerance + claimed.slack, claimed.near + claimed.slack)


def agree(claimed: Claimed, one: Value, other: Value) -> bool:
    """Whether two values are the same to the precision of the claim."""
    if claimed.kind in ("exists", "growth", *BOUNDS):
        return against(claimed, one) == against(claimed, other)
    if claimed.kind == "date":
        a, b = str(one.value), str(other.value)
        return a.startswith(b) or b.startswith(a)
    return abs(number(one) - number(other)) <= claimed.tolerance + claimed.slack


def number(value: Value) -> float:
    """A value as a number; of a date its year."""
    return float(value.value[:4]) if isinstance(value.value, str) else value.value


def _within(gap: float, confirmed: float, near: float) -> str:
    if gap <= confirmed:
        return "confirmed"
    return "approximately" if gap <= near else "disputed"


def _date(claimed: str, day: str) -> str:
    if day[: len(claimed)] == claimed:
        return "confirmed"
    return "approximately" if day[:4] == claimed[:4] else "disputed"
