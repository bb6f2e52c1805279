"""The content of a page: a heading, one sentence, and figures in reading order. Data alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from partnership.figures import figure as figures
from partnership.state import ALL, FILTERS, State


@dataclass(frozen=True)
class Section:
    """A heading and its figures; a pair of ids is shown side by side."""

    heading: str
    rows: tuple[str | tuple[str, str], ...]
    words: str = ""
    part: str = ""
    """The part of the page to which it belongs; empty is the first."""
    when: Callable[[State], bool] = lambda _state: True

    @property
    def ids(self) -> tuple[str, ...]:
        """The figures of the section in reading order."""
        return tuple(i for row in self.rows for i in ((row,) if isinstance(row, str) else row))


@dataclass(frozen=True)
class Part:
    """A part of a long page: its id in addresses, empty for the first, and what it is called."""

    id: str
    title: str


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
    by_sector: bool = False
    """Whether its figures can be chosen by sector: it is about several."""
    parts: tuple[Part, ...] = ()
    """What a page of more than eight figures is shown in, one at a time or all."""

    def part(self, state: State) -> str:
        """The part that is shown for what the reader chose; the first for one of another page."""
        known = {part.id for part in self.parts} | {ALL}
        return state.part if self.parts and state.part in known else ""

    def chosen(self, state: State) -> list[Section]:
        """The sections of the part shown, for what the reader chose."""
        part = self.part(state)
        return [s for s in self.sections if part in (ALL, s.part) and s.when(state)]

    def filters(self, state: State) -> tuple[str, ...]:
        """The shared filters that change something in the part shown."""
        entries, part = figures.registry(), self.part(state)
        listed = (i for s in self.sections if part in (ALL, s.part) for i in s.ids)
        ids = [i for i in (*self.drawn, *listed) if i in entries]
        used = {field for i in ids for field in entries[i].uses} - {"sector"}
        used |= {"sector"} if self.by_sector else set()
        return tuple(field for field in FILTERS if field in used)

    def heard(self, state: State) -> State:
        """`state` without the shared filters that this page does not show: they do not act here.

        On figures they do not act anyway, which listen to what they depend on alone.
        """
        plain, shown = State(), self.filters(state)
        return replace(state, **{f: getattr(plain, f) for f in FILTERS if f not in shown})

    def ids(self, state: State) -> tuple[str, ...]:
        """Every figure that the page names for what the reader chose."""
        return (*self._drawn(state), *(i for s in self.chosen(state) for i in s.ids))

    def rows_of(self, section: Section, state: State) -> list[list[str]]:
        """The rows of a section with the figures that the sector filter lets through."""
        entries, heard = figures.registry(), self.heard(state)
        listed = ([row] if isinstance(row, str) else list(row) for row in section.rows)
        let = ([i for i in row if heard.in_sectors(entries[i].sectors)] for row in listed)
        return [row for row in let if row]

    def shown(self, state: State) -> tuple[str, ...]:
        """The figures of `ids` that the sector filter lets through, where the page has one."""
        rows = (row for s in self.chosen(state) for row in self.rows_of(s, state))
        return (*self._drawn(state), *(i for row in rows for i in row))

    def _drawn(self, state: State) -> tuple[str, ...]:
        return self.drawn if self.draws(state) else ()

    @property
    def every_id(self) -> tuple[str, ...]:
        """Every figure that the page names, whatever the reader chose."""
        return (*self.drawn, *(i for s in self.sections for i in s.ids))

    def part_of(self, figure_id: str) -> str:
        """The part in which a figure of the page stands; the first for what the panel draws."""
        return next((s.part for s in self.sections if figure_id in s.ids), "")
