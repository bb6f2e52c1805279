"""What a reader can search for on every page, under all its names, and where each thing is seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from partnership import tables
from partnership.figures import figure as figures
from partnership.figures.cache import kept
from partnership.figures.companies import card
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.site import sitemap
from partnership.state import CONSORTIA, State

_MATERIALS, _EVENTS, _HOLDERS = "minerals.list", "diplomacy.list", "stakes.matrix"
"""Figures that list the materials, the events between the two countries, and the holders."""


@dataclass(frozen=True)
class Entry:
    """A thing that can be found: what the list says of it, and the view that shows it.

    `choices` are fields of `State` that the view sets, as `("asset", "kashagan")`.
    """

    label: str
    path: str
    choices: tuple[tuple[str, str], ...] = ()
    figure_id: str = ""


_KAZAKH = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")
_LETTERS = "йёЙЁ"
"""Letters of their own, whatever marks they are made with."""
_Found = Iterator[tuple[str, Entry]]


_titles: dict[str, dict[str, str]] = {}
"""Titles of figures by language and id, as far as they are known."""


def learn(lang: str, titles: Mapping[str, str]) -> None:
    """Take in the titles of figures by id, as they were drawn when the server started.

    To draw all of them for a list is too much for a reader to wait for; newer data may add a year
    to a title, which leads to the same figure.
    """
    _titles[lang] = dict(titles)


def entries(lang: str) -> dict[str, Entry]:
    """Everything that can be found, by an id, in one language; worked out once for all readers."""
    return _entries(lang, len(_titles.get(lang, ())), tables.package())


@kept(most=8, times=1)
def _entries(lang: str, _titles_known: int, _package: tables.Package) -> dict[str, Entry]:
    """A table that is broken costs its own things alone."""
    t = texts.in_language(lang)
    found: dict[str, Entry] = {}
    for gather in (_pages, _companies, _materials, _assets, _places, _figures, _events, _claims):
        try:
            found.update(gather(t))
        except figures.Undrawn:
            continue
    return found


def _pages(t: Texts) -> _Found:
    for leaf in sitemap.LEAVES:
        yield f"page:{leaf.path}", Entry(_label(t(leaf.title), t("page"), t), leaf.path)


def _companies(t: Texts) -> _Found:
    with_card = set(card.companies())
    stakes = tables.load("stakes")
    in_consortia = set(stakes.loc[stakes["asset_id"].isin(CONSORTIA), "holder_id"].astype(str))
    works = {**_first(stakes, "holder_id"), **_first(tables.load("assets"), "operator_id")}
    for company in tables.load("companies")["company_id"].astype(str):
        if company in with_card:
            view = Entry("", "companies", (("company", company),))
        elif company in in_consortia:
            view = _at(_HOLDERS)
        elif company in works:
            view = Entry("", "map", (("asset", works[company]),))
        else:
            continue
        yield from _named(f"company:{company}", t("company"), view, t)


def _first(rows: pd.DataFrame, column: str) -> dict[str, str]:
    """The first asset of each company in a column."""
    known = rows.dropna(subset=[column]).drop_duplicates(column)[[column, "asset_id"]].astype(str)
    return dict(zip(known[column], known["asset_id"], strict=True))


def _materials(t: Texts) -> _Found:
    rows = tables.load("materials")
    for material, commodity in zip(rows["material_id"], rows["commodity"], strict=True):
        own = f"minerals.{commodity}"
        view = _at(own if own in figures.registry() else _MATERIALS)
        yield from _named(f"material:{material}", t("material"), view, t)


def _assets(t: Texts) -> _Found:
    rows = tables.load("assets")
    for asset, kind in zip(rows["asset_id"], rows["kind"], strict=True):
        view = Entry("", "map", (("asset", str(asset)),))
        yield from _named(f"asset:{asset}", t(codes.ASSET_KIND[kind]), view, t)


def _places(t: Texts) -> _Found:
    """A town leads to what is named after it, or else to the map with its country."""
    places = tables.load("places")
    assets = {str(asset): t.name(asset) for asset in tables.load("assets")["asset_id"].astype(str)}
    for row in places[places["kind"].ne("sea_label")].itertuples():
        name = t.name(str(row.place_id)).strip("⟦⟧")
        after = next((asset for asset, other in assets.items() if name in other), None)
        inside = (("view", "kazakhstan"),) if row.country == "KAZ" else ()
        view = Entry("", "map", (("asset", after),) if after else inside)
        yield from _named(f"place:{row.place_id}", t("town"), view, t)


def _figures(t: Texts) -> _Found:
    for figure_id, title in _titles.get(t.lang, {}).items():
        yield f"figure:{figure_id}", replace(_at(figure_id), label=_label(title, t("figure"), t))


def _events(t: Texts) -> _Found:
    """Events between the two countries stand in the list; those of an asset, on its card."""
    listed = set(figures.build(_EVENTS, State()).table["event_id"])
    for row in tables.load("events").itertuples():
        kind = t("event, {day}", day=t.day(str(row.date)))
        if row.event_id in listed:
            yield from _named(f"event:{row.event_id}", kind, _at(_EVENTS), t)
        elif isinstance(row.asset_id, str):
            view = Entry("", "map", (("asset", row.asset_id),))
            yield from _named(f"event:{row.event_id}", kind, view, t)


def _claims(t: Texts) -> _Found:
    for claim in tables.load("claims")["claim_id"].astype(str):
        label = _label(t.name(claim, "title"), t("claim"), t)
        yield f"claim:{claim}", Entry(label, "claims", (("claim", claim),))


def _at(figure_id: str) -> Entry:
    return Entry("", sitemap.leaf_of(figure_id).path, figure_id=figure_id)


def _named(key: str, kind: str, view: Entry, t: Texts) -> _Found:
    """A thing under its name, and again under each alias, so that either is found first."""
    thing = key.partition(":")[2]
    name = t.name(thing)
    others = _others(name, [t.short(thing), *_elsewhere(key, thing, t)])
    yield key, replace(view, label=_label(_also(name, others), kind, t))
    for n, alias in enumerate(t.aliases(thing), 1):
        yield f"{key}:{n}", replace(view, label=_label(_also(alias, [name]), kind, t))


_TITLED = ("event", "claim")
"""Things with a title of many words, which is searched in the reader's own language."""


def _elsewhere(key: str, thing: str, t: Texts) -> list[str]:
    """The names of a thing in the other languages."""
    if key.startswith(_TITLED) or t.pseudo:
        return []
    return [texts.in_language(lang).name(thing) for lang in texts.LANGUAGES if lang != t.lang]


def _others(name: str, names: Sequence[str]) -> list[str]:
    """Those of `names` under which `name` would not be found, and each without its accents."""
    found: list[str] = []
    for one in (name, *names):
        for written in (one, _plain(one)):
            if not any(written.casefold() in known.casefold() for known in (name, *found)):
                found.append(written)
    return found


def _also(name: str, others: Sequence[str]) -> str:
    return f"{name} ({', '.join(others)})" if others else name


def _label(name: str, kind: str, t: Texts) -> str:
    return f"{name} {t.quote('·')} {kind}"


def _plain(name: str) -> str:
    """Without accents and the letters that Kazakh alone has, as on a keyboard without them."""
    return "".join(sign if sign in _LETTERS else _bare(sign) for sign in name).translate(_KAZAKH)


def _bare(sign: str) -> str:
    parted = unicodedata.normalize("NFD", sign)
    return "".join(c for c in parted if not unicodedata.combining(c))
