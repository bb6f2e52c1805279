"""The content of a page: a heading, one sentence, and figures in reading order. Data alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from partnership.figures import figure as figures
from partnership.state import State


@dataclass(frozen=True)
class Section:
    """A heading and its figures; a pair of ids is shown side by side."""

    heading: str
    rows: tuple[str | tuple[str, str], ...]
    words: str = ""
    when: Callable[[State], bool] = lambda _state: True

    @property
    def ids(self) -> tuple[str, ...]:
        """The figures of the section in reading order."""
        return tuple(i for row in self.rows for i in ((row,) if isinstance(row, str) else row))


@dataclass(frozen=True)
class Page:
    """The content of a page. Texts are marked with `message` and translated when drawn."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    controls: tuple[str, ...] = ()
    panel: str = ""
    """Name of what is more than a list, above the sections (`ui.panels`)."""
    drawn: tuple[str, ...] = ()
    """The figures that the panel draws."""
    draws: Callable[[State], bool] = lambda _state: True
    """Whether the panel draws them for what the reader chose."""
    first_rows: int = 1
    """Rows of figures that stand on the first screen of a desk; they are painted first."""

    def ids(self, state: State) -> tuple[str, ...]:
        """Every figure that the page names for what the reader chose."""
        listed = (i for s in self.sections if s.when(state) for i in s.ids)
        return (*self._drawn(state), *listed)

    def shown(self, state: State) -> tuple[str, ...]:
        """The figures of `ids` that the sector filter lets through."""
        entries = figures.registry()
        sections = [s for s in self.sections if s.when(state)]
        listed = [i for s in sections for i in s.ids if state.in_sectors(entries[i].sectors)]
        return (*self._drawn(state), *listed)

    def _drawn(self, state: State) -> tuple[str, ...]:
        return self.drawn if self.draws(state) else ()

    @property
    def every_id(self) -> tuple[str, ...]:
        """Every figure that the page names, whatever the reader chose."""
        return (*self.drawn, *(i for s in self.sections for i in s.ids))
