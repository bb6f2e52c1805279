"""The slides of a handout as plain values, for the presenter in the browser (`assets/*.js`).

The presenter knows no figure: a slide says of what kind its drawing is, and holds a Vega-Lite
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
from partnership.export import chart, handout
from partnership.export.handout import Handout, Tick, View, silent
from partnership.export.type import fonts
from partnership.export.web.words import words
from partnership.figures import failing
from partnership.figures import figure as figures
from partnership.figures.figure import Figure, Listing, Pictured
from partnership.language.readable import Table
from partnership.language.texts import Texts, of

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
)
_NO_ROWS = Listing("facts", ())
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


@dataclass(frozen=True)
class Drawn:
    """What all slides that show one figure have in common, as JSON texts.

    `text` names its rows, `rows` holds them by that name: they are sent once in a document, however
    many drawings show them. `figure` is the figure without drawing and table: its words alone.
    `failed` tells that it could not be drawn, and says so instead.
    """

    text: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    colours: frozenset[str]
    geometry: tuple[str, ...]
    with_map: bool
    figure: Figure = field(compare=False)
    failed: bool = False

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


def payload(given: Handout, tick: Tick = silent) -> Payload:
    """Everything that the presenter shows of a handout; a figure shown twice is drawn once."""
    t = of(given.lang)
    known: dict[tuple[str, int], Drawn] = {}
    shown: list[tuple[Drawn, View]] = []
    for n, view in enumerate(given.views):
        tick(n, len(given.views))
        one = (view.figure.id, id(view.figure.drawn))
        if one not in known:
            known[one] = drawn(view, t)
        shown.append((known[one], view))
    return joined(given.title, given.made, shown, t)


def joined(title: str, made: date, shown: Sequence[tuple[Drawn, View]], t: Texts) -> Payload:
    """One document of slides, each a view and its drawing: slides name drawings, drawings rows."""
    places: dict[Drawn, int] = {}
    slides = [_slide(view, places.setdefault(one, len(places)), t) for one, view in shown]
    rows: dict[str, int] = {}
    sets = {
        name: [rows.setdefault(row, len(rows)) for row in held]
        for one in places
        for name, held in one.rows
    }
    said = words(t)
    head = {
        "title": title,
        "lang": t.spoken,
        "made": t.day(made),
        "family": fonts.FAMILY,
        "words": said,
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
        said,
        tuple(dict.fromkeys(name for one in places for name in one.geometry)),
        any(one.with_map for one in places),
    )


def _dark(colours: Iterable[str]) -> dict[str, str]:
    """Each colour that the palette knows, with its dark shade."""
    pairs = {colour: palette.recolour(colour, "dark") for colour in colours}
    return {light: other for light, other in sorted(pairs.items()) if light != other}


def text(value: Any) -> str:
    """Compact JSON that can stand in a page: no markup can begin or end in it."""
    said = _JSON.encode(value)
    return said.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _slide(view: View, place: int, t: Texts) -> dict[str, Any]:
    """What is a slide's own, beside the drawing that stands at `place`."""
    return {
        "drawing": place,
        "headline": view.headline,
        "chips": list(view.filters(t)),
        "notes": view.notes,
        "address": view.address,
    }


def drawn(view: View, t: Texts) -> Drawn:
    """The figure of a view, ready for any number of slides. One that fails says so in words."""
    try:
        with figures.guarded(view.figure.id):
            return _with_rows(view.figure, _said(view, t) | _drawing(view, t))
    except figures.Undrawn as error:
        why = " ".join([failing.reason(error, t), *failing.details(error, t, 3)])
        said = _said(view, t) | {"kind": "words", "words": why, "finding": ""}
        return replace(_with_rows(view.figure, said), failed=True)


def _said(view: View, t: Texts) -> dict[str, Any]:
    """The words that stand around a figure, on each of its slides."""
    figure = view.figure
    every = handout.source_line(figure, t, most=len(figure.source_ids))
    return {
        "title": figure.title,
        "finding": view.finding,
        "source": handout.source_line(figure, t),
        "notes": [part for part in (view.finding, handout.plain(figure.note), every) if part],
        "alt": figure.alt,
    }


def _with_rows(figure: Figure, said: dict[str, Any]) -> Drawn:
    """A drawing as text, its data sets taken out."""
    rows: dict[str, tuple[str, ...]] = {}
    layers = said.get("map", {}).get("layers", ())
    geometry = [layer["data"] for layer in layers if isinstance(layer.get("data"), str)]
    for layer in layers:
        if isinstance(layer.get("data"), list):
            layer["data"] = {"set": _kept(layer["data"], rows)}
    sets = said.get("spec", {}).get("datasets", {})
    if sets:
        named = {name: _kept(held, rows) for name, held in sets.items()}
        said = said | {"spec": said["spec"] | {"datasets": named}}
    written = text(said)
    every = (written, *(row for held in rows.values() for row in held))
    return Drawn(
        text=written,
        rows=tuple(rows.items()),
        colours=frozenset(colour for one in every for colour in _COLOUR.findall(one)),
        geometry=tuple(dict.fromkeys(geometry)),
        with_map=said["kind"] == "map",
        figure=replace(figure, drawn=_NO_ROWS, table=figure.table.iloc[:0], picture=None),
    )


def _kept(held: list[Any], rows: dict[str, tuple[str, ...]]) -> str:
    """Put the rows of a data set into `rows` under the name of their content; that name."""
    texts = tuple(text(row) for row in held)
    name = sha256("\n".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    rows[name] = texts
    return name


def _drawing(view: View, t: Texts) -> dict[str, Any]:
    figure = view.figure
    why = handout.nothing_shown(view, t)
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
    said = {"spec": still, "height": figure.height}
    if hasattr(shown, "to_dict") or isinstance(shown, Pictured):
        return {"kind": "chart", **said}
    return {"kind": "map", **said, "map": _map(shown)}


def _map(shown: Any) -> dict[str, Any]:
    """A deck with its geometry named instead of addressed, and its tooltip as lines of words."""
    described: dict[str, Any] = json.loads(shown.to_json())
    layers = described["layers"]
    for layer in layers:
        data = layer.get("data")
        named = GEOMETRY.fullmatch(data) if isinstance(data, str) else None
        if named:
            layer["data"] = named.group(1)
    view = described["initialViewState"]
    return {"layers": layers, "view": view, "tooltip": _lines(getattr(shown, "_tooltip", None))}


def _lines(tooltip: Any) -> list[dict[str, Any]]:
    """The lines of a tooltip: words with `{fields}`, and whether they are bold."""
    template = tooltip.get("html") or tooltip.get("text") if isinstance(tooltip, dict) else None
    parts = re.split(r"<br\s*/?>|\n", template or "")
    return [{"words": re.sub(r"<[^>]*>", "", p), "bold": "<b>" in p} for p in parts if p]
