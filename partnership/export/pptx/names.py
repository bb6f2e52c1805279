"""Names at the ends of lines, and where the marks of a native chart stand so that they fit."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from partnership import palette
from partnership.charts import lines
from partnership.export.pptx.plots.model import Plot

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_NEAR = 0.12
"""A line that ends so near the last (share of the categories) is named with the others."""
_LEFT, _TOP, _FOOT = 0.055, 0.1, 0.89
"""The plot area of a chart, as shares of its width and height."""
_LEGEND_LETTERS = 75
"""Letters of names that fit one row above a chart."""
TOP_ENTRIES = 4
"""So many names stand in a row above a chart; more stand beside it."""
_LEGEND_ROWS = 14
"""So many names stand in one column beside a chart; more stand in several."""
_LINE = 0.062
"""Height of a line of type as a share of a chart's height."""
_LETTER = 0.0092
"""Width of a letter as a share of a chart's width."""
_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)


def draw(chart: Any, plot: Plot, legend: Sequence[str], ticks: tuple[float, float, float]) -> None:
    """Place the marks, and name each line at its end; `legend` are the names set elsewhere.

    `ticks` are the ends of the value axis and its step.
    """
    box = inner(plot, legend)
    _placed(chart, box)
    _names(chart, plot, box[2:], ticks[:2])


def ended(plot: Plot) -> Mapping[int, int]:
    """Lines that are named at their end, each with the place of its last value."""
    if plot.kind != "line" or len(plot.series) < 2:
        return {}
    known = {
        n: [i for i, v in enumerate(s.amounts) if v is not None]
        for n, s in enumerate(plot.series)
        if s.drawn == "line"
    }
    # A line that goes on as a dashed one is named where that ends.
    going_on = {
        n
        for n, own in known.items()
        for m, other in known.items()
        if n != m
        and plot.series[m].dashed
        and plot.series[n].colour == plot.series[m].colour
        and own[-1] <= other[0]
    }
    return {n: places[-1] for n, places in known.items() if n not in going_on}


def _names(chart: Any, plot: Plot, room: tuple[float, float], span: tuple[float, float]) -> None:
    """The name of each line at its end, moved apart where ends are close to each other."""
    ends = ended(plot)
    (wide, tall), (low, high) = room, span
    heights = [((plot.series[n].amounts[i] or 0.0) - low) / (high - low) for n, i in ends.items()]
    placed = lines.spread(heights, _LINE / tall)
    floor = 0.0
    for k in sorted(range(len(placed)), key=lambda k: placed[k]):
        placed[k] = floor = max(placed[k], floor)
        floor += _LINE / tall
    last = max(ends.values(), default=0)
    for (n, i), height, at in zip(ends.items(), heights, placed, strict=True):
        early = (last - i) / len(plot.categories)
        _named(chart, plot, n, i, (early * wide * (early < _NEAR), (height - at) * tall))


def legend_above(plot: Plot, legend: Sequence[str]) -> bool:
    """Whether the legend is above the chart, not beside it."""
    return plot.kind == "line" or len(legend) <= TOP_ENTRIES


def inner(plot: Plot, legend: Sequence[str]) -> tuple[float, float, float, float]:
    """The plot area that leaves room for names and the unit, as shares of the chart."""
    ends = [plot.series[n].name for n in ended(plot)]
    over = legend_above(plot, legend)
    beside = ends if plot.kind == "line" else [] if over else legend
    longest = max((len(name) for name in beside), default=0)
    columns = 1 if over else max(1, math.ceil(len(legend) / _LEGEND_ROWS))
    most = 0.34 if columns == 1 else 0.27 * columns
    right = min(most, columns * (_LETTER * longest + (0.02 if over else 0.06)))
    wrapped = sum(len(name) + 6 for name in legend) > _LEGEND_LETTERS
    above = _TOP + ((0.09 if wrapped else 0.04) if legend and over else 0.0)
    return _LEFT, above, 1 - _LEFT - right, _FOOT - above


def _placed(chart: Any, box: tuple[float, float, float, float]) -> None:
    area = chart._chartSpace.find(f".//{{{C}}}plotArea")
    for known in area.findall(f"{{{C}}}layout"):
        area.remove(known)
    sides = "".join(f'<c:{k} val="{v:.4f}"/>' for k, v in zip("xywh", box, strict=True))
    layout = (
        '<c:layout {}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{sides}</c:manualLayout></c:layout>'
    )
    area.insert(0, new(layout))


def _named(chart: Any, plot: Plot, n: int, place: int, moved: tuple[float, float]) -> None:
    """`moved` is the name's offset from the line's end, right and down, as shares of the chart."""
    one = plot.series[n]
    element = next(
        e
        for e in chart._chartSpace.iter(f"{{{C}}}ser")
        if e.find(f"{{{C}}}idx").get("val") == str(n)
    )
    colour = one.colour if palette.is_dark(one.colour) else palette.SOFT.light
    across, down = moved
    layout = (
        f'<c:layout><c:manualLayout><c:x val="{across:.4f}"/><c:y val="{down:.4f}"/>'
        "</c:manualLayout></c:layout>"
        if across > 0 or abs(down) > 0.002
        else ""
    )
    flags = "".join(
        f'<c:{flag} val="{int(flag == "showSerName")}"/>'
        for flag in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent")
    )
    off = (
        flags.replace('showSerName val="1"', 'showSerName val="0"') + '<c:showBubbleSize val="0"/>'
    )
    labels = new(
        f'<c:dLbls {{}}><c:dLbl><c:idx val="{place}"/>{layout}<c:spPr><a:noFill/><a:ln><a:noFill/>'
        '</a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="1400" b="{int(not one.thin)}"><a:solidFill><a:srgbClr val="{colour[1:]}"/>'
        "</a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>"
        f'<c:dLblPos val="r"/>{flags}</c:dLbl>{off}{_NO_LEADERS}</c:dLbls>'
    )
    for known in element.findall(f"{{{C}}}dLbls"):
        element.remove(known)
    element.find(f"{{{C}}}cat").addprevious(labels)


def new(xml: str) -> Any:
    """An element of a chart from its XML, in which `{}` is replaced by the namespaces."""
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    return parse_xml(xml.replace("{}", nsdecls("c", "a"), 1))
