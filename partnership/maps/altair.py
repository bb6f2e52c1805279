"""A map as a still picture, in Vega-Lite: small maps on screen, and every map elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import altair as alt

from partnership import palette, tables
from partnership.charts import marks
from partnership.maps import key, names
from partnership.maps.frame import NARROW, Position, View
from partnership.maps.ground import clipped, features
from partnership.maps.model import Anchor, Areas, Label, Layer, Line, Lines, Map, Point, Points
from partnership.maps.shown import lines, points

_HIDDEN = 8.0
"""Radius in pixels from which a dot is not written over."""
_ALONG = (0.5, 0.35, 0.65, 0.2, 0.8)
"""Where on its course a line may be named."""
_LINE_HEIGHT = 14

Course = dict[str, Any]
"""The part of a line that is in view, as a feature whose properties say how it is drawn."""


def picture(drawn: Map) -> marks.Drawing:
    """The whole map, layer on layer, with its labels and its legend."""
    courses = {
        layer.id: _courses(layer, drawn) for layer in drawn.layers if isinstance(layer, Lines)
    }
    shown: list[marks.Drawing] = []
    for layer in drawn.layers:
        if isinstance(layer, Areas):
            shown.append(_areas(layer, drawn))
        elif isinstance(layer, Lines):
            shown += _strokes(layer, courses[layer.id])
        elif found := [mark for mark in points(layer) if mark.radius]:
            shown.append(_dots(layer, found, linked=drawn.linked))
    shown += _written(_labels(drawn, courses), linked=drawn.linked)
    legend = key.legend(drawn, [c["properties"]["faint"] for own in courses.values() for c in own])
    shown += legend
    sea: dict[str, Any] = {"fill": drawn.sea} if drawn.sea else {}
    whole = alt.layer(*shown).properties(
        height=drawn.height,
        projection=alt.Projection(**drawn.frame.projection()),
        view=alt.ViewBackground(stroke=None, **sea),
    )
    if legend:
        # Browsers draw one key a channel where other layers have channels without a scale.
        apart: dict[str, Any] = dict.fromkeys(key.CHANNELS, "independent")
        whole = whole.resolve_scale(**apart)
    return marks.finish(whole)


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


def _courses(layer: Lines, drawn: Map) -> list[Course]:
    """The courses of a layer, as far as they are in view."""
    routes = tables.geometry(layer.geometry)["features"]
    wanted = []
    for mark in lines(layer):
        look = {
            "id": mark.entity_id,
            "name": mark.name,
            **_worded(mark),
            "colour": mark.colour,
            "faint": mark.approximate,
        }
        feature = {"type": "Feature", "geometry": routes[mark.feature]["geometry"]}
        wanted.append({**feature, "properties": look})
    if isinstance(drawn.frame, View):
        return clipped(wanted, drawn.frame.frame().around())
    return wanted


def _strokes(layer: Lines, courses: list[Course]) -> list[marks.Drawing]:
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


def _worded(mark: Point | Line) -> dict[str, str]:
    return {f"words{n}": words for n, words in enumerate(mark.words)}


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
    full = mark.filled and not mark.approximate
    return {
        "lon": mark.position[0],
        "lat": mark.position[1],
        "name": mark.name,
        **_worded(mark),
        # Vega's size is the square of the width.
        "size": (mark.radius * 2) ** 2,
        "shape": mark.shape,
        "fill": marks.PAPER if mark.status == "planned" else mark.colour,
        "shade": look.fill if full else look.hollow,
        "edge": palette.INK.light if mark.ringed else look.outline or mark.colour,
        "ring": look.ring if mark.ringed else look.edge,
    }


def _labels(drawn: Map, courses: dict[str, list[Course]]) -> list[dict[str, Any]]:
    """Labels in their chosen positions, then the others where there is room."""
    rows, wanted, taken = [], [], []
    frame = drawn.frame.frame() if isinstance(drawn.frame, View) else None
    for layer in drawn.layers:
        for label, places in _of_layer(layer, courses):
            if label.anchor or frame is None:
                rows.append(names.anchored(label, places[0], label.anchor or _beside(label)))
            else:
                wanted.append((label, places))
        if isinstance(layer, Points) and frame is not None:
            large = (p for p in points(layer) if p.radius >= _HIDDEN)
            taken += [names.round_about(p.position, p.radius, frame) for p in large]
    return rows + (names.placed(wanted, taken, frame) if frame is not None else [])


def _beside(label: Label) -> Anchor:
    return Anchor("left", label.gap)


def _of_layer(
    layer: Layer, courses: dict[str, list[Course]]
) -> Iterable[tuple[Label, tuple[Position, ...]]]:
    """The labels of a layer with their places; of several courses of a line one is named."""
    if isinstance(layer, Points):
        for point in points(layer):
            yield from ((label, label.places or (point.position,)) for label in point.labels)
    elif isinstance(layer, Lines):
        named = {mark.entity_id: mark.labels for mark in lines(layer)}
        for course in courses[layer.id]:
            for label in named.pop(course["properties"]["id"], ()):
                yield label, label.places or _along(course)


def _along(course: Course) -> tuple[Position, ...]:
    from shapely.geometry import shape

    whole = shape(course["geometry"])
    longest = max(getattr(whole, "geoms", [whole]), key=lambda part: part.length)
    along = [longest.interpolate(share, normalized=True) for share in _ALONG]
    return tuple((p.x, p.y) for p in along)


def _written(rows: list[dict[str, Any]], *, linked: bool) -> list[marks.Drawing]:
    """Labels as marks, each with a halo over what lies under it."""
    if not rows:
        return []
    base = alt.Chart(marks.values(rows)).encode(
        longitude="lon:Q", latitude="lat:Q", text="words:N", size=alt.Size("size:Q", scale=None)
    )
    own: dict[str, Any] = {name: alt.ExprRef(f"datum.{field}") for name, field in _OWN.items()}
    own |= {"clip": True, "lineBreak": "\n", "lineHeight": _LINE_HEIGHT}
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
            color=alt.Color("colour:N", scale=None), **_keyed(linked)
        ),
    ]


_OWN = {
    "align": "align",
    "baseline": "baseline",
    "dx": "dx",
    "dy": "dy",
    "fontWeight": "weight",
}
"""What differs from label to label, as properties of a mark."""
