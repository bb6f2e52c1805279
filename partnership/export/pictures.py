"""A figure as a picture that stands alone: title, finding, drawing, sources, licence, address."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from typing import Any

from partnership import palette, texts
from partnership.export import chart, handout, paper
from partnership.export.handout import Handout, Tick, View, silent
from partnership.figures.figure import Listing
from partnership.texts import Texts

WIDTH = 900
_SCALE = 2
_LINE, _TITLE_LINE, _FOOT_LINE = 128, 92, 170
_MOST_ROWS, _MOST_COLUMNS = 60, 5
"""Rows and columns of a table that fit a picture; the rest is in the CSV and XLSX."""


def svg(given: Handout, _tick: Tick = silent) -> bytes:
    """SVG of the first view, `WIDTH` pixels wide and more for its margins, on paper."""
    return chart.svg(specification(given)).encode("utf-8")


def png(given: Handout, _tick: Tick = silent) -> bytes:
    """PNG of the first view at twice the size of the SVG."""
    t, view = texts.of(given.lang), given.views[0]
    ink, soft = palette.INK.light, palette.SOFT.light
    above = [paper.Words(view.heading, 19, 24, ink, 4, bold=True)]
    above += [paper.Words(line, 13, 17, soft) for line in _under(view, t)]
    above[-1] = replace(above[-1], after=14)
    below = [paper.Words(line, 11, 14, soft) for line in _last(view, given, t)]
    below[0] = replace(below[0], before=10)
    return paper.sheet(chart.raster(_drawn(view, t), _SCALE), above, below, _SCALE)


def specification(given: Handout) -> dict[str, Any]:
    """A Vega-Lite specification that stands alone: background, type, title, sources."""
    t, view = texts.of(given.lang), given.views[0]
    drawn = _drawn(view, t)
    return {
        "$schema": drawn.pop("$schema"),
        "datasets": drawn.pop("datasets", {}),
        "params": drawn.pop("params", []) if "vconcat" in drawn else [],
        "config": drawn.pop("config"),
        "background": drawn.pop("background"),
        "padding": paper.MARGIN,
        "title": {
            "text": _wrapped(view.heading, _TITLE_LINE),
            "subtitle": _wrapped("\n".join(_under(view, t)), _LINE),
            "anchor": "start",
            "fontSize": 19,
            "subtitleFontSize": 13,
            "subtitleLineHeight": 17,
            "subtitlePadding": 8,
            "offset": 18,
        },
        "vconcat": [drawn, _foot(_wrapped("\n".join(_last(view, given, t)), _FOOT_LINE))],
        "spacing": 12,
    }


def _drawn(view: View, t: Texts) -> dict[str, Any]:
    why = handout.nothing_shown(view, t)
    if chart.drawable(view.figure):
        drawn = chart.specification(view.figure, WIDTH)
    else:
        rows = view.figure.drawn.rows if isinstance(view.figure.drawn, Listing) else ()
        drawn = _listing([{"": why}] if why else rows).to_dict(validate=False)
        drawn["config"] = chart.config(drawn.get("config", {}))
    drawn.pop("autosize", None)
    drawn["background"] = palette.PAPER.light
    return drawn


def _under(view: View, t: Texts) -> list[str]:
    filters = " · ".join(view.filters(t))
    finding = "" if view.figure.table.empty else view.finding
    return [line for line in (view.subtitle, finding, filters) if line]


def _last(view: View, given: Handout, t: Texts) -> list[str]:
    lines = [handout.plain(view.figure.note), handout.source_line(view.figure, t)]
    lines.append(" · ".join(p for p in (t.day(given.made), t.quote(view.address)) if p))
    return [line for line in lines if line]


def _listing(rows: Any) -> Any:
    """A listing set as lines of text, its first columns side by side."""
    import altair as alt

    shown = rows[:_MOST_ROWS]
    keys = list(shown[0])[:_MOST_COLUMNS] if shown else [""]
    data = [
        {"y": i, **{f"c{n}": row.get(key, "") for n, key in enumerate(keys)}}
        for i, row in enumerate(shown)
    ]
    if len(rows) > _MOST_ROWS or not data:
        blank = {f"c{n}": "" for n in range(len(keys))}
        data.append({"y": len(data), **blank, "c0": "…"})
    base = alt.Chart(alt.Data(values=data)).encode(y=alt.Y("y:O", axis=None))
    columns = [
        base.mark_text(
            align="left",
            x=start,
            fontSize=12,
            fontWeight="normal" if n else "bold",
            limit=end - start - 14,
            color=palette.INK.light,
        ).encode(text=f"c{n}:N")
        for n, (start, end) in enumerate(_columns(data, len(keys)))
    ]
    return alt.layer(*columns).properties(width=WIDTH, height=26 * len(data))


def _columns(rows: list[dict[str, Any]], count: int) -> list[tuple[float, float]]:
    """Where each column begins and ends: as wide as its longest words ask for, within bounds."""
    longest = [max(len(str(row.get(f"c{n}", ""))) for row in rows) for n in range(count)]
    wanted = [min(max(letters + 3, 6), 80) for letters in longest]
    ends = [WIDTH * sum(wanted[: n + 1]) / sum(wanted) for n in range(count)]
    return list(zip([0.0, *ends], ends, strict=False))


def _foot(lines: list[str]) -> dict[str, Any]:
    return {
        "data": {"values": [{"words": lines}]},
        "mark": {
            "type": "text",
            "align": "left",
            "baseline": "top",
            "x": 0,
            "y": 0,
            "fontSize": 11,
            "lineHeight": 14,
            "color": palette.SOFT.light,
        },
        "encoding": {"text": {"field": "words"}},
        "width": WIDTH,
        "height": 14 * len(lines),
        "view": {"stroke": None},
    }


def _wrapped(words: str, length: int) -> list[str]:
    lines = [piece for line in words.split("\n") for piece in textwrap.wrap(line, length)]
    return lines or [""]
