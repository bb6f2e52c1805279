"""Lines and points over years, named at their ends."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import altair as alt

from partnership.charts import marks
from partnership.charts.drawn import lines_axes, lines_hover
from partnership.charts.drawn.lines_axes import Axes, shown
from partnership.charts.forms import Lines, Point, Series
from partnership.charts.forms.parts import Mark

_LEGEND_COLUMNS = alt.ExprRef("width > 620 ? 5 : 2")
_DASHES = {"solid": [1, 0], "dashed": [5, 4], "dotted": [2, 3]}
_JOINED = ("measured", "estimated", "planned")
"""Values that a line leads to as the line of its series; to others only dots lead."""


def draw(form: Lines, height: int) -> marks.Drawing:
    """From the back: shades, breaks, levels, hover, lines, marks, labels, names."""
    at = lines_axes.axes(form, height)
    bands, hits, over = lines_hover.layers(form, at)
    return alt.layer(
        *_fills(form, at),
        *lines_axes.broken(form, at),
        *lines_axes.levels(form, at),
        *bands,
        *_joined(form, at, over),
        *_covered(form, at),
        *_points(form, at, "line"),
        *hits,
        *_points(form, at, "points"),
        *_labels(form, at),
        *lines_axes.names(form, at),
    )


def _fills(form: Lines, at: Axes) -> list[alt.Chart]:
    return [
        alt.Chart(
            marks.values(
                {"year": g.at, "at": shown(form, g.low), "other": shown(form, g.high)}
                for g in fill.gaps
            )
        )
        .mark_area(color=fill.colour, opacity=0.22 if fill.bound else 0.45)
        .encode(x=at.x, y=at.y, y2="other:Q")
        for fill in form.fills
    ]


def _joined(form: Lines, at: Axes, over: Any) -> list[alt.Chart]:
    """Lines, one layer a way of drawing them."""
    looks: dict[tuple[float, str, float], list[dict[str, Any]]] = {}
    for n, one in enumerate(form.series):
        for stroke, run in runs(one):
            look = _width(form, one, stroke), stroke, opacity(one)
            looks.setdefault(look, []).extend(
                {
                    "year": int(str(p.at)) + lines_axes.aside(form, one),
                    "at": shown(form, p.value or 0),
                    "run": f"{n}.{run[0].at}",
                    "colour": one.colour,
                    "series": n,
                }
                for p in run
            )
    layers = []
    # The thin ones first: those that matter lie above them.
    for (width, stroke, pale), rows in sorted(looks.items()):
        thin = width <= lines_hover.THIN and over is not None
        layers.append(
            alt.Chart(marks.values(rows))
            .mark_line(strokeWidth=width, strokeDash=_DASHES[stroke])
            .encode(
                x=at.x,
                y=at.y,
                detail="run:N",
                color=alt.Color("colour:N", scale=None),
                **lines_hover.highlighted(over, width, pale) if thin else {},
            )
        )
    return layers


def runs(one: Series) -> Iterator[tuple[str, list[Point]]]:
    """Stretches of a line and how each is drawn; a hole ends one.

    To values that are less sure than those before, a dotted stretch leads from the last of these.
    """
    if one.mark != "line":
        return
    run: list[Point] = []
    stroke: str = one.line
    for point in one.points:
        wanted = one.line if point.status in _JOINED else "dotted"
        if point.value is None or (run and wanted != stroke):
            if len(run) > 1:
                yield stroke, run
            run = [] if point.value is None else run[-1:]
        if point.value is not None:
            run.append(point)
        stroke = wanted
    if len(run) > 1:
        yield stroke, run


def opacity(one: Series) -> float:
    """Grey lines are pale until they are pointed at."""
    return 0.55 if one.muted and one.colour == marks.MUTED else 1.0


def _width(form: Lines, one: Series, stroke: str) -> float:
    if stroke == "dotted":
        return 1.2
    if one.muted:
        return lines_hover.THIN
    return 3.0 if any(s.muted for s in form.series) else 2.4 if stroke == "solid" else 2.0


def hollow(one: Series, point: Point) -> bool:
    """Whether a mark is open: of values that are not measured, and of other editions."""
    return point.status in ("estimated", "planned", "press") or one.line == "dotted"


def _marked(form: Lines) -> Iterator[tuple[Series, Point]]:
    """Values that have a mark; on a line only those that stand out, or all with `dots`."""
    for one in form.series:
        known = [p for p in one.points if p.value is not None]
        joined = {id(p) for _, run in runs(one) for p in run} if one.mark == "line" else set()
        for point in known:
            stands_out = hollow(one, point) and point.status != "planned"
            plain = form.dots and one.line == "solid"
            if one.mark == "points" or stands_out or plain or id(point) not in joined:
                yield one, point


def _points(form: Lines, at: Axes, mark: Mark) -> list[alt.Chart]:
    """Marks of the series that are lines, or of those that are points alone."""
    rows = []
    for one, point in _marked(form):
        if one.mark != mark:
            continue
        row = {
            "year": _year(point) + lines_axes.aside(form, one),
            "at": shown(form, point.value or 0),
            "name": one.name,
            **_look(form, one, point),
        }
        rows.append((row, lines_hover.own_words(form, one, point)))
    channels: dict[str, Any] = {
        "x": at.x,
        "y": at.y,
        "size": alt.Size("size:Q", scale=None),
        "fill": alt.Fill("fill:N", scale=None),
        **(_legend(form) if form.named == "legend" else _plain()),
    }
    return [
        alt.Chart(data).mark_point(opacity=1, strokeWidth=1.7).encode(**channels, **tip)
        for data, tip in lines_hover.grouped(rows)
    ]


def _year(point: Point) -> float:
    if point.covers:
        return sum(point.covers) / 2
    return float(str(point.at))


def _look(form: Lines, one: Series, point: Point) -> dict[str, Any]:
    colour = point.colour or one.colour
    if point.status == "claimed":
        return {"shape": "diamond", "size": 110, "fill": colour, "edge": marks.PAPER}
    is_open = hollow(one, point) or form.named == "legend"
    size = 52 if is_open or one.mark == "points" else 22
    if one.line == "dotted" or (point.status == "estimated" and one.mark == "line"):
        size = 34
    if one.muted:
        size = 8
    fill = marks.PAPER if is_open else colour
    return {"shape": "circle", "size": size, "fill": fill, "edge": colour}


def _plain() -> dict[str, Any]:
    return {
        "shape": alt.Shape("shape:N", scale=None),
        "stroke": alt.Stroke("edge:N", scale=None),
    }


def _legend(form: Lines) -> dict[str, Any]:
    """Shapes and colours of the series, named above the drawing."""
    names = [one.name for one in form.series]
    legend = alt.Legend(
        title=None,
        orient="top",
        columns=_LEGEND_COLUMNS,
        labelFontSize=12,
        offset=24,
        symbolFillColor=marks.PAPER,
    )
    colours = alt.Scale(domain=names, range=[one.colour for one in form.series])
    shapes = alt.Scale(domain=names, range=[one.shape for one in form.series])
    return {
        "shape": alt.Shape("name:N", scale=shapes, legend=legend),
        "stroke": alt.Stroke("name:N", scale=colours, legend=legend),
    }


def _covered(form: Lines, at: Axes) -> list[alt.Chart]:
    """Bars over the part of a year that a value is of."""
    rows = [
        {"year": p.covers[0], "end": p.covers[1], "at": shown(form, p.value), "colour": s.colour}
        for s in form.series
        for p in s.points
        if p.covers and p.value is not None and p.status != "claimed"
    ]
    if not rows:
        return []
    bar = alt.Chart(marks.values(rows)).mark_rule(strokeWidth=1.5)
    return [bar.encode(x=at.x, x2="end:Q", y=at.y, color=alt.Color("colour:N", scale=None))]


_SIDES: dict[str, dict[str, Any]] = {
    "below": {"dy": 16, "fontSize": 11},
    "left": {"align": "right", "dx": -9, "dy": -6, "fontSize": 11},
    "right": {"align": "left", "dx": 9, "baseline": "middle", "fontSize": marks.LABEL},
    "along": {"align": "left", "dx": 4, "dy": 22, "fontSize": marks.LABEL, "fontWeight": "bold"},
}
"""How words stand beside a mark."""


def _labels(form: Lines, at: Axes) -> list[alt.Chart]:
    """Words beside marks: right of those of the last year, left of claims and plans, or below."""
    placed: dict[str, list[dict[str, Any]]] = {}
    for one in form.series:
        for point in one.points:
            if point.label and point.value is not None:
                side = _side(one, point, at)
                row = {"year": _year(point), "at": shown(form, point.value), "words": point.label}
                colour = one.colour if side == "along" else marks.INK
                placed.setdefault(side, []).append({**row, "colour": colour})
    return [
        alt.Chart(marks.values(rows))
        .mark_text(**_SIDES[side])
        .encode(x=at.x, y=at.y, text="words:N", color=alt.Color("colour:N", scale=None))
        for side, rows in placed.items()
    ]


def _side(one: Series, point: Point, at: Axes) -> str:
    if one.mark == "line":
        return "along" if one.line == "dashed" else "below"
    if point.status not in ("claimed", "planned"):
        return "below"
    return "right" if point.at == at.last else "left"
