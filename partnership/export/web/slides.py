"""The slides of a handout as plain values, for the presenter in the browser (`presenter/`).

The presenter knows no figure: a slide has the kind of its drawing, and a Vega-Lite
specification, a deck.gl description, rows of words, or the reason why it is empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from sys import getsizeof
from typing import Any

from partnership import palette
from partnership.export import chart
from partnership.export import handout as handouts
from partnership.export.handout import Handout, Tick, View, silent
from partnership.export.type import fonts
from partnership.export.web.words import words
from partnership.figures import drawings, failures
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, Listing
from partnership.language import texts
from partnership.language.readable import Table
from partnership.language.texts import Texts
from partnership.maps import key
from partnership.maps.model import Map

_MOST_ROWS = 60
"""Rows of a listing that are sent; no slide shows as many."""
GEOMETRY = re.compile(r"(?:.*/)?static/(\w+)\.geojson")
"""Address of our own geometry in a layer; its group is the name of the geometry."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|\[\d{1,3},\d{1,3},\d{1,3},")
_SHADES = (
    "PAPER",
    "INK",
    "SOFT",
    "MUTED",
    "FAINT",
    "SEA",
    "BORDER",
    "ITALY",
    "KAZAKHSTAN",
)
_NO_ROWS = Listing("facts", ())
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True)
class Drawn:
    """What all slides that show one figure have in common, as JSON texts.

    `text` names its data sets, `rows` has them by that name: each is sent once in a document,
    however many drawings show it. `figure` is the figure without drawing and table.
    `failed`: it could not be drawn, and the text gives the reason.
    """

    text: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    colours: frozenset[str]
    geometry: tuple[str, ...]
    with_map: bool
    figure: Figure = field(compare=False)
    failed: bool = False
    empty: bool = False
    """What a reader chose leaves nothing to draw; the text gives the reason."""

    @cached_property
    def size(self) -> int:
        """Bytes that its texts take."""
        return sum(map(getsizeof, (self.text, *(row for _, rows in self.rows for row in rows))))


@dataclass(frozen=True)
class Payload:
    """All that the presenter shows, as one JSON text; `words` are those of the presenter itself."""

    text: str
    title: str
    lang: str
    words: dict[str, Any]
    geometry: tuple[str, ...]
    with_map: bool


def payload(handout: Handout, tick: Tick = silent) -> Payload:
    """Everything that the presenter shows of a handout; a figure shown twice is drawn once."""
    t = texts.in_language(handout.lang)
    known: dict[tuple[str, int], Drawn] = {}
    shown: list[tuple[Drawn, View]] = []
    for n, view in enumerate(handout.views):
        tick(n, len(handout.views))
        one = (view.figure.id, id(view.figure.drawn))
        if one not in known:
            known[one] = drawn(view, t)
        shown.append((known[one], view))
    return joined(handout.title, handout.created, shown, t)


def joined(title: str, created: date, shown: Sequence[tuple[Drawn, View]], t: Texts) -> Payload:
    """One document of slides, each a view and its drawing: slides name drawings, drawings rows."""
    places: dict[Drawn, int] = {}
    slides = [_slide(view, places.setdefault(one, len(places)), t) for one, view in shown]
    rows: dict[str, int] = {}
    sets = {
        name: [rows.setdefault(row, len(rows)) for row in texts]
        for one in places
        for name, texts in one.rows
    }
    labels = words(t)
    head = {
        "title": title,
        "lang": t.spoken,
        "created": t.day(created),
        "family": fonts.FAMILY,
        "words": labels,
        "shades": {
            name.lower(): [getattr(palette, name).light, getattr(palette, name).dark]
            for name in _SHADES
        },
        "dark": _dark(frozenset[str]().union(*(one.colours for one in places))),
        "slides": slides,
        "sets": sets,
    }
    listed = f'"rows":[{",".join(rows)}],"drawings":[{",".join(one.text for one in places)}]'
    return Payload(
        f"{text(head)[:-1]},{listed}}}",
        title,
        t.spoken,
        labels,
        tuple(dict.fromkeys(name for one in places for name in one.geometry)),
        any(one.with_map for one in places),
    )


def _dark(colours: Iterable[str]) -> dict[str, str]:
    """Each colour that the palette knows, with its dark shade."""
    pairs = {colour: palette.recolour(colour, "dark") for colour in colours}
    return {light: other for light, other in sorted(pairs.items()) if light != other}


def text(value: Any) -> str:
    """Compact JSON that is safe inside HTML: no markup can begin or end in it."""
    encoded = _JSON.encode(value)
    return encoded.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _slide(view: View, place: int, t: Texts) -> dict[str, Any]:
    """The fields of a slide; `place` is the number of its drawing."""
    return {
        "drawing": place,
        "headline": view.headline,
        "chips": list(view.filters(t)),
        "notes": view.notes,
        "address": view.address,
    }


def drawn(view: View, t: Texts) -> Drawn:
    """The figure of a view, ready for any number of slides; where it fails, the reason in words."""
    try:
        with figures.guarded(view.figure.id):
            drawn = _with_rows(view.figure, _captions(view, t) | _drawing(view, t))
            return replace(drawn, empty=bool(handouts.nothing_shown(view, t)))
    except figures.Undrawn as error:
        why = " ".join([failures.reason(error, t), *failures.details(error, t, 3)])
        content = _captions(view, t) | {"kind": "words", "words": why, "finding": ""}
        return replace(_with_rows(view.figure, content), failed=True)


def _captions(view: View, t: Texts) -> dict[str, Any]:
    """The words around a figure, on each of its slides."""
    figure = view.figure
    finding, note = handouts.plain(figure.finding), handouts.plain(figure.note)
    every = handouts.source_line(figure, t, most=len(figure.source_ids))
    return {
        "title": figure.title,
        "answer": figure.headline,
        "finding": finding,
        "source": handouts.source_line(figure, t),
        "notes": [part for part in (finding, note, every) if part],
        "alt": figure.alt,
    }


def _with_rows(figure: Figure, content: dict[str, Any]) -> Drawn:
    """A drawing as text, its data sets taken out."""
    rows: dict[str, tuple[str, ...]] = {}
    layers = content.get("map", {}).get("layers", ())
    geometry = [layer["data"] for layer in layers if isinstance(layer.get("data"), str)]
    for layer in layers:
        if isinstance(layer.get("data"), list):
            layer["data"] = {"set": _kept(layer["data"], rows)}
    sets = content.get("spec", {}).get("datasets", {})
    if sets:
        named = {name: _kept(dataset, rows) for name, dataset in sets.items()}
        content = content | {"spec": content["spec"] | {"datasets": named}}
    written = text(content)
    every = (written, *(row for dataset in rows.values() for row in dataset))
    return Drawn(
        text=written,
        rows=tuple(rows.items()),
        colours=frozenset(colour for one in every for colour in _COLOUR.findall(one)),
        geometry=tuple(dict.fromkeys(geometry)),
        with_map=content["kind"] == "map",
        figure=replace(figure, drawn=_NO_ROWS, table=figure.table.iloc[:0]),
    )


def _kept(dataset: list[Any], rows: dict[str, tuple[str, ...]]) -> str:
    """Put the rows of a data set into `rows` under the name of their content; that name."""
    texts = tuple(text(row) for row in dataset)
    name = sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    rows[name] = texts
    return name


def _drawing(view: View, t: Texts) -> dict[str, Any]:
    figure = view.figure
    why = handouts.nothing_shown(view, t)
    if why:
        return {"kind": "words", "words": why, "finding": ""}
    shown = figure.drawn
    if isinstance(shown, Table):
        listed = [dict(row) for row in shown.rows[:_MOST_ROWS]]
        columns = [{"key": c.key, "head": c.heading, "align": c.align} for c in shown.columns]
        return {"kind": "table", "columns": columns, "rows": listed, "total": len(shown.rows)}
    if isinstance(shown, Listing):
        listed = [dict(row) for row in shown.rows[:_MOST_ROWS]]
        return {"kind": shown.kind, "rows": listed, "total": len(shown.rows)}
    still = chart.specification(figure, chart.SLIDE_WIDTH, chart.SLIDE_HEIGHT)
    content = {"spec": still, "height": figure.height}
    if isinstance(shown, Map) and shown.moves:
        legend = [entry._asdict() for entry in key.shown(shown)]
        return {"kind": "map", **content, "map": _map(drawings.deck(shown)) | {"legend": legend}}
    return {"kind": "chart", **content}


def _map(shown: drawings.Deck) -> dict[str, Any]:
    """A deck with its geometry named instead of addressed, and its tooltip as lines of words."""
    described: dict[str, Any] = json.loads(shown.to_json())
    layers = described["layers"]
    for layer in layers:
        data = layer.get("data")
        named = GEOMETRY.fullmatch(data) if isinstance(data, str) else None
        if named:
            layer["data"] = named.group(1)
    view = described["initialViewState"]
    return {"layers": layers, "view": view, "tooltip": _lines(shown._tooltip)}


def _lines(tooltip: Any) -> list[dict[str, Any]]:
    """The lines of a tooltip: words with `{fields}`, and whether they are bold."""
    template = tooltip.get("html") or tooltip.get("text") if isinstance(tooltip, dict) else None
    parts = re.split(r"<br\s*/?>|\n", template or "")
    return [{"words": re.sub(r"<[^>]*>", "", p), "bold": "<b>" in p} for p in parts if p]
