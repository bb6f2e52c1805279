"""What screen readers read out of a drawing: the words that hovering shows, and nothing else.

Left alone, Vega reads out every column of a mark with its internal name, as in "lower: 0;
colour: #b4373f". What a drawing shows as a whole is its alt text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_PARTS = ("layer", "hconcat", "vconcat", "concat")
Node = dict[str, Any]


def described(specification: Node) -> Node:
    """A finished Vega-Lite specification, changed in place.

    Marks with a tooltip are read out as it shows them. Lines without one, fills and labels, which
    repeat what a mark says, are passed over.
    """
    sets = specification.get("datasets", {})
    for view, name in _views(specification, ""):
        view["mark"] = {**_definition(view), **_read_out(view, sets.get(name, ()))}
    return specification


def _views(node: Node, rows: str) -> Iterator[tuple[Node, str]]:
    """Views with the name of the rows that they draw."""
    rows = node.get("data", {}).get("name", rows)
    if "mark" in node:
        yield node, rows
    for part in _PARTS:
        for child in node.get(part, ()):
            yield from _views(child, rows)


def _definition(view: Node) -> Node:
    mark = view["mark"]
    return {"type": mark} if isinstance(mark, str) else mark


def _read_out(view: Node, rows: Sequence[Node]) -> Node:
    encoding = view.get("encoding", {})
    if "description" in encoding:
        return {}
    shown = encoding.get("tooltip", ())
    tips = [shown] if isinstance(shown, Mapping) else list(shown)
    if not tips or _definition(view)["type"] == "text":
        return {"aria": False}
    words = " + ".join(_line(tip, rows) for tip in tips)
    # Each line begins with what sets it off from the one before.
    return {"description": {"expr": f"slice({words}, 2)"}}


def _line(tip: Mapping[str, Any], rows: Sequence[Node]) -> str:
    """A line of a tooltip, as an expression of Vega; nothing where its value is missing."""
    value = "datum" + "".join(f"[{json.dumps(name)}]" for name in tip["field"].split("."))
    title = (tip.get("title") or "").strip()
    head = json.dumps(f"; {title}: " if title else "; ", ensure_ascii=False)
    words = f"format({value}, {json.dumps(tip['format'])})" if "format" in tip else value
    if rows and all(row.get(tip["field"]) not in (None, "") for row in rows):
        return f"{head} + {words}"
    return f'(isValid({value}) && {value} !== "" ? {head} + {words} : "")'
