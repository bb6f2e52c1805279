"""The slides of a handout as plain values, for the presenter in the browser (`assets/*.js`).

The presenter knows no figure: a slide says of what kind its drawing is, and holds a Vega-Lite
specification, a deck.gl description, rows of words, or the reason why it is empty.
"""

from __future__ import annotations

import json
import re
from typing import Any

from partnership import palette
from partnership.export import chart, fonts, handout
from partnership.export.handout import Handout, Tick, View, silent
from partnership.export.web.words import words
from partnership.figures.figure import Figure, Listing, Pictured
from partnership.texts import Texts, of

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


def payload(given: Handout, tick: Tick = silent) -> dict[str, Any]:
    """Everything that the presenter shows: slides, words, colours, and the names of geometry."""
    t = of(given.lang)
    slides: list[dict[str, Any]] = []
    for n, view in enumerate(given.views):
        tick(n, len(given.views))
        slides.append(_slide(view, t))
    return {
        "title": given.title,
        "lang": t.spoken,
        "made": t.day(given.made),
        "family": fonts.FAMILY,
        "words": words(t),
        "shades": {
            name.lower(): [getattr(palette, name).light, getattr(palette, name).dark]
            for name in _SHADES
        },
        "dark": dark(slides),
        "slides": slides,
    }


def dark(slides: list[dict[str, Any]]) -> dict[str, str]:
    """Each colour in the slides that the palette knows, with its dark shade."""
    found = set(_COLOUR.findall(text(slides)))
    pairs = {colour: palette.recolour(colour, "dark") for colour in found}
    return {light: other for light, other in sorted(pairs.items()) if light != other}


def text(value: Any) -> str:
    """Compact JSON that can stand in a page: no markup can begin or end in it."""
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return said.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def has_map(shown: dict[str, Any]) -> bool:
    """Whether a map is among the slides."""
    return any(slide["kind"] == "map" for slide in shown["slides"])


def geometry(slides: list[dict[str, Any]]) -> list[str]:
    """Names of the geometry that the maps among the slides are drawn on, each once."""
    layers = [layer for s in slides for layer in s.get("map", {}).get("layers", ())]
    named = (layer["data"] for layer in layers if isinstance(layer.get("data"), str))
    return list(dict.fromkeys(named))


def _slide(view: View, t: Texts) -> dict[str, Any]:
    figure = view.figure
    why = handout.nothing_shown(view, t)
    note = handout.plain(figure.note)
    source = handout.source_line(figure, t)
    every = handout.source_line(figure, t, most=len(figure.source_ids))
    said = {
        "heading": view.heading,
        "subtitle": view.subtitle,
        "chips": list(view.filters(t)),
        "finding": "" if why else view.finding,
        "source": source,
        "notes": [part for part in (view.notes, view.finding, note, every) if part],
        "address": view.address,
        "alt": figure.alt,
    }
    return said | ({"kind": "words", "words": why} if why else _drawn(figure))


def _drawn(figure: Figure) -> dict[str, Any]:
    drawn = figure.drawn
    if isinstance(drawn, Listing):
        rows = [dict(row) for row in drawn.rows[:_MOST_ROWS]]
        return {"kind": drawn.kind, "rows": rows, "total": len(drawn.rows)}
    still = chart.specification(figure, chart.SLIDE_WIDTH, chart.SLIDE_HEIGHT)
    said = {"spec": still, "height": figure.height}
    if hasattr(drawn, "to_dict") or isinstance(drawn, Pictured):
        return {"kind": "chart", **said}
    return {"kind": "map", **said, "map": _map(drawn)}


def _map(drawn: Any) -> dict[str, Any]:
    """A deck with its geometry named instead of addressed, and its tooltip as lines of words."""
    described: dict[str, Any] = json.loads(drawn.to_json())
    layers = described["layers"]
    for layer in layers:
        data = layer.get("data")
        named = GEOMETRY.fullmatch(data) if isinstance(data, str) else None
        if named:
            layer["data"] = named.group(1)
    view = described["initialViewState"]
    return {"layers": layers, "view": view, "tooltip": _lines(getattr(drawn, "_tooltip", None))}


def _lines(tooltip: Any) -> list[dict[str, Any]]:
    """The lines of a tooltip: words with `{fields}`, and whether they are bold."""
    template = tooltip.get("html") or tooltip.get("text") if isinstance(tooltip, dict) else None
    parts = re.split(r"<br\s*/?>|\n", template or "")
    return [{"words": re.sub(r"<[^>]*>", "", p), "bold": "<b>" in p} for p in parts if p]
