"""`Figure`, on which everything else builds, and the registry of the functions that make one.

A figure is built by a function `(State) -> Figure` registered under an id. Pages, the frame on
screen, every export, the tests and the benchmark each work on a `Figure` and know no more.
"""

from __future__ import annotations

import hashlib
import importlib
import logging
import pkgutil
import traceback
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from partnership import tables
from partnership.charts import forms, spoken
from partnership.figures import drawings
from partnership.figures.cache import kept
from partnership.language import texts
from partnership.language.readable import Table
from partnership.language.texts import Texts
from partnership.maps.model import Map
from partnership.state import State
from partnership.tables.contract import TableError
from partnership.wording import notes

if TYPE_CHECKING:
    import pandas as pd

_LOG = logging.getLogger(__name__)

Badge = Literal["disagree", "estimated", "computed", "editorial", "schematic", "incomplete"]
BADGES: tuple[Badge, ...] = (
    "disagree",
    "estimated",
    "computed",
    "editorial",
    "schematic",
    "incomplete",
)
HEADLINE = 70
"""Letters of an English headline at most: one line of a half-width figure's two."""


@dataclass(frozen=True)
class Listing:
    """A figure that is read, not looked at: cards, or a list.

    `rows` are the things to show, already worded: `label`, `value` and `detail` of each card,
    event or fact, and the `url` that the detail leads to, if there is one. A card may have a
    `change` and the id of the `figure` that it leads to, and `trends` the values that lead up to
    it, in the order of `rows`. An event may have the `icon` of its kind, and a `heading` from
    which on events are of another sort. What is read under headings is a `Table`.
    """

    kind: Literal["numbers", "events", "facts"]
    rows: tuple[Mapping[str, str], ...]
    trends: tuple[tuple[float, ...], ...] = ()

    @property
    def plain(self) -> tuple[Mapping[str, str], ...]:
        """The rows as words alone: the change of a card stands before its detail."""
        return tuple(
            {
                "label": row.get("label", ""),
                "value": row.get("value", ""),
                "detail": " · ".join(row[k] for k in ("change", "detail") if row.get(k)),
            }
            for row in self.rows
        )


@dataclass(frozen=True)
class Pictured:
    """The drawing of another figure, exported as a picture alone, without its data."""

    figure: Figure


@dataclass(frozen=True)
class Figure:
    """One drawn thing with the rows it was drawn from.

    `table` is tidy (one row an observation) and carries the values unrounded. `drawn` is the value
    of a chart, a `Map`, a `Listing` or a `Table`; `build` gives charts as they are written, with
    their value (`figures.drawings`). `alt` says in words what the figure shows; that of a chart is
    written from its value (`charts.spoken`). `headline` says the answer in at most `HEADLINE`
    letters and `finding` the rest of it, both computed from the rows drawn; `title` is the metric
    with its unit and span. `of_sources` marks rows that describe the sources that they name, and
    take nothing from them.
    """

    id: str
    title: str
    drawn: forms.Chart | drawings.Chart | Map | Listing | Table | Pictured
    table: pd.DataFrame
    source_ids: tuple[str, ...]
    alt: str = ""
    headline: str = ""
    finding: str = ""
    note: str = ""
    badges: frozenset[Badge] = frozenset()
    height: int = 380
    of_sources: bool = False

    @property
    def heading(self) -> str:
        """What stands over the drawing: the headline, or the title of what has none."""
        return self.headline or self.title


@dataclass(frozen=True)
class Entry:
    """A registered figure: its id, the sectors it belongs to and the choices it depends on."""

    id: str
    make: Callable[[State], Figure]
    sectors: tuple[str, ...]
    uses: tuple[str, ...]


_ENTRIES: dict[str, Entry] = {}


def register(
    figure_id: str, *, sectors: Iterable[str], uses: Iterable[str] = ()
) -> Callable[[Callable[[State], Figure]], Callable[[State], Figure]]:
    """Register a function `(State) -> Figure` under `figure_id`.

    `uses` names the fields of `State` the figure depends on. The function is only ever given
    those (and the language); the others have their defaults, so that the same figure is built
    once for all readers whose choices differ only in what does not matter to it.
    """

    def add(make: Callable[[State], Figure]) -> Callable[[State], Figure]:
        if figure_id in _ENTRIES:
            raise ValueError(f"figure {figure_id!r} is registered twice")
        _ENTRIES[figure_id] = Entry(figure_id, make, tuple(sectors), tuple(uses))
        return make

    return add


@lru_cache(maxsize=1)
def registry() -> Mapping[str, Entry]:
    """Every figure by id. Imports each module of this package once, in the order of names."""
    from partnership import figures

    for module in sorted(
        m.name for m in pkgutil.walk_packages(figures.__path__, "partnership.figures.")
    ):
        importlib.import_module(module)
    return dict(sorted(_ENTRIES.items()))


def reduced(entry: Entry, state: State) -> State:
    """`state` with every choice that the figure does not depend on at its default."""
    kept = {name: getattr(state, name) for name in (*entry.uses, "lang")}
    return replace(State(), **kept)


class FigureError(Exception):
    """A figure that could not be drawn because of a defect in the program.

    The traceback is in the log, once, under `reference`.
    """

    def __init__(self, figure_id: str, reference: str) -> None:
        self.figure_id = figure_id
        self.reference = reference
        super().__init__(f"figure {figure_id} could not be drawn (reference {reference})")


Undrawn = (TableError, FigureError)
"""What `build` raises; `figures.failures` puts both in words."""
_logged: set[str] = set()


@contextmanager
def guarded(figure_id: str) -> Iterator[None]:
    """Turn any other exception into a `FigureError`, so that only this figure fails."""
    try:
        yield
    except Undrawn:
        raise
    except Exception as error:
        reference = _reference(figure_id, error)
        if reference not in _logged:
            _logged.add(reference)
            _LOG.exception("figure %s could not be drawn, reference %s", figure_id, reference)
        raise FigureError(figure_id, reference) from error


def _reference(figure_id: str, error: Exception) -> str:
    """Eight hex digits: the same for the same fault at the same line, in every process."""
    frames = [f"{f.filename}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)]
    named = " ".join([figure_id, type(error).__name__, *frames])
    return hashlib.sha256(named.encode()).hexdigest()[:8]


def build(figure_id: str, state: State) -> Figure:
    """The figure `figure_id` for what the reader chose.

    Raises `TableError` on broken data and `FigureError` on any other fault.
    """
    entry = registry()[figure_id]
    with guarded(figure_id):
        return _build(figure_id, reduced(entry, state), tables.package(), date.today())


@kept(most=1500, times=2)
def _build(figure_id: str, state: State, package: tables.Package, today: date) -> Figure:
    # The package and the day are part of the key: other data, or midnight, means another figure.
    # One costs 70 kB on average (464 built for other years added 32 MB): all are 105 MB, and hold
    # every figure in four languages three times over.
    figure = _noted(registry()[figure_id].make(state), texts.in_language(state.lang))
    if not len(figure.table.columns):
        heads = _heads(figure_id, state, package, today)
        figure = replace(figure, table=figure.table.reindex(columns=list(heads)))
    if isinstance(figure.drawn, forms.Chart):
        words = spoken.words(figure.drawn, texts.in_language(state.lang))
        figure = replace(figure, alt=words, height=figure.drawn.pixels or figure.height)
    return replace(figure, drawn=drawings.finished(figure.drawn, state.lang))


def _noted(figure: Figure, t: Texts) -> Figure:
    """`figure` with the notes that concern what it draws, and the sources that they rest on."""
    found = notes.shown(figure.id, figure.table, t)
    return replace(
        figure,
        note=" ".join(words for words in (figure.note, found.words) if words),
        source_ids=tuple(dict.fromkeys([*figure.source_ids, *found.source_ids])),
    )


def _heads(
    figure_id: str, state: State, package: tables.Package, today: date
) -> tuple[Hashable, ...]:
    """The columns of a table without rows: those that the figure has on a first visit."""
    first = State(lang=state.lang)
    if state == first:
        return ("source_id",)
    try:
        with guarded(figure_id):
            return tuple(_build(figure_id, first, package, today).table.columns)
    except Undrawn:
        # That view reports the failure itself; this one says why it has no rows.
        return ("source_id",)
