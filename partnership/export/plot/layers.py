"""Reading a finished drawing (Vega-Lite): its marks with all that they inherit.

Only what our figures use is understood. Whatever else stands in a drawing raises `Unfit`, so that
it is exported as a picture rather than as a native chart that shows something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from partnership import palette

Row = Mapping[str, Any]
_PANELS = ("hconcat", "vconcat", "concat", "facet", "repeat")
_TEST = re.compile(r"\(?\s*datum(?:\.(\w+)|\['([^']+)'\])\s*(===?|!==?)\s*(.+?)\s*\)?")
_BARE = re.compile(r"(!|isValid\()?datum\.(\w+)\)?")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class Unfit(Exception):  # noqa: N818 - not an error
    """Raised where no native chart shows the same as a drawing."""


@dataclass(frozen=True)
class Layer:
    """One mark: its properties, channels and rows."""

    mark: Mapping[str, Any]
    encoding: Mapping[str, Any]
    rows: tuple[Row, ...]

    @property
    def kind(self) -> str:
        """`bar`, `line`, `point` and so on."""
        return str(self.mark["type"])

    def field(self, channel: str) -> str | None:
        """The field of the rows that a channel shows; none for a constant."""
        found = self.channel(channel).get("field")
        return None if found is None else str(found)

    def channel(self, name: str) -> Mapping[str, Any]:
        """The definition of a channel; empty where there is none."""
        found = self.encoding.get(name)
        return found if isinstance(found, Mapping) else {}

    def tooltips(self) -> list[tuple[str, str]]:
        """Fields of the tooltip, each with its title."""
        definitions = self.encoding.get("tooltip", [])
        definitions = [definitions] if isinstance(definitions, Mapping) else definitions
        return [(t["field"], str(t.get("title") or "")) for t in definitions or () if "field" in t]

    def colour(self, row: Row) -> str:
        """The colour of the mark of one row, paler where the mark is translucent."""
        edge = self.shade(row, "stroke")
        full = self.shade(row, "fill") or self.shade(row, "color")
        if full and (full != palette.PAPER.light or not edge):
            return palette.mixed(full, self.opacity(row))
        return edge or palette.INK.light

    def hollow(self, row: Row) -> bool:
        """Whether the mark is an outline: an open point, a dashed bar."""
        faint = float(self.mark.get("fillOpacity", 1)) < 0.5
        return faint or self.shade(row, "fill") == palette.PAPER.light

    def shade(self, row: Row, channel: str) -> str:
        """The colour in a channel, before any translucence; empty where there is none."""
        definition = self.channel(channel)
        field = definition.get("field")
        if field is None:
            found = definition.get("value", self.mark.get(channel, ""))
        else:
            scale = definition.get("scale") or {}
            domain = scale.get("domain") or sorted({str(r.get(field)) for r in self.rows})
            known = dict(zip(domain, scale.get("range", ()), strict=False))
            found = known.get(row.get(field), row.get(field))
        return str(found) if _HEX.fullmatch(str(found)) else ""

    def opacity(self, row: Row) -> float:
        """0 to 1, as the mark of one row is drawn without a pointer on it."""
        definition = self.channel("opacity")
        condition = definition.get("condition", {})
        if "test" in condition:
            holds = passes(row, str(condition["test"]))
            return float(condition["value"] if holds else definition.get("value", 1))
        if "field" in definition:
            return float(row.get(definition["field"]) or 0)
        return float(definition.get("value", self.mark.get("opacity", 1)))

    def dashed(self, row: Row) -> bool:
        """Whether the line of one row is broken."""
        dash = self.mark.get("strokeDash")
        definition = self.channel("strokeDash")
        if "test" in definition.get("condition", {}):
            holds = passes(row, str(definition["condition"]["test"]))
            dash = definition["condition"]["value"] if holds else definition.get("value")
        return isinstance(dash, list) and len(dash) > 1 and dash[1] > 0

    def numeric(self, name: str) -> bool:
        """Whether a channel measures: numbers in a field."""
        return self.channel(name).get("type") == "quantitative" and self.field(name) is not None


def passes(row: Row, test: str) -> bool:
    """Whether a row passes `datum.field === value`, `datum.field` (some, joined by `&&`)."""
    return all(_one(row, part) for part in test.strip().split("&&"))


def _one(row: Row, test: str) -> bool:
    bare = _BARE.fullmatch(test.strip())
    if bare:
        value = row.get(bare[2])
        return (value is not None if bare[1] == "isValid(" else bool(value)) != (bare[1] == "!")
    found = _TEST.fullmatch(test.strip())
    if not found:
        raise Unfit(f"a condition that is not understood: {test}")
    name, sign, literal = found[1] or found[2], found[3], found[4].strip("'\"")
    value = row.get(name)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    same = text == literal
    if not same and isinstance(value, int | float) and not isinstance(value, bool):
        same = bool(re.fullmatch(r"-?[\d.]+", literal)) and float(literal) == value
    return same == sign.startswith("=")


def read(specification: Mapping[str, Any]) -> list[Layer]:
    """Every mark of a drawing of one panel, in drawing order. Raises `Unfit` for several panels."""
    return list(_walk(specification, {}, (), specification.get("datasets", {})))


def _walk(
    node: Mapping[str, Any],
    encoding: Mapping[str, Any],
    rows: tuple[Row, ...],
    datasets: Mapping[str, Any],
) -> Iterator[Layer]:
    if any(panel in node for panel in _PANELS):
        raise Unfit("several panels")
    encoding = {**encoding, **node.get("encoding", {})}
    if {"facet", "row", "column"} & set(encoding):
        raise Unfit("several panels")
    if "data" in node:
        rows = _rows(node["data"], datasets)
    for step in node.get("transform", ()):
        rows = _filtered(rows, step)
    if "mark" in node:
        mark = node["mark"]
        yield Layer({"type": mark} if isinstance(mark, str) else mark, encoding, rows)
    for child in node.get("layer", ()):
        yield from _walk(child, encoding, rows, datasets)


def _filtered(rows: tuple[Row, ...], step: Mapping[str, Any]) -> tuple[Row, ...]:
    if set(step) != {"filter"} or not isinstance(step["filter"], str):
        raise Unfit(f"a transformation that is not understood: {sorted(step)}")
    return tuple(row for row in rows if passes(row, step["filter"]))


def _rows(data: Mapping[str, Any], datasets: Mapping[str, Any]) -> tuple[Row, ...]:
    values = data.get("values", datasets.get(data.get("name", ""), ()))
    if not isinstance(values, list | tuple):
        raise Unfit("data that do not stand in the drawing")
    return tuple(v for v in values if isinstance(v, Mapping))
