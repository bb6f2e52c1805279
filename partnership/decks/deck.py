"""A presentation: slides in order, each a figure with what the reader had chosen.

A deck is saved as a small JSON file and is checked when it is opened again: what is wrong is named
by slide and field, and a broken file never replaces a deck.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from partnership.decks import renamed
from partnership.decks.faults import Fault, fault, lines
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.language.bounded import quoted, shortened
from partnership.language.texts import message
from partnership.state import BY_FIELD, State, from_query

VERSION = 1
MOST_SLIDES = 60
LONGEST_HEADLINE, LONGEST_NOTES, LONGEST_TITLE = 160, 2000, 120
_SLIDE = {"figure", "choices", "headline", "notes"}
_DECK = {"version", "title", "slides"}


class DeckError(ValueError):
    """A deck that cannot be opened; `faults` are what is wrong with it."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__(*faults)

    def __str__(self) -> str:
        return "\n".join(lines(self.faults, texts.in_language(texts.DEFAULT)))


@dataclass(frozen=True)
class Slide:
    """One figure with its own choices. An empty headline stands for the figure's own."""

    figure_id: str
    state: State = field(default_factory=State)
    headline: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Deck:
    """Slides in the order in which they are shown."""

    title: str = ""
    slides: tuple[Slide, ...] = ()

    def added(self, slide: Slide) -> Deck:
        """With `slide` at the end. Raises `DeckError` when the deck is full."""
        if len(self.slides) >= MOST_SLIDES:
            raise DeckError(fault(message("a deck holds at most {most} slides"), most=MOST_SLIDES))
        return replace(self, slides=(*self.slides, slide))

    def moved(self, index: int, to: int) -> Deck:
        """With the slide at `index` moved to position `to`, at most to either end."""
        slides = list(self.slides)
        slides.insert(max(0, min(to, len(slides) - 1)), slides.pop(index))
        return replace(self, slides=tuple(slides))

    def removed(self, index: int) -> Deck:
        """Without the slide at `index`."""
        return replace(self, slides=self.slides[:index] + self.slides[index + 1 :])

    def doubled(self, index: int) -> Deck:
        """With the slide at `index` twice. Raises `DeckError` when the deck is full."""
        self.added(self.slides[index])
        return replace(self, slides=self.slides[: index + 1] + self.slides[index:])

    def changed(self, index: int, **fields: Any) -> Deck:
        """With fields of the slide at `index` replaced."""
        slide = replace(self.slides[index], **fields)
        return replace(self, slides=(*self.slides[:index], slide, *self.slides[index + 1 :]))

    def in_language(self, lang: str) -> Deck:
        """With every slide in one language."""
        slides = tuple(replace(s, state=replace(s.state, lang=lang)) for s in self.slides)
        return replace(self, slides=slides)


def record(slide: Slide) -> dict[str, Any]:
    """A slide as plain values; defaults are left out."""
    values: dict[str, Any] = {"figure": slide.figure_id}
    choices = reduced(slide).query()
    if choices:
        values["choices"] = choices
    if slide.headline:
        values["headline"] = slide.headline
    if slide.notes:
        values["notes"] = slide.notes
    return values


def reduced(slide: Slide) -> State:
    """Only the choices that the figure of a slide listens to; an unknown figure keeps all."""
    entry = figures.registry().get(slide.figure_id)
    return figures.reduced(entry, slide.state) if entry else slide.state


def to_json(deck: Deck) -> str:
    """A deck as the text of a file."""
    slides = [record(s) for s in deck.slides]
    whole = {"version": VERSION, "title": deck.title, "slides": slides}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str | bytes) -> Deck:
    """The deck in a file. Raises `DeckError` with every fault, by slide and field."""
    try:
        read = json.loads(text)
    except (ValueError, UnicodeDecodeError, RecursionError) as error:
        why = shortened(str(error))
        raise DeckError(fault(message("this is not a JSON file: {why}"), why=why)) from error
    if not isinstance(read, Mapping):
        raise DeckError(
            fault(
                message("a deck file holds one object with {fields}"),
                fields="`version`, `title`, `slides`",
            )
        )
    faults = [_strange(name) for name in sorted(set(read) - _DECK)]
    version = read.get("version")
    if type(version) is not int or version != VERSION:
        faults.append(
            fault(
                message("{field}: {value} instead of {wanted}"),
                field="`version`",
                value=quoted(version),
                wanted=VERSION,
            )
        )
    title = _words(read, "title", LONGEST_TITLE, faults, None)
    listed = read.get("slides")
    if not isinstance(listed, Sequence) or isinstance(listed, str):
        raise DeckError(*faults, fault(message("{field}: a list is wanted"), field="`slides`"))
    if len(listed) > MOST_SLIDES:
        faults.append(
            fault(
                message("{field}: {count}, at most {most} are allowed"),
                field="`slides`",
                count=len(listed),
                most=MOST_SLIDES,
            )
        )
    slides = [slide_from(one, faults, n) for n, one in enumerate(listed, 1)]
    if faults:
        raise DeckError(*faults)
    return Deck(title, tuple(s for s in slides if s is not None))


def slide_from(read: Any, faults: list[Fault], number: int) -> Slide | None:
    """The slide in plain values; what is wrong goes to `faults`, each with the slide's number.

    A figure may go by an id of before. A choice that does not exist is dropped (and named); a slide
    without a known figure is `None`.
    """
    if not isinstance(read, Mapping):
        faults.append(Fault(message("an object is wanted"), slide=number))
        return None
    faults += [_strange(name).on(number) for name in sorted(set(map(str, read)) - _SLIDE)]
    named = read.get("figure")
    figure_id = renamed.current(named) if isinstance(named, str) else ""
    if figure_id not in figures.registry():
        faults.append(_missing("`figure`", quoted(named)).on(number))
        return None
    return Slide(
        figure_id,
        _state(read.get("choices", {}), faults, number),
        _words(read, "headline", LONGEST_HEADLINE, faults, number),
        _words(read, "notes", LONGEST_NOTES, faults, number),
    )


def _strange(name: str) -> Fault:
    return fault(message("unknown field {field}"), field=f"`{shortened(name)}`")


def _missing(field: str, value: str) -> Fault:
    return fault(message("{field}: {value} does not exist"), field=field, value=value)


def _state(read: Any, faults: list[Fault], number: int) -> State:
    if not isinstance(read, Mapping) or not all(
        isinstance(v, list) and v and all(isinstance(one, str) for one in v) for v in read.values()
    ):
        wanted = message("{field}: an object of lists of words is wanted")
        faults.append(fault(wanted, field="`choices`").on(number))
        return State()
    unknown = message("{field}: {value} is not a choice")
    faults += [
        fault(unknown, field="`choices`", value=quoted(name)).on(number)
        for name in read
        if name not in BY_NAME
    ]
    state, wrong = from_query(read)
    faults += [_missing("`choices`", f"{w.name} = {quoted(w.value)}").on(number) for w in wrong]
    return state


BY_NAME = {param.name: param for param in BY_FIELD.values()}


def _words(
    read: Mapping[str, Any], name: str, longest: int, faults: list[Fault], number: int | None
) -> str:
    words, field = read.get(name, ""), f"`{name}`"
    if not isinstance(words, str):
        faults.append(fault(message("{field}: words are wanted"), field=field).on(number))
        return ""
    if len(words) > longest:
        long = message("{field}: {count} characters, at most {most} are allowed")
        faults.append(fault(long, field=field, count=len(words), most=longest).on(number))
    return clean(words)[:longest]


def clean(words: str) -> str:
    """Words without signs that no file format can hold: controls other than a new line."""
    return "".join(
        c for c in words if c in _KEPT or c.isprintable() or unicodedata.category(c) == "Zs"
    )


_KEPT = "\n\u200d\u200e\u200f"
"""New lines, and what joins emoji or turns the direction of writing."""
