"""The parts of a native chart."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["pie", "bar", "column", "line", "area"]
Drawn = Literal["bar", "line", "points", "ticks", "area"]


@dataclass(frozen=True)
class Style:
    """How one value looks where it looks otherwise than its series."""

    colour: str = ""
    hollow: bool = False


@dataclass(frozen=True)
class Series:
    """One value (or none) a category, in the table's unit. `styles` are by place.

    `again` tells that it is a paler form of another one, which a legend need not name anew.
    """

    name: str
    amounts: tuple[float | None, ...]
    colour: str
    drawn: Drawn
    dashed: bool = False
    hollow: bool = False
    thin: bool = False
    dots: bool = False
    again: bool = False
    styles: dict[int, Style] = field(default_factory=dict)


@dataclass(frozen=True)
class Plot:
    """A native chart. Values are 10 to the power of `power` times what the axis shows.

    `span` is what the value axis covers, in the table's unit, where the drawing fixes it; `joined`
    tells that lines run on over categories without a value. `breaks` are what explains a break:
    where, as a share of the way along the categories, and in which words.
    """

    kind: Kind
    categories: tuple[str, ...] | tuple[date, ...]
    series: tuple[Series, ...]
    stacked: bool = False
    overlaid: bool = False
    unit: str = ""
    suffix: str = ""
    power: int = 0
    span: tuple[float, float] | None = None
    joined: bool = False
    breaks: tuple[tuple[float, str], ...] = ()

    def shown(self) -> list[float]:
        """Every value as the axis shows it."""
        return [v / 10**self.power for s in self.series for v in s.amounts if v is not None]

    def number_format(self, digits: int, *, suffix: str = "") -> str:
        """The format of a spreadsheet that shows values in the axis's unit."""
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        if self.power == -2:
            return f"{pattern}%"
        quoted = f'"{suffix}"' if suffix else ""
        return pattern + "," * (self.power // 3) + quoted
