"""The content of a page: a heading, one sentence, and figures in reading order. Data alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from partnership.figures import figure as figures
from partnership.state import FILTERS, State


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
    by_sector: bool = False
    """Whether its figures can be chosen by sector: it is about several."""

    @property
    def filters(self) -> tuple[str, ...]:
        """The shared filters that change something on this page."""
        entries = figures.registry()
        used = {field for i in self.every_id if i in entries for field in entries[i].uses}
        used = used - {"sector"} | ({"sector"} if self.by_sector else set())
        return tuple(field for field in FILTERS if field in used)

    def heard(self, state: State) -> State:
        """`state` without the shared filters that this page does not show: they do not act here.

        On figures they do not act anyway, which listen to what they depend on alone.
        """
        plain, shown = State(), self.filters
        return replace(state, **{f: getattr(plain, f) for f in FILTERS if f not in shown})

    def ids(self, state: State) -> tuple[str, ...]:
        """Every figure that the page names for what the reader chose."""
        listed = (i for s in self.sections if s.when(state) for i in s.ids)
        return (*self.drawn, *listed)

    def rows_of(self, section: Section, state: State) -> list[list[str]]:
        """The rows of a section with the figures that the sector filter lets through."""
        entries, heard = figures.registry(), self.heard(state)
        listed = ([row] if isinstance(row, str) else list(row) for row in section.rows)
        let = ([i for i in row if heard.in_sectors(entries[i].sectors)] for row in listed)
        return [row for row in let if row]

    def shown(self, state: State) -> tuple[str, ...]:
        """The figures of `ids` that the sector filter lets through, where the page has one."""
        sections = [s for s in self.sections if s.when(state)]
        rows = (row for s in sections for row in self.rows_of(s, state))
        return (*self.drawn, *(i for row in rows for i in row))

    @property
    def every_id(self) -> tuple[str, ...]:
        """Every figure that the page names, whatever the reader chose."""
        return (*self.drawn, *(i for s in self.sections for i in s.ids))
