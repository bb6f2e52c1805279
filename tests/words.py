"""Every string that a page puts before its reader, and what in it went through no translation.

The pseudo-language wraps translated strings in ⟦…⟧ and quoted ones in ‹…›; what has letters
outside of them is bare.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1 import AppTest

from partnership.ui.server import rows as layer_rows
from tests import spec

_WRAPPED = re.compile(r"⟦[^⟦⟧‹›]*⟧|‹[^⟦⟧‹›]*›")
_MARKDOWN = re.compile(
    r":material/\w+:"  # an icon
    r"|:[a-z]+(?:-[a-z]+)*\["  # a colour or a badge
    r"|\]\([^)]*\)"  # where a link leads
    r"|https?://\S+|^\?\S+"
    r"|<(?:style|script)\b[^>]*>.*?</(?:style|script)>"
    r"|</?[a-z][^>]*>",
    re.DOTALL,
)


def bare(words: str) -> str:
    """What remains of a string without what was translated, if it still has letters."""
    before = ""
    rest = _MARKDOWN.sub(" ", words)
    while rest != before:
        before, rest = rest, _WRAPPED.sub(" ", rest)
    return " ".join(rest.split()) if any(c.isalpha() for c in rest) else ""


_MACHINE = {
    "id",
    "icon",
    "key",
    "language",
    "element_type",
    "type",
    "color",
    "form_id",
    "gap",
    "url",
    "deferred_file_id",
    "tag",
    "format",
    "anchor",
    "selection_mode",
    "theme",
    "spec",
    "json",
    "tooltip",
    "min",
    "max",
    "default",
    "width",
    "page_script_hash",
    "page",
    "query_string",
}
"""Fields of Streamlit's messages that no reader sees, or that are read elsewhere here."""


def on_page(at: AppTest) -> Iterator[tuple[str, str]]:
    """`(where, words)` for every string on a page: the navigation, elements, charts and maps."""
    for info in at._registered_pages.values():
        yield "navigation", str(info["page_name"])
    for node in at:
        if getattr(node, "type", "") == "dataframe" or not hasattr(node, "proto"):
            continue
        if node.type == "bidi_component":
            yield from _in_table(json.loads(node.proto.json or "{}"))
            continue
        yield from _strings(node.proto, node.type)
        if node.type == "vega_lite_chart":
            yield from in_chart(json.loads(node.proto.spec))
        if node.type == "deck_gl_json_chart":
            yield from in_deck(json.loads(node.proto.json), node.proto.tooltip)


def _in_table(table: Any) -> Iterator[tuple[str, str]]:
    """Words of a table that is read: its heads, its cells and what stands above it."""
    if isinstance(table, dict) and "heads" in table:
        cells = [cell for row in table["rows"] for cell in row]
        for words in (*table["heads"], *cells, *table["words"].values()):
            yield "table", str(words)


def _strings(message: Any, where: str) -> Iterator[tuple[str, str]]:
    """Strings of a protobuf message, its own messages included."""
    if not hasattr(message, "ListFields"):
        return
    for field, value in message.ListFields():
        if field.name in _MACHINE:
            continue
        many = value if _many(value) else [value]
        for one in many:
            if isinstance(one, str):
                yield f"{where}.{field.name}", one
            else:
                yield from _strings(one, f"{where}.{field.name}")


def _many(value: Any) -> bool:
    return not isinstance(value, str | bytes) and hasattr(value, "__iter__")


def in_chart(chart: spec.Spec) -> Iterator[tuple[str, str]]:
    """Words of a Vega-Lite chart: titles, axes, legends, tooltips, labels, descriptions."""
    for path, value in spec.walk({k: v for k, v in chart.items() if k != "datasets"}):
        titled = path[-1] in ("title", "subtitle") or path[-2:] == ("title", "text")
        if titled and isinstance(value, str) and not {"encoding", "values"} & set(path):
            yield "chart.title", value
    views = spec.views(chart)
    for view in views:
        yield from _marked(view)
        for channel, definition in view.encoding.items():
            for one in definition if isinstance(definition, list) else [definition]:
                yield from _channel(channel, one, view, views)


def _marked(view: spec.View) -> Iterator[tuple[str, str]]:
    words = view.mark.get("text")
    if isinstance(words, str):
        yield "chart.text", words


_READ = ("text", "tooltip", "description")
_SCALED = ("color", "fill", "stroke", "shape", "size", "opacity", "strokeDash", "strokeWidth")
_PLACED = ("x", "y", "row", "column", "facet", "xOffset", "yOffset")


def _channel(
    channel: str, one: spec.Spec, view: spec.View, views: list[spec.View]
) -> Iterator[tuple[str, str]]:
    where = f"chart.{channel}"
    if channel in _READ and isinstance(one.get("value"), str):
        yield where, one["value"]
    if "field" not in one or not _seen(channel, one, view, views):
        return
    guide = one.get("axis") or one.get("legend") or one.get("header") or {}
    if channel not in ("text", "description"):
        title = one.get("title", guide.get("title", one["field"]))
        if title is not None and (channel == "tooltip" or _titled(channel, one, view, views)):
            yield f"{where}.title", " ".join(title) if isinstance(title, list) else str(title)
    if "labelExpr" in guide:
        yield f"{where}.labels", " ".join(_literals(guide["labelExpr"]))
    elif one.get("type") in ("nominal", "ordinal") and guide.get("labels") is not False:
        yield from ((f"{where}.values", words) for words in _values(view, one["field"]))


def _values(view: spec.View, name: str) -> Iterator[str]:
    if name in view.computed:
        yield " ".join(_literals(view.computed[name]))
    yield from (v for v in dict.fromkeys(map(str, view.values(name))))


def _literals(expression: str) -> list[str]:
    """Strings in a Vega expression, names of fields left out."""
    rest = re.sub(r"datum\[(['\"]).*?\1\]", "", expression)
    rest = re.sub(r"format\([^)]*\)|timeFormat\([^)]*\)", "", rest)
    return [b for a, b in re.findall(r"(['\"])(.*?)\1", rest)]


def _seen(channel: str, one: spec.Spec, view: spec.View, views: list[spec.View]) -> bool:
    """Whether a reader sees the values of a channel: on an axis, in a legend, as a label."""
    if channel in _READ:
        return True
    if channel in _PLACED and "Offset" not in channel:
        definitions = [
            v.encoding[channel] for v in views if v.group == view.group and channel in v.encoding
        ]
        return not any(
            "axis" in o and o["axis"] is None for o in definitions if isinstance(o, dict)
        )
    if channel in _SCALED:
        hidden = ("legend" in one and one["legend"] is None) or (
            "scale" in one and one["scale"] is None
        )
        return not hidden
    return False


def _titled(channel: str, one: spec.Spec, view: spec.View, views: list[spec.View]) -> bool:
    """Whether this title is drawn: a title of its own stands before names of fields."""
    definitions = [v.encoding.get(channel) for v in views if v.group == view.group]
    titled = [o for o in definitions if isinstance(o, dict) and _has_title(o)]
    return not titled or _has_title(one)


def _has_title(one: spec.Spec) -> bool:
    guide = one.get("axis") or one.get("legend") or one.get("header") or {}
    return "title" in one or "title" in guide


def in_deck(deck: spec.Spec, tooltip: str) -> Iterator[tuple[str, str]]:
    """Words of a map: its labels, and what its tooltip says of every thing that can be picked."""
    template = json.loads(tooltip) if tooltip else {}
    pattern = str(template.get("html") or template.get("text") or "")
    names = re.findall(r"\{([\w.]+)\}", pattern)
    yield "deck.tooltip", re.sub(r"\{[\w.]+\}", "", pattern)
    layers = deck.get("layers", [])
    for layer in layers[0] if layers and isinstance(layers[0], list) else layers:
        where = f"deck.{layer.get('id')}"
        rows = [_properties(row) for row in _data(layer)]
        label = str(layer.get("getText", "")).removeprefix("@@=")
        shown = [label] if label else []
        if layer.get("pickable"):
            shown += [name.split(".")[-1] for name in names]
        for name in shown:
            words = dict.fromkeys(str(row[name.split(".")[-1]]) for row in rows if row.get(name))
            yield from ((f"{where}.{name}", word) for word in words)


def _data(layer: spec.Spec) -> list[dict[str, Any]]:
    data = layer.get("data")
    if isinstance(data, str) and (sent := layer_rows.found(data)):
        data = json.loads(sent.body)
    if isinstance(data, dict):
        data = data.get("features", [])
    return [row for row in data if isinstance(row, dict)] if isinstance(data, list) else []


def _properties(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, **row.get("properties", {})}
