"""A `Plot` as a native chart on a slide: series, axes, labels, and a workbook of plain values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from partnership import palette
from partnership.export.pptx import axes as slides_axes
from partnership.export.pptx import breaks as slides_breaks
from partnership.export.pptx import names as slides_names
from partnership.export.pptx import series as slides_series
from partnership.export.pptx.plots.model import Plot, Series
from partnership.export.pptx.words import Box, points, rgb
from partnership.export.tables import workbook as workbooks
from partnership.export.type import signs

TYPE = 14
"""Points of type in a chart, for the back of a room."""


def add(slide: Any, plot: Plot, place: Box, alt: str, created: date) -> Any:
    """The chart on a slide; `alt` is read out for it, `created` its day. Its graphic frame."""
    from pptx.util import Inches

    box = [Inches(v) for v in place]
    frame = slide.shapes.add_chart(_kind(plot), *box, _data(plot))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", signs.xml(alt))
    chart = frame.chart
    chart.part.chart_workbook.update_from_xlsx_blob(workbook(plot, created))
    chart.font.size, chart.font.name = points(TYPE), "+mn-lt"
    chart.font.color.rgb = rgb(palette.INK.light)
    chart.has_title = False
    slides_series.draw(chart, plot)
    if plot.kind == "pie":
        chart.has_legend = False
    else:
        named = named_in_legend(plot)
        slides_axes.draw(chart, plot, [s.name for s in named])
        _legend(chart, plot, named)
        _breaks(slide, plot, [s.name for s in named], place)
    return frame


def _breaks(slide: Any, plot: Plot, legend: Sequence[str], place: Box) -> None:
    if plot.breaks and plot.kind != "bar":
        left, top, width, height = place
        x, y, wide, tall = slides_names.inner(plot, legend)
        room = (left + x * width, top + y * height, wide * width, tall * height)
        slides_breaks.draw(slide, plot, room)


def _kind(plot: Plot) -> Any:
    from pptx.enum.chart import XL_CHART_TYPE as KIND

    stacked = {"bar": KIND.BAR_STACKED, "column": KIND.COLUMN_STACKED, "area": KIND.AREA_STACKED}
    plain = {
        "bar": KIND.BAR_CLUSTERED,
        "column": KIND.COLUMN_CLUSTERED,
        "line": KIND.LINE_MARKERS,
        "area": KIND.AREA,
        "pie": KIND.PIE,
    }
    return stacked.get(plot.kind, plain[plot.kind]) if plot.stacked else plain[plot.kind]


def _data(plot: Plot) -> Any:
    from pptx.chart.data import CategoryChartData

    data_type: Any = CategoryChartData
    data = data_type(number_format=plot.number_format(slides_axes.digits(plot)))
    data.categories = [signs.xml(c) if isinstance(c, str) else c for c in plot.categories]
    for one in plot.series:
        data.add_series(signs.xml(one.name), one.amounts)
    return data


def workbook(plot: Plot, created: date) -> bytes:
    """What "Edit data" opens: categories in the first column, series beside it; no formula."""
    from xlsxwriter import Workbook

    buffer = BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.combine(created, time())})
        # The format only scales what is shown: the values are those of the table.
        shown = book.add_format({"num_format": plot.number_format(slides_axes.digits(plot))})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        marked = book.add_format({"quote_prefix": True})
        sheet = book.add_worksheet("Sheet1")
        sheet.set_column(0, len(plot.series), 18)
        for n, category in enumerate(plot.categories, 1):
            if isinstance(category, date):
                sheet.write_datetime(n, 0, datetime.combine(category, time()), day)
            else:
                _write(sheet, (n, 0), str(category), marked)
        for m, one in enumerate(plot.series, 1):
            _write(sheet, (0, m), one.name, marked)
            for n, value in enumerate(one.amounts, 1):
                if value is not None:
                    sheet.write_number(n, m, value, shown)
    return buffer.getvalue()


def _write(sheet: Any, at: tuple[int, int], words: str, marked: Any) -> None:
    """Words as text, never as a formula, also after they are edited."""
    risky = words.startswith(workbooks.RISKY)
    sheet.write_string(*at, signs.xml(words)[: workbooks.LONGEST_CELL], marked if risky else None)


def _legend(chart: Any, plot: Plot, named: Sequence[Series]) -> None:
    """Names of series, where there are several and they are not at the ends of lines."""
    from pptx.enum.chart import XL_LEGEND_POSITION
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    chart.has_legend = bool(named)
    if not named:
        return
    above = slides_names.legend_above(plot, [s.name for s in named])
    chart.legend.position = XL_LEGEND_POSITION.TOP if above else XL_LEGEND_POSITION.RIGHT
    chart.legend.include_in_layout = False
    chart.legend.font.size = points(TYPE)
    chart.legend.font.color.rgb = rgb(palette.INK.light)
    element = chart.legend._element
    for n, one in enumerate(plot.series):
        if one not in named:
            entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{n}"/><c:delete val="1"/>'
            element.find("{*}legendPos").addnext(parse_xml(entry + "</c:legendEntry>"))


def named_in_legend(plot: Plot) -> Sequence[Series]:
    """The series that the legend names."""
    counts = [
        sum(s.amounts[n] is not None for s in plot.series) for n in range(len(plot.categories))
    ]
    named_by_category = plot.kind == "bar" and not plot.stacked and max(counts, default=0) < 2
    if len(plot.series) < 2 or named_by_category:
        return ()
    ends = slides_names.ended(plot)
    return [s for n, s in enumerate(plot.series) if n not in ends and not s.again]
