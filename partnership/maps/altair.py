"""A map as a still picture, in Vega-Lite: small maps on screen, and every map elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import altair as alt

from partnership.charts import letters, marks
from partnership.maps import key, names
from partnership.maps.frame import NARROW, Conic, Frame, View
from partnership.maps.ground import features
from partnership.maps.model import Areas, Lines, Map, Point, Points
from partnership.maps.shown import points

_LINE_HEIGHT = 14
_HIGH, _LOWEST = 1.6, 220
"""Heights of its box that a map has on a telephone at most, and its pixels there at least."""


def picture(drawn: Map) -> marks.Drawing:
    """The whole map, layer on layer, with its labels and its legend."""
    courses = {
        layer.id: names.courses(layer, drawn) for layer in drawn.layers if isinstance(layer, Lines)
    }
    shown: list[marks.Drawing] = []
    for layer in drawn.layers:
        if isinstance(layer, Areas):
            shown.append(_areas(layer, drawn))
        elif isinstance(layer, Lines):
            shown += _strokes(layer, courses[layer.id])
        elif found := [mark for mark in points(layer) if mark.radius]:
            shown.append(_dots(layer, found, linked=drawn.linked))
    shown += _written(names.placed_on(drawn, courses), drawn)
    legend = key.legend(drawn, [c["properties"]["faint"] for own in courses.values() for c in own])
    shown += legend
    sea: dict[str, Any] = {"fill": drawn.sea} if drawn.sea else {}
    whole = alt.layer(*shown).properties(
        height=drawn.height,
        projection=alt.Projection(**drawn.frame.projection()),
        view=alt.ViewBackground(stroke=None, **sea),
    )
    if low := _low(drawn):
        whole.params = [alt.VariableParameter(name="height", expr=low)]
    if legend:
        # Browsers draw one key a channel where other layers have channels without a scale.
        apart: dict[str, Any] = dict.fromkeys(key.CHANNELS, "independent")
        whole = whole.resolve_scale(**apart)
    return marks.finish(whole)


def _low(drawn: Map) -> str:
    """The height of a map in a frame: where it is narrow no more than `_HIGH` times its box."""
    extents = drawn.frame.extents() if isinstance(drawn.frame, Conic) else None
    if extents is None:
        return ""
    high = round(_HIGH * extents[0].height / extents[0].width, 2)
    low = f"min({drawn.height}, max({_LOWEST}, width * {high}))"
    return f"width < {NARROW} ? {low} : {drawn.height}"


def _areas(layer: Areas, drawn: Map) -> marks.Drawing:
    own = dict(layer.own)
    shapes: list[dict[str, Any]] = []
    for feature in features(layer.geometry, drawn.frame):
        fill = own.get(feature["properties"].get("id"), layer.fill)
        properties = {"fill": fill} if own else {}
        shapes.append({**feature, "properties": properties})
    look: dict[str, Any] = {"fill": layer.fill} if layer.fill else {"filled": False}
    if layer.edge:
        look |= {"stroke": layer.edge, "strokeWidth": layer.width}
        look |= {"strokeOpacity": layer.edge_opacity} if layer.edge_opacity < 1 else {}
    chart = alt.Chart(marks.values(shapes)).mark_geoshape(clip=True, **look)
    return chart.encode(fill=alt.Fill("properties.fill:N", scale=None)) if own else chart


def _strokes(layer: Lines, courses: list[names.Course]) -> list[marks.Drawing]:
    """Schematic courses under recorded ones."""
    shown = []
    for faint, stroke in ((True, layer.faint), (False, layer.firm)):
        found = [c for c in courses if c["properties"]["faint"] == faint]
        if not found:
            continue
        look: dict[str, Any] = {"strokeWidth": stroke.width, "strokeOpacity": stroke.opacity}
        if stroke.dash:
            look["strokeDash"] = list(stroke.dash)
        shown.append(
            alt.Chart(marks.values(found))
            .mark_geoshape(filled=False, clip=True, **_ROUND, **look)
            .encode(
                stroke=alt.Stroke("properties.colour:N", scale=None),
                tooltip=_tooltip(layer.headings, "properties."),
            )
        )
    return shown


_ROUND: dict[str, Any] = {"strokeCap": "round", "strokeJoin": "round"}


def _tooltip(headings: tuple[str, ...], inside: str = "") -> list[alt.Tooltip]:
    fields = ["name", *(f"words{n}" for n in range(len(headings) - 1))]
    return [
        alt.Tooltip(f"{inside}{field}:N", title=heading)
        for field, heading in zip(fields, headings, strict=False)
    ]


def _dots(layer: Points, found: Iterable[Point], *, linked: bool) -> marks.Drawing:
    look = layer.look
    rows = [{**_dot(mark, layer), **({"id": mark.entity_id} if linked else {})} for mark in found]
    chart = alt.Chart(marks.values(rows)).mark_point(clip=True, filled=True, opacity=look.opacity)
    return chart.encode(
        longitude="lon:Q",
        latitude="lat:Q",
        size=alt.Size("size:Q", scale=None),
        shape=alt.Shape("shape:N", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        fillOpacity=alt.FillOpacity("shade:Q", scale=None),
        stroke=alt.Stroke("edge:N", scale=None),
        strokeWidth=alt.StrokeWidth("ring:Q", scale=None),
        strokeOpacity=alt.value(1),
        **({"tooltip": _tooltip(layer.headings)} if layer.headings else {}),
        **_keyed(linked),
    )


def _keyed(linked: bool) -> dict[str, Any]:
    """The ids of things, from which a page makes links."""
    return {"key": alt.Key("id:N")} if linked else {}


def _dot(mark: Point, layer: Points) -> dict[str, Any]:
    look = layer.look
    return {
        "lon": mark.position[0],
        "lat": mark.position[1],
        "name": mark.name,
        **names.worded(mark),
        # Vega's size is the square of the width.
        "size": (mark.radius * 2) ** 2,
        "shape": mark.shape,
        "fill": marks.PAPER if mark.status == "planned" else mark.colour,
        "shade": look.fill if mark.filled else look.hollow,
        "edge": look.outline or mark.colour,
        "ring": look.edge,
    }


def _written(rows: list[dict[str, Any]], drawn: Map) -> list[marks.Drawing]:
    """Labels as marks, each with a halo over what lies under it."""
    if not rows:
        return []
    frame = drawn.frame.frame() if isinstance(drawn.frame, View) else drawn.frame
    placed = [_measured(row, frame) for row in rows]
    base = alt.Chart(marks.values(placed)).encode(
        longitude="lon:Q", latitude="lat:Q", text="words:N", size=alt.Size("size:Q", scale=None)
    )
    own: dict[str, Any] = {name: alt.ExprRef(f"datum.{field}") for name, field in _OWN.items()}
    own |= {"clip": True, "lineBreak": "\n", "lineHeight": _LINE_HEIGHT}
    own |= {"dx": alt.ExprRef(_aside(frame))}
    some = f"datum.always || width >= {NARROW}"
    halo: dict[str, Any] = {"color": marks.PAPER, "stroke": marks.PAPER, "strokeJoin": "round"}
    return [
        base.mark_text(
            **own,
            **halo,
            strokeWidth=alt.ExprRef("datum.halo"),
            opacity=alt.ExprRef(f"{some} ? datum.veil : 0"),
        ).transform_filter("datum.halo > 0"),
        base.mark_text(**own, opacity=alt.ExprRef(f"{some} ? 1 : 0")).encode(
            color=alt.Color("colour:N", scale=None), **_keyed(drawn.linked)
        ),
    ]


def _measured(row: dict[str, Any], frame: Conic | Frame) -> dict[str, Any]:
    """A label with its width, and how far right on the sheet its place lies."""
    bold = row["weight"] == "bold"
    wide = letters.width(str(row["words"]), row["size"], bold=bold) * _SURE
    place, _ = frame.flat(row["lon"], row["lat"])
    return {**row, "wide": round(wide, 1), "place": round(place, 5)}


def _aside(frame: Conic | Frame) -> str:
    """How far a label stands from its place: as it asks, but not over an edge of its box."""
    extents = frame.extents()
    if extents is None:
        return "datum.dx"
    narrow, wide = (
        f"min(width / {one.width:.5f}, height / {one.height:.5f})"
        f" * (datum.place - {one.middle:.5f})"
        for one in extents
    )
    right = f"(width < {NARROW} ? {narrow} : {wide})"
    before = "datum.wide * (datum.align == 'right' ? 1 : datum.align == 'center' ? 0.5 : 0)"
    left = f"(width / 2 + {right} + datum.dx - {before})"
    kept = f"max({_EDGE}, min({left}, width - {_EDGE} - datum.wide))"
    # What lies outside stays there, with its name.
    return f"datum.dx + (abs({right}) > width / 2 ? 0 : {kept} - {left})"


_EDGE, _SURE = 2, 1.05
"""Pixels between a label and the edge of the drawing; letters may be wider than reckoned."""
_OWN = {
    "align": "align",
    "baseline": "baseline",
    "dy": "dy",
    "fontWeight": "weight",
}
"""What differs from label to label, as properties of a mark."""
