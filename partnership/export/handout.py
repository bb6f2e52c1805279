"""What every export consists of: views in order, each a figure with what the reader had chosen.

A figure alone, a page and a deck are handouts of one, some and many views, so that each format is
one function `(Handout, Tick) -> bytes`, written once for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from partnership.decks.deck import Deck, Slide
from partnership.export import redistribution, values
from partnership.export.type import lettering
from partnership.figures import failures
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, FigureError, Listing
from partnership.language import texts
from partnership.language.texts import Texts, counted
from partnership.provenance import citations, sources
from partnership.provenance.sources import Source
from partnership.site.sitemap import AddressOf
from partnership.state import State
from partnership.tables.contract import TableError
from partnership.wording import choices

Tick = Callable[[int, int], None]
"""Called with the steps done and the steps in all; may raise `Cancelled` to stop an export."""


CARDS = 12
"""Numbers that a slide or a picture shows as cards."""


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
    """Why the figure could not be drawn; empty for a figure that could."""

    @property
    def heading(self) -> str:
        """The presenter's own headline, else the figure's, else its title."""
        return self.headline or self.figure.heading

    @property
    def subtitle(self) -> str:
        """The figure's title, where there is a headline above it."""
        return self.figure.title if self.heading != self.figure.title else ""

    @property
    def finding(self) -> str:
        """What the figure found besides its heading, as plain words.

        Under a headline of the presenter's own the figure's headline comes first.
        """
        answer = f"{self.figure.headline}." if self.headline and self.figure.headline else ""
        return plain("\n".join((answer, self.figure.finding)))

    def filters(self, t: Texts) -> tuple[str, ...]:
        """The filters that are set and change this figure, one phrase each.

        A choice that the title names (the company of a card) is not repeated.
        """
        entry = figures.registry().get(self.figure.id)
        uses = (*entry.uses, "sector") if entry else ()
        phrases = choices.filter_phrases(self.state, uses, t)
        return tuple(words for words in phrases if words != self.figure.title)


@dataclass(frozen=True)
class Handout:
    """Views in order, in one language. `created` is the date printed on it."""

    title: str
    views: tuple[View, ...]
    lang: str
    created: date

    @property
    def source_ids(self) -> tuple[str, ...]:
        """Every source cited, in the order of first use."""
        return tuple(dict.fromkeys(i for v in self.views for i in v.figure.source_ids))


def silent(_done: int, _of: int) -> None:
    """A `Tick` that does nothing."""


def nowhere(_figure_id: str, _state: State) -> str:
    """An `AddressOf` for where no dashboard is running."""
    return ""


def of_figure(figure: Figure, state: State, address: str = "") -> Handout:
    """A handout of one figure."""
    view = View(_sent(figure, texts.in_language(state.lang)), state, address=address)
    return Handout(figure.title, (view,), state.lang, date.today())


def of_deck(deck: Deck, lang: str, address_of: AddressOf = nowhere) -> Handout:
    """A deck with its figures built. One that cannot be drawn becomes a view with the reason."""
    t = texts.in_language(lang)
    views = tuple(_view(slide, address_of, t) for slide in deck.in_language(lang).slides)
    return Handout(deck.title or t("Presentation"), views, lang, date.today())


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
    kept = redistribution.redistributable(figure, t)
    return replace(kept, table=values.noiseless(kept.table))


def _undrawn(figure_id: str, error: TableError | FigureError, t: Texts) -> Figure:
    words = " ".join([failures.reason(error, t), "; ".join(failures.details(error, t, 3))]).strip()
    title, table = t.quote(figure_id), pd.DataFrame(columns=["source_id"])
    return Figure(figure_id, title, Listing("facts", ()), table, (), title, finding=words)


def plain(words: str) -> str:
    """Words of a finding or a note in one line. They are no Markdown: each sign is itself."""
    return " ".join(line.strip() for line in words.splitlines() if line.strip())


def source_line(figure: Figure, t: Texts, most: int = 3) -> str:
    """`Source: publisher, title (date; licence)` of the first sources, and how many more.

    Where they cannot be listed, that and the reason: the figure may be whole.
    """
    try:
        with figures.guarded(f"sources of {figure.id}"):
            return citations.source_line(sources.by_ids(figure.source_ids), t, most)
    except figures.Undrawn as error:
        return failures.unlisted(error, t)


def cited(source_ids: Sequence[str], t: Texts) -> list[tuple[Source, str]]:
    """Each source with its line in a list of sources; one that fails has the reason for a line."""
    return [(row, _cited(row, t)) for row in sources.by_ids(source_ids)]


def _cited(row: Source, t: Texts) -> str:
    try:
        with figures.guarded(f"source {row.source_id}"):
            return citations.cited(row, t)
    except figures.Undrawn as error:
        named = t.quote(row.source_id)
        return t(
            "{source}: this source could not be described: {why}",
            source=named,
            why=failures.beside(error, t),
        )


def lacking(handout: Handout) -> str:
    """The signs of what readers wrote, each once, that the typeface of files does not have."""
    t = texts.in_language(handout.lang)
    written = [handout.title]
    for view in handout.views:
        written += [view.headline, view.notes, *view.filters(t)]
    return lettering.lacking("".join(written))


def lacking_words(signs: str, t: Texts) -> str:
    """What a reader is told of signs that are `lacking`."""
    return t(
        "The typeface of pictures and PDF files does not have these signs; their names in brackets"
        " stand in their place: {signs}",
        signs=t.quote(signs),
    )


def nothing_shown(view: View, t: Texts) -> str:
    """Why a figure is empty, in words; an empty string for one that is not."""
    if not view.figure.table.empty:
        return ""
    return view.finding or t(
        "There is nothing to show for this choice. Widen the years or the sectors."
    )


_MORE_ROWS = counted(
    "{count} more row is in the workbook.", "{count} more rows are in the workbook."
)


def left_out(rows: int, columns: Sequence[str], t: Texts) -> str:
    """How many rows and which columns of a listing are not shown, and where they are."""
    sentences = []
    if rows > 0:
        sentences.append(t.plural(*_MORE_ROWS, rows))
    if columns:
        sentences.append(t("Left out here: {columns}.", columns=", ".join(columns)))
    return " ".join(sentences)


def cards_across(count: int) -> int:
    """How many of so many cards stand side by side."""
    return 3 if count == 6 else min(4, max(1, count))
