"""What is presented at an address: the figures of a page, or a deck, as the presenter's page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from partnership import tables
from partnership.decks import deck as decks
from partnership.decks import faults, ready
from partnership.decks import link as deck_link
from partnership.decks.deck import Deck, Slide
from partnership.export import handout as handouts
from partnership.export import web
from partnership.export.handout import Tick, View, silent
from partnership.export.web import parts as web_parts
from partnership.export.web import slides as web_slides
from partnership.export.web.parts import Part
from partnership.export.web.slides import Drawn
from partnership.figures import failures
from partnership.figures import figure as figures
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.site import sitemap
from partnership.site.sitemap import Leaf
from partnership.state import ALL, DECK, READY, State, from_query
from partnership.tables.contract import TableError
from partnership.ui.present.cache import DrawingCache, DrawingKey
from partnership.wording import links

FOLDER = "_present"
"""Path of the files of which presentations consist."""
_HERE = "."
"""Addresses are relative: all pages are in one folder, wherever the dashboard runs."""


_cache = DrawingCache()


@dataclass(frozen=True)
class Wanted:
    """A presentation that was requested: a deck in one language, and notices shown first."""

    deck: Deck
    lang: str
    notices: tuple[str, ...] = ()
    of_page: bool = False
    """Whether it is what a page shows: slides on which a filter leaves nothing are left out."""

    @property
    def drawings(self) -> tuple[DrawingKey, ...]:
        """Every drawing that it needs, once: the same for decks that differ in their words."""
        return tuple(dict.fromkeys(_key(slide) for slide in self.deck.slides))


def requested(leaf: Leaf, query: Mapping[str, list[str]]) -> Wanted:
    """The presentation of a page, or on the deck page of the deck that the address names."""
    tables.refresh()
    state, wrong = from_query(query)
    t = texts.in_language(state.lang)
    notices = [links.refused(one, t) for one in wrong]
    try:
        if leaf.path == sitemap.DECK_PAGE:
            deck, more = _deck(query, t)
        else:
            with figures.guarded(f"page {leaf.path}"):
                deck, more = _page(leaf, state, t), ()
    except figures.Undrawn as error:
        return nothing(t, *notices, failures.reason(error, t), *failures.details(error, t, 3))
    of_page = leaf.path != sitemap.DECK_PAGE
    return Wanted(deck.in_language(t.lang), t.lang, (*notices, *more), of_page)


def nothing(t: Texts, *notices: str) -> Wanted:
    """A presentation without slides, with the reasons."""
    return Wanted(Deck(), t.lang, notices)


def cached(wanted: Wanted) -> Mapping[DrawingKey, Drawn] | None:
    """The drawings of a presentation, where all of them are cached."""
    found = {one: _cache.find(one) for one in wanted.drawings}
    there = {one: drawn for one, drawn in found.items() if drawn is not None}
    return there if len(there) == len(found) else None


def drawn(drawings: Sequence[DrawingKey], tick: Tick = silent) -> Mapping[DrawingKey, Drawn]:
    """The drawings, from the cache or drawn now. Raises what `tick` raises."""
    found: dict[DrawingKey, Drawn] = {}
    for n, one in enumerate(drawings):
        tick(n, len(drawings))
        found[one] = _cache.find(one) or _draw(one)
    return found


def _draw(key: DrawingKey) -> Drawn:
    now = _now()
    figure_id, state = key.figure_id, key.state
    (view,) = handouts.of_deck(Deck("", (Slide(figure_id, state),)), state.lang).views
    drawing = web_slides.drawn(view, texts.in_language(state.lang))
    try:
        figures.build(figure_id, state)
    except figures.Undrawn:
        # The view gives the reason; it is drawn again next time.
        return replace(drawing, failed=True)
    _cache.keep(key, drawing, now)
    return drawing


def _now() -> tuple[tables.Package, date]:
    return tables.package(), date.today()


def _key(slide: Slide) -> DrawingKey:
    return DrawingKey(slide.figure_id, decks.reduced(slide))


def _page(leaf: Leaf, state: State, t: Texts) -> Deck:
    """The figures of all parts of the page for what the reader chose, in its order."""
    page = sitemap.page_of(leaf)
    heard = page.heard(replace(state, part=ALL))
    ids = [i for i in page.ids(heard) if heard.in_sectors(figures.registry()[i].sectors)]
    return Deck(t(page.title), tuple(Slide(i, heard) for i in ids))


def _deck(query: Mapping[str, list[str]], t: Texts) -> tuple[Deck, tuple[str, ...]]:
    """The deck in a link, or a ready one; and what of it was dropped."""
    if DECK in query:
        deck, dropped = deck_link.read(query[DECK][-1])
        if dropped:
            heading = links.incomplete(t)
            return deck, (f"{heading} {'; '.join(faults.lines(dropped, t))}",)
        return deck, ()
    key = query.get(READY, [""])[-1]
    try:
        return ready.deck(key, t.lang), ()
    except KeyError:
        return Deck(), (t("There is no deck called {name}.", name=t.quote(repr(key[:80]))),)


def document(
    wanted: Wanted, drawings: Mapping[DrawingKey, Drawn], around: Mapping[str, str]
) -> str:
    """The page of the presenter; its scripts, style, typeface and geometry are links."""
    t = texts.in_language(wanted.lang)
    title = wanted.deck.title or t("Presentation")
    views = [_view(slide, drawings) for slide in _with_content(wanted, drawings)]
    shown = web_slides.joined(title, date.today(), views, t)
    faces = {weight: _address(web_parts.typeface(weight)) for weight in web_parts.WEIGHTS}
    scripts = [web_parts.vega(), web_parts.script()]
    if shown.with_map:
        scripts.insert(0, web_parts.deckgl())
    more = {"notices": wanted.notices, "geometry": _grounds(shown.geometry)}
    return web.document(
        shown,
        style=(
            f'<link rel="stylesheet" href="{_address(web_parts.style())}">'
            f"<style>{web.faces(faces)}</style>"
        ),
        data={"deck": shown.text, "around": web_slides.text({**around, **more})},
        scripts=[f'<script defer src="{_address(part)}"></script>' for part in scripts],
    )


def _with_content(wanted: Wanted, drawings: Mapping[DrawingKey, Drawn]) -> tuple[Slide, ...]:
    """The slides of a page that show something, or say why they cannot; all where none does."""
    slides = wanted.deck.slides
    found = [(one, drawings[_key(one)]) for one in slides]
    full = tuple(one for one, drawing in found if drawing.failed or not drawing.empty)
    return full if full and wanted.of_page else slides


def _view(slide: Slide, drawings: Mapping[DrawingKey, Drawn]) -> tuple[Drawn, View]:
    drawing = drawings[_key(slide)]
    address = sitemap.address_of(_HERE)(slide.figure_id, slide.state)
    return drawing, View(drawing.figure, slide.state, slide.headline, slide.notes, address)


def _address(part: Part) -> str:
    return f"{FOLDER}/{part.hash}/{part.name}"


def _grounds(names: tuple[str, ...]) -> dict[str, str]:
    """The address of each geometry; a damaged one is left out, the marks stay."""
    found: dict[str, str] = {}
    for name in names:
        try:
            found[name] = _address(web_parts.geometry(name))
        except TableError:
            continue
    return found
