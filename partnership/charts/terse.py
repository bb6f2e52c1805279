"""A finished specification in fewer bytes, of the same drawing: readers wait for each of them.

Numbers have no more digits than a screen can show, rows no columns that no layer asks for, and
layers on the same axes share them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

Node = dict[str, Any]
_DIGITS = 8
"""Significant digits of a number: a year to the hour, less than a pixel on any screen."""
_NAME = 10
"""Letters of the name of a set of rows, which is made from what is in it."""
_WORD = re.compile(r"\w+")
_PARTS = ("layer", "hconcat", "vconcat", "concat")


def terse(specification: Node) -> Node:
    """`specification` written anew; what it was made from stays as it is."""
    whole: Node = _rounded(specification)
    names = {name: name[-_NAME:] for name in whole.get("datasets", {})}
    if names:
        whole["datasets"] = {names[name]: rows for name, rows in whole["datasets"].items()}
    for node in _nodes(whole):
        if "name" in node.get("data", {}):
            node["data"] = {"name": names[node["data"]["name"]]}
    _narrow(whole)
    _share(whole)
    return whole


def _rounded(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: _rounded(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [_rounded(value) for value in node]
    if isinstance(node, float):
        short = float(f"{node:.{_DIGITS}g}")
        return int(short) if short.is_integer() else short
    return node


def _narrow(whole: Node) -> None:
    """Leave out of all rows what no layer that draws them speaks of."""
    spoken: dict[str, set[str]] = {}
    everywhere = _words(whole.get("params", []))
    for name, above in _readers(whole, "", everywhere):
        spoken.setdefault(name, set()).update(above)
    for name, rows in whole.get("datasets", {}).items():
        if not any(isinstance(value, dict) for row in rows[:1] for value in row.values()):
            used = spoken.get(name, set())
            whole["datasets"][name] = [
                {k: v for k, v in row.items() if k in used or not k.isidentifier()} for row in rows
            ]


def _readers(node: Node, rows: str, above: set[str]) -> Iterator[tuple[str, set[str]]]:
    """Names of rows, and every word of the views that draw them: the columns among the words."""
    rows = node.get("data", {}).get("name", rows)
    own = above | _words({k: v for k, v in node.items() if k not in (*_PARTS, "data", "datasets")})
    if "mark" in node:
        yield rows, own
    for part in _PARTS:
        for child in node.get(part, ()):
            yield from _readers(child, rows, own)


def _words(node: Any) -> set[str]:
    return set(_WORD.findall(json.dumps(node, ensure_ascii=False)))


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for part in _PARTS:
        for child in node.get(part, ()):
            yield from _nodes(child)


def _share(node: Node) -> None:
    """Write the axes that follow each other in layers once, above them."""
    for part in _PARTS:
        for child in node.get(part, ()):
            _share(child)
    if "layer" not in node:
        return
    layers = list(_grouped(node["layer"], ("x", "y")))
    if len(layers) == 1 and "layer" in layers[0] and "encoding" not in node:
        node |= layers[0]
    else:
        node["layer"] = layers


def _grouped(layers: Sequence[Node], channels: Sequence[str]) -> Iterator[Node]:
    """Runs of layers with the same channel as one, which holds it for all of them."""
    if not channels:
        yield from layers
        return
    first, rest = channels[0], channels[1:]
    for shared, run in groupby(layers, lambda one: one.get("encoding", {}).get(first)):
        own = list(run)
        if shared is None or len(own) == 1:
            yield from own
            continue
        inner = list(_grouped([_without(one, first) for one in own], rest))
        if len(inner) == 1 and "mark" not in inner[0]:
            yield {**inner[0], "encoding": {first: shared, **inner[0]["encoding"]}}
        else:
            yield {"layer": inner, "encoding": {first: shared}}


def _without(layer: Node, channel: str) -> Node:
    encoding = {name: coded for name, coded in layer["encoding"].items() if name != channel}
    return {**layer, "encoding": encoding}
