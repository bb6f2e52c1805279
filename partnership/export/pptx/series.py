"""How the series of a native chart look: fills, lines, markers, values beside the marks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from partnership import palette
from partnership.export.pptx import axes as slides_axes
from partnership.export.pptx.plots.model import Plot, Series
from partnership.export.pptx.words import points, rgb

_GAP = {"bar": 40, "column": 45}
_MOST_LABELS, _MOST_STACKED = 26, 40
_MANY = 40
"""Categories from which on marks are small."""
_SMALL = 0.06
"""Share of the axis under which a part of a stack is too thin for its value."""
_THIN = 0.025
"""The same for bars on their side, where values are wide and bars long."""
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"


def draw(chart: Any, plot: Plot) -> None:
    """Every series of the chart in its look; lines and points move from among bars to lines."""
    if plot.kind in ("bar", "column"):
        bars = chart.plots[0]
        bars.gap_width = _GAP[plot.kind] if len(plot.categories) <= _MANY else 15
        bars.overlap = 100 if plot.stacked or plot.overlaid else 0
        bars.vary_by_categories = False
        _move_lines(chart, plot)
    known = {int(s._element.find("{*}idx").get("val")): s for p in chart.plots for s in p.series}
    for n, one in enumerate(plot.series):
        series = known[n]
        if plot.kind == "pie":
            _pie(chart, series, one, plot)
        elif one.drawn in ("bar", "area"):
            _filled(series, one)
        else:
            _lined(series, one)
    if plot.kind in ("bar", "column"):
        _values(chart, plot)


def _move_lines(chart: Any, plot: Plot) -> None:
    """Lines and points over columns: a line chart on the same axes."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    moved = {n for n, s in enumerate(plot.series) if s.drawn not in ("bar", "area")}
    if not moved:
        return
    bars = chart._chartSpace.find(f".//{{{_C}}}barChart")
    lines = parse_xml(
        f'<c:lineChart {nsdecls("c")}><c:grouping val="standard"/><c:varyColors val="0"/>'
        '<c:marker val="1"/></c:lineChart>'
    )
    bars.addnext(lines)
    for series in bars.findall(f"{{{_C}}}ser"):
        if int(series.find(f"{{{_C}}}idx").get("val")) in moved:
            for wrong in series.findall(f"{{{_C}}}invertIfNegative"):
                series.remove(wrong)
            lines.find(f"{{{_C}}}marker").addprevious(series)
    for axis in bars.findall(f"{{{_C}}}axId"):
        lines.append(parse_xml(f'<c:axId {nsdecls("c")} val="{axis.get("val")}"/>'))


def _filled(series: Any, one: Series) -> None:
    _fill(series.format, one.colour, hollow=one.hollow)
    if hasattr(series, "invert_if_negative"):
        series.invert_if_negative = False
    for place, style in one.styles.items():
        if one.drawn == "bar":
            hollow = style.hollow or one.hollow
            _fill(series.points[place].format, style.colour or one.colour, hollow=hollow)
    _keep_negative(series)


def _keep_negative(series: Any) -> None:
    """Bars with a colour of their own keep it below zero: PowerPoint asks each bar, not the series.

    See scanny/python-pptx#776.
    """
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    for point in series._element.findall(f"{{{_C}}}dPt"):
        if point.find(f"{{{_C}}}invertIfNegative") is None:
            kept = parse_xml(f'<c:invertIfNegative {nsdecls("c")} val="0"/>')
            point.find(f"{{{_C}}}idx").addnext(kept)


def _fill(shape: Any, colour: str, *, hollow: bool) -> None:
    from pptx.enum.dml import MSO_LINE_DASH_STYLE

    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(palette.tint(colour) if hollow else colour)
    if hollow:
        shape.line.color.rgb = rgb(colour)
        shape.line.width = points(1.5)
        shape.line.dash_style = MSO_LINE_DASH_STYLE.DASH
    else:
        shape.line.color.rgb = rgb(palette.PAPER.light)
        shape.line.width = points(0.5)


def _lined(series: Any, one: Series) -> None:
    from pptx.enum.dml import MSO_LINE_DASH_STYLE

    series.smooth = False
    if one.drawn == "line":
        series.format.line.color.rgb = rgb(one.colour)
        series.format.line.width = points(1.5 if one.thin else 3)
        if one.dashed:
            series.format.line.dash_style = MSO_LINE_DASH_STYLE.SQUARE_DOT
    else:
        series.format.line.fill.background()
    _marker(series.marker, one)
    if len(one.amounts) > _MANY and one.drawn == "points":
        series.marker.size = 5
    for place, style in one.styles.items():
        _marker(series.points[place].marker, replace(one, hollow=style.hollow))


def _marker(marker: Any, one: Series) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE

    level = len({v for v in one.amounts if v is not None}) == 1 and one.thin
    if one.drawn == "line" and (level or not one.dots):
        marker.style = XL_MARKER_STYLE.NONE
        return
    if one.drawn == "ticks":
        marker.style, marker.size = XL_MARKER_STYLE.DASH, 22
    elif one.drawn == "points" and not one.hollow:
        marker.style, marker.size = XL_MARKER_STYLE.DIAMOND, 9
    else:
        marker.style, marker.size = XL_MARKER_STYLE.CIRCLE, 9 if one.hollow else 6
    marker.format.fill.solid()
    # Not paper: some programs draw no outline, and an open point would be a hole in the line.
    marker.format.fill.fore_color.rgb = rgb(palette.tint(one.colour) if one.hollow else one.colour)
    marker.format.line.color.rgb = rgb(one.colour)
    marker.format.line.width = points(1.75 if one.hollow else 0.75)


def _pie(chart: Any, series: Any, one: Series, plot: Plot) -> None:
    """Slices named outside, with their value: it is a percent already."""
    from pptx.enum.chart import XL_LABEL_POSITION

    for place in range(len(one.amounts)):
        _fill(series.points[place].format, one.styles[place].colour, hollow=False)
        series.points[place].format.line.width = points(1.5)
    pie = chart.plots[0]
    pie.vary_by_categories = True
    pie.has_data_labels = True
    labels = pie.data_labels
    labels.show_category_name, labels.show_value, labels.show_percentage = True, True, False
    labels.number_format, labels.number_format_is_linked = f'General"{plot.suffix}"', False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size = points(16)
    labels.font.color.rgb = rgb(palette.INK.light)
    slides_axes.separated(labels._element, "\n")


def _values(chart: Any, plot: Plot) -> None:
    """Values beside or in bars, where there are few enough to be read."""
    from pptx.enum.chart import XL_LABEL_POSITION

    bars = [(n, s) for n, s in enumerate(plot.series) if s.drawn == "bar"]
    count = sum(v is not None for _, s in bars for v in s.amounts)
    marked = plot.stacked and any(s.drawn == "points" for s in plot.series)
    if marked or count > (_MOST_STACKED if plot.stacked else _MOST_LABELS):
        return
    known = {int(s._element.find("{*}idx").get("val")): s for p in chart.plots for s in p.series}
    least = (_THIN if plot.kind == "bar" else _SMALL) * slides_axes.reach(plot)
    for n, one in bars:
        labels = known[n].data_labels
        labels.show_value = True
        labels.number_format = plot.number_format(slides_axes.fine(plot), suffix=plot.suffix)
        labels.number_format_is_linked = False
        labels.font.size = points(
            13 if plot.stacked else 14 if count <= 12 else 12 if count <= 20 else 10
        )
        inside = plot.stacked and not one.hollow
        labels.font.color.rgb = rgb(palette.on(one.colour if inside else _behind(plot, one)))
        labels.position = (
            XL_LABEL_POSITION.CENTER if plot.stacked else XL_LABEL_POSITION.OUTSIDE_END
        )
        if plot.stacked or plot.overlaid:
            small = [i for i, v in enumerate(one.amounts) if v is not None and abs(v) < least]
            covered = [i for i in small if plot.stacked or _longer(plot, i, one)]
            slides_axes.unlabelled(labels._element, covered)
        if inside:
            _in_ink(known[n], [i for i in _pale(one) if i not in small], labels.font.size)


def _pale(one: Series) -> list[int]:
    """Bars that are paler than their series, where type has to be dark."""
    looks = {i: style for i, style in one.styles.items() if one.amounts[i] is not None}
    return [
        i
        for i, style in looks.items()
        if style.hollow or not palette.is_dark(style.colour or one.colour)
    ]


def _in_ink(series: Any, places: list[int], size: Any) -> None:
    for place in places:
        font = series.points[place].data_label.font
        font.size, font.color.rgb = size, rgb(palette.INK.light)


def _longer(plot: Plot, place: int, one: Series) -> bool:
    """Whether another bar of the category is longer, so that its value takes the place."""
    length = abs(one.amounts[place] or 0)
    return any(abs(s.amounts[place] or 0) > length for s in plot.series if s is not one)


def _behind(plot: Plot, one: Series) -> str:
    """The colour on which the values beside the bars of a series stand."""
    longer = [
        next((s.colour for s in plot.series if abs(s.amounts[n] or 0) > abs(value)), "")
        for n, value in enumerate(one.amounts)
        if value and plot.overlaid
    ]
    return longer[0] if len(set(longer)) == 1 and longer[0] else palette.PAPER.light
