"""Axes of a native chart, and the names at the ends of its lines."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from partnership import palette
from partnership.export.pptx import breaks as slides_breaks
from partnership.export.pptx import names as slides_names
from partnership.export.pptx.names import C, new
from partnership.export.pptx.plots.model import Plot
from partnership.export.pptx.words import points, rgb

_MOST_TICKS = 14
_ROOM = 0.12
"""Share of the axis that is left for a value beyond the end of a bar."""


def draw(chart: Any, plot: Plot, legend: Sequence[str]) -> None:
    """Axes, grid and, of lines, names at their ends; `legend` are the names set elsewhere."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK

    kinds, values = chart.category_axis, chart.value_axis
    for axis in (kinds, values):
        axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
        axis.tick_labels.font.size = points(14)
        axis.tick_labels.font.color.rgb = rgb(palette.SOFT.light)
        axis.has_minor_gridlines = False
    kinds.has_major_gridlines = False
    kinds.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    kinds.format.line.color.rgb = rgb(palette.MUTED.light)
    _blanks(chart, plot)
    _scale(values, plot)
    if plot.kind == "bar":
        _lying(kinds, values, plot)
    else:
        _standing(kinds, values, plot)
    if plot.unit and plot.kind != "bar":
        _title(values, plot.unit)
    if plot.kind != "bar":
        slides_names.draw(chart, plot, legend, ticks(plot))


def _lying(kinds: Any, values: Any, plot: Plot) -> None:
    """Horizontal bars: the first at the top, values beside them instead of an axis."""
    kinds.reverse_order = True
    kinds.format.line.fill.background()
    size = 14 if len(plot.categories) <= 12 else 12 if len(plot.categories) <= 16 else 10
    kinds.tick_labels.font.size = points(size)
    kinds._element.find(".//{*}txPr/{*}bodyPr").set("rot", "0")
    kinds._element.find(f"{{{C}}}lblOffset").addnext(new('<c:tickLblSkip {} val="1"/>'))
    kinds.tick_labels.font.color.rgb = rgb(palette.INK.light)
    values.has_major_gridlines = False
    values.visible = False


def _standing(kinds: Any, values: Any, plot: Plot) -> None:
    values.has_major_gridlines = True
    values.major_gridlines.format.line.color.rgb = rgb(palette.FAINT.light)
    values.major_gridlines.format.line.width = points(0.75)
    values.format.line.fill.background()
    values.tick_labels.number_format = plot.number_format(digits(plot))
    values.tick_labels.number_format_is_linked = False
    if plot.kind == "area":
        _dates(kinds, plot)
        return
    skip = math.ceil(len(plot.categories) / _MOST_TICKS)
    if skip > 1:
        # As good as level: at zero, LibreOffice breaks years in two rather than leave some out.
        kinds._element.find(".//{*}txPr/{*}bodyPr").set("rot", "1")
    if any(c for c in plot.categories if isinstance(c, str) and not c.isdigit()) and skip > 1:
        skip = next((s for s in (6, 12, 24) if len(plot.categories) / s <= _MOST_TICKS), skip)
    element = kinds._element
    after = element.find(f"{{{C}}}lblOffset")
    for tag in ("tickMarkSkip", "tickLblSkip"):
        after.addnext(new(f'<c:{tag} {{}} val="{skip}"/>'))


def _dates(kinds: Any, plot: Plot) -> None:
    days = [c for c in plot.categories if not isinstance(c, str)]
    years = max(1, (days[-1].year - days[0].year) // 8)
    kinds.tick_labels.number_format = "yyyy"
    kinds.tick_labels.number_format_is_linked = False
    element = kinds._element
    for tag in ("baseTimeUnit", "majorUnit", "majorTimeUnit"):
        for known in element.findall(f"{{{C}}}{tag}"):
            element.remove(known)
    after = element.find(f"{{{C}}}lblOffset")
    after.addnext(new('<c:majorTimeUnit {} val="years"/>'))
    after.addnext(new(f'<c:majorUnit {{}} val="{years}"/>'))
    after.addnext(new('<c:baseTimeUnit {} val="days"/>'))


def _scale(values: Any, plot: Plot) -> None:
    low, high, step = ticks(plot)
    values.minimum_scale, values.maximum_scale, values.major_unit = low, high, step


def ticks(plot: Plot) -> tuple[float, float, float]:
    """Both ends of the value axis and its step, in the table's unit; zero is always on it."""
    least, most = _extent(plot)
    if plot.span:
        least = max(least, plot.span[0]) if plot.span[0] > 0 else least
    wide = (most - least) or 1.0
    magnitude = 10.0 ** math.floor(math.log10(wide / 4))
    step = next(m * magnitude for m in (1, 2, 2.5, 5, 10) if wide / (m * magnitude) <= 6)
    # Labels of breaks have rows of their own, clear of the marks.
    most += 0.075 * slides_breaks.rows(plot) * wide
    near = 1e-9 * wide
    low = math.floor((least + near) / step) * step
    high = math.ceil((most - near) / step) * step
    if plot.kind == "bar" and not plot.stacked:
        # Values are beyond the ends of bars, and there is no axis that needs round steps.
        low, high = (
            end + _ROOM * wide * math.copysign(1, end) if end else 0.0 for end in (least, most)
        )
    return low, high, step


def _extent(plot: Plot) -> tuple[float, float]:
    """The least and the most that is drawn, of stacks their ends, with zero."""
    ends = [0.0]
    for n in range(len(plot.categories)):
        at = [(s.amounts[n] or 0.0, s.drawn) for s in plot.series]
        ends += [v for v, _ in at]
        if plot.stacked:
            parts = [v for v, drawn in at if drawn in ("bar", "area")]
            ends += [sum(v for v in parts if v > 0), sum(v for v in parts if v < 0)]
    least, most = min(ends), max(ends)
    whole = plot.stacked and abs(most - 100 * 10.0**plot.power) < 0.2 * 10.0**plot.power
    return least, 100 * 10.0**plot.power if whole else most


def reach(plot: Plot) -> float:
    """How much the value axis covers."""
    low, high, _ = ticks(plot)
    return high - low


def digits(plot: Plot) -> int:
    """Decimals that the steps of the value axis need."""
    step = ticks(plot)[2] / 10.0**plot.power
    return next((d for d in range(4) if abs(round(step, d) - step) < 1e-9 * max(step, 1)), 4)


def fine(plot: Plot) -> int:
    """Decimals of values beside the marks."""
    shown = [abs(v) for v in plot.shown() if v]
    if all(float(v).is_integer() for v in shown):
        return 0
    most = max(shown, default=0)
    return 0 if most >= 500 else 1 if most >= 5 else 2


def _title(values: Any, unit: str) -> None:
    """The unit, lying above the upper end of the axis."""
    values.has_title = True
    frame = values.axis_title.text_frame
    frame.text = unit
    run = frame.paragraphs[0].runs[0].font
    run.size, run.bold = points(14), False
    run.color.rgb = rgb(palette.SOFT.light)
    title = values._element.find(f"{{{C}}}title")
    title.find(".//{*}bodyPr").set("rot", "0")
    title.find(".//{*}bodyPr").set("vert", "horz")
    for known in title.findall(f"{{{C}}}layout"):
        title.remove(known)
    title.find(f"{{{C}}}tx").addnext(new(_layout(0.004, 0.0)))
    overlay = title.find(f"{{{C}}}overlay")
    if overlay is None:
        title.find(f"{{{C}}}layout").addnext(new('<c:overlay {} val="1"/>'))
    else:
        overlay.set("val", "1")


def _layout(x: float, y: float) -> str:
    return (
        '<c:layout {}><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/></c:manualLayout></c:layout>'
    )


def _blanks(chart: Any, plot: Plot) -> None:
    """Whether lines run on over categories without a value."""
    element = chart._chartSpace.find(f"{{{C}}}chart")
    for known in element.findall(f"{{{C}}}dispBlanksAs"):
        element.remove(known)
    how = "span" if plot.joined else "gap"
    element.append(new(f'<c:dispBlanksAs {{}} val="{how}"/>'))


def separated(labels: Any, sign: str) -> None:
    """Set the separator between the name and the value of a slice."""
    for known in labels.findall(f"{{{C}}}separator"):
        labels.remove(known)
    part = new("<c:separator {}/>")
    part.text = sign
    labels.find(f"{{{C}}}showBubbleSize").addnext(part)


def unlabelled(labels: Any, places: Sequence[int]) -> None:
    """No value at these places."""
    for place in reversed(places):
        part = f'<c:dLbl {{}}><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>'
        labels.insert(0, new(part))
