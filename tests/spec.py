"""Reading a finished Vega-Lite specification: its views, their rows, encodings and colours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from partnership import palette
from partnership.charts.forms import Form
from partnership.figures import drawings
from partnership.figures.figure import Figure

Spec = Mapping[str, Any]
_PARTS = ("layer", "hconcat", "vconcat", "concat")
_HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")


@dataclass(frozen=True)
class View:
    """One mark with everything it inherits. `group` tells which views share their axes."""

    mark: Mapping[str, Any]
    encoding: Mapping[str, Any]
    rows: list[dict[str, Any]]
    computed: Mapping[str, str]
    group: int

    def values(self, name: str) -> list[Any]:
        """What stands in a field, missing values left out."""
        return [row[name] for row in self.rows if row.get(name) is not None]


def form(figure: Figure) -> Form | None:
    """The value that a chart was drawn from."""
    drawn = drawings.finished(figure.drawn)
    return drawn.value.form if isinstance(drawn, drawings.Chart) and drawn.value else None


def views(spec: Spec) -> list[View]:
    """Every view with a mark in the specification, in drawing order."""
    plain = json.loads(json.dumps(spec))
    return list(_views(plain, {}, [], {}, plain.get("datasets", {}), id(plain)))


def _views(
    node: Spec,
    encoding: Mapping[str, Any],
    rows: list[dict[str, Any]],
    computed: Mapping[str, str],
    datasets: Mapping[str, Any],
    group: int,
) -> Iterator[View]:
    encoding = {**encoding, **node.get("encoding", {})}
    rows = _rows(node["data"], datasets) if "data" in node else rows
    computed = {**computed, **dict(_computed(node))}
    if "mark" in node:
        mark = node["mark"]
        mark = {"type": mark} if isinstance(mark, str) else mark
        yield View(mark, encoding, rows, computed, group)
    for part in _PARTS:
        for child in node.get(part, []):
            own = group if part == "layer" else id(child)
            yield from _views(child, encoding, rows, computed, datasets, own)
    if "spec" in node:
        yield from _views(node["spec"], encoding, rows, computed, datasets, id(node["spec"]))


def _rows(data: Spec, datasets: Mapping[str, Any]) -> list[dict[str, Any]]:
    values = data.get("values", datasets.get(data.get("name", ""), []))
    return [v for v in values if isinstance(v, dict)] if isinstance(values, list) else []


def _computed(node: Spec) -> Iterator[tuple[str, str]]:
    for step in node.get("transform", []):
        if "calculate" in step:
            yield step["as"], step["calculate"]
        if "fold" in step:
            key = step.get("as", ["key", "value"])[0]
            yield key, " ".join(repr(name) for name in step["fold"])


def walk(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every leaf of nested dictionaries and lists with its path."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            yield from walk(value, (*path, str(key)))
    elif isinstance(node, list | tuple):
        for value in node:
            yield from walk(value, path)
    else:
        yield path, node


def colours(spec: Spec) -> set[str]:
    """Every `#rrggbb` in a specification, and names of colours where a colour is asked for."""
    found = set()
    for path, value in walk(spec):
        if isinstance(value, str):
            found |= set(_HEX.findall(value))
            if path and path[-1] in ("color", "fill", "stroke", "background") and value.isalpha():
                found.add(value)
    return found - {"transparent", "none", "independent", "shared"}


def shades() -> list[palette.Shade]:
    """Every shade of the palette."""
    return list(palette.ALL)
