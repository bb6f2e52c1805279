"""What every export is made of: views in order, each a figure with what the reader had chosen.

A figure alone, a page and a deck are handouts of one, some and many views, so that each format is
one function `(Handout, Tick) -> bytes`, written once for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from partnership.decks.deck import Deck, Slide
from partnership.export import passing, typed
from partnership.figures import failing
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, FigureError, Listing
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.site.sitemap import AddressOf
from partnership.state import State
from partnership.tables.contract import TableError
from partnership.wording import choices

Tick = Callable[[int, int], None]
"""Told how many of how many steps are done; may raise `Cancelled` to stop an export."""


class Cancelled(Exception):  # noqa: N818 - not an error
    """Raised by a `Tick`: the reader no longer wants the file."""


@dataclass(frozen=True)
class View:
    """A figure as one reader sees it, with the words that go along when it is presented.

    Of the figure there is only what may be passed on (`passing`), without noise (`typed`).
    """

    figure: Figure
    state: State
    headline: str = ""
    notes: str = ""
    address: str = ""
    undrawn: str = ""
    """Why the figure could not be drawn and stands there without a drawing; mostly empty."""

    @property
    def heading(self) -> str:
        """The headline; the figure's title where there is none."""
        return self.headline or self.figure.title

    @property
    def subtitle(self) -> str:
        """The figure's title, where the headline says something else."""
        return self.figure.title if self.headline else ""

    @property
    def finding(self) -> str:
        """The finding as plain words."""
        return plain(self.figure.finding)

    def filters(self, t: Texts) -> tuple[str, ...]:
        """The filters that are set and change this figure, one phrase each.

        A choice that the title names (the company of a card) is not repeated.
        """
        entry = figures.registry().get(self.figure.id)
        uses = (*entry.uses, "sector") if entry else ()
        said = choices.said(self.state, uses, t)
        return tuple(words for words in said if words != self.figure.title)


@dataclass(frozen=True)
class Handout:
    """Views in order, in one language. `made` is the day that stands on it."""

    title: str
    views: tuple[View, ...]
    lang: str
    made: date

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Every source cited, in the order of first use."""
        return tuple(dict.fromkeys(i for v in self.views for i in v.figure.source_ids))


def silent(_done: int, _of: int) -> None:
    """A `Tick` for whoever does not want to know."""


def nowhere(_figure_id: str, _state: State) -> str:
    """An `AddressOf` for where no dashboard is running."""
    return ""


def of_figure(figure: Figure, state: State, address: str = "") -> Handout:
    """A handout of one figure."""
    view = View(_sent(figure, texts.of(state.lang)), state, address=address)
    return Handout(figure.title, (view,), state.lang, date.today())


def of_deck(deck: Deck, lang: str, address_of: AddressOf = nowhere) -> Handout:
    """A deck with its figures built. A figure that cannot be drawn becomes a view that says so."""
    t = texts.of(lang)
    views = tuple(_view(slide, address_of, t) for slide in deck.spoken(lang).slides)
    return Handout(deck.title or t("Presentation"), views, lang, date.today())


def of_figures(
    title: str, ids: Iterable[str], state: State, address_of: AddressOf = nowhere
) -> Handout:
    """The figures of a page for what the reader chose."""
    return of_deck(Deck(title, tuple(Slide(i, state) for i in ids)), state.lang, address_of)


def _view(slide: Slide, address_of: AddressOf, t: Texts) -> View:
    undrawn = ""
    try:
        with figures.guarded(slide.figure_id):
            figure = _sent(figures.build(slide.figure_id, slide.state), t)
    except figures.Undrawn as error:
        figure, undrawn = _undrawn(slide.figure_id, error, t), str(error)
    address = address_of(slide.figure_id, slide.state)
    return View(figure, slide.state, slide.headline, slide.notes, address, undrawn)


def _sent(figure: Figure, t: Texts) -> Figure:
    """What may be passed on of a figure, its numbers without the noise of binary fractions."""
    kept = passing.passed_on(figure, t)
    return replace(kept, table=typed.noiseless(kept.table))


def _undrawn(figure_id: str, error: TableError | FigureError, t: Texts) -> Figure:
    words = " ".join([failing.reason(error, t), "; ".join(failing.details(error, t, 3))]).strip()
    title = t.quote(figure_id)
    return Figure(figure_id, title, Listing("facts", ()), pd.DataFrame(), (), title, words)


_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~<>$:])")


def plain(words: str) -> str:
    """Words of a finding or a note without the signs of Markdown."""
    return _ESCAPED.sub(r"\1", words.replace("**", "").replace("  \n", " ")).strip()


def source_line(figure: Figure, t: Texts, most: int = 3) -> str:
    """`Source: publisher, title (date; licence)` of the first sources, and how many more."""
    rows = sources.of(figure.source_ids)
    if not rows:
        return ""
    said = "; ".join(cited(row, t) for row in rows[:most])
    if len(rows) > most:
        rest = len(rows) - most
        said += "; " + t.plural("and {count} more source", "and {count} more sources", rest)
    return f"{t('Source:')} {said}"


def cited(row: sources.Source, t: Texts) -> str:
    """One source with its date and licence in words."""
    day = t.day(row.published) if row.published else t("undated")
    return f"{t.quote(f'{row.publisher}, {row.title}')} ({day}; {t(sources.LICENCES[row.licence])})"


def nothing_shown(view: View, t: Texts) -> str:
    """Why a figure is empty, in words; an empty string for one that is not."""
    if not view.figure.table.empty:
        return ""
    return view.finding or t(
        "There is nothing to show for this choice. Widen the years or the sectors."
    )


def left_out(rows: int, columns: Sequence[str], t: Texts) -> str:
    """How many rows and which columns of a listing are not shown, and where they are."""
    said = []
    if rows > 0:
        one = "{count} more row is in the workbook."
        said.append(t.plural(one, "{count} more rows are in the workbook.", rows))
    if columns:
        said.append(t("Left out here: {columns}.", columns=", ".join(columns)))
    return " ".join(said)
