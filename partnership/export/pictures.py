"""A figure as a picture, with its title, its sources and its licence on it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from partnership import palette, sources, texts
from partnership.figures.figure import Figure, Listing

WIDTH = 900
_FONT = "Liberation Sans"
_LINE = 110
_FOOT_LINE = 150


def svg(figure: Figure, lang: str) -> bytes:
    """SVG, `WIDTH` pixels wide, on paper, with title and source line."""
    import vl_convert

    return vl_convert.vegalite_to_svg(specification(figure, lang)).encode("utf-8")


def png(figure: Figure, lang: str) -> bytes:
    """PNG at twice the size of the SVG; saved again because vl-convert barely compresses."""
    import vl_convert
    from PIL import Image

    raw = vl_convert.vegalite_to_png(specification(figure, lang), scale=2)
    buffer = BytesIO()
    Image.open(BytesIO(raw)).convert("RGB").save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def specification(figure: Figure, lang: str) -> dict[str, Any]:
    """A Vega-Lite specification that stands alone: background, type, title and sources."""
    t = texts.of(lang)
    chart = _chart(figure).to_dict()
    wide = "hconcat" not in chart and "facet" not in chart
    if wide and "vconcat" not in chart:
        chart["width"] = WIDTH
    elif "vconcat" in chart:
        for part in chart["vconcat"]:
            part["width"] = WIDTH
    subtitle = _wrapped(figure.finding.replace("**", ""))
    cited = "; ".join(f"{s.publisher}, {s.title}" for s in sources.of(figure.source_ids)[:3])
    foot = _wrapped(f"{t('Source:')} {cited}", _FOOT_LINE)
    return {
        "$schema": chart.pop("$schema"),
        "datasets": chart.pop("datasets", {}),
        "params": chart.pop("params", []) if "vconcat" in chart else [],
        "config": _config(chart.pop("config", {})),
        "background": palette.PAPER.light,
        "padding": 20,
        "title": {
            "text": _wrapped(figure.title, 80),
            "subtitle": subtitle,
            "anchor": "start",
            "fontSize": 19,
            "subtitleFontSize": 13,
            "subtitlePadding": 8,
            "offset": 18,
        },
        "vconcat": [chart, _foot(foot)],
        "spacing": 12,
    }


def _chart(figure: Figure) -> Any:
    if figure.picture is not None:
        return figure.picture()
    if isinstance(figure.drawn, Listing):
        return _listing(figure.drawn)
    return figure.drawn


_MOST_ROWS = 60
"""Rows of a table that fit a picture; the rest is in the CSV and XLSX."""


def _listing(listing: Listing) -> Any:
    """A listing set as lines of text, its first columns side by side."""
    import altair as alt

    shown = listing.rows[:_MOST_ROWS]
    keys = list(shown[0])[:_MOST_COLUMNS] if shown else [""]
    rows = [
        {"y": i, **{f"c{n}": row.get(key, "") for n, key in enumerate(keys)}}
        for i, row in enumerate(shown)
    ]
    if len(listing.rows) > _MOST_ROWS or not rows:
        rows.append({"y": len(rows), "c0": "…"})
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("y:O", axis=None))
    step = WIDTH / max(1, len(keys))
    columns = [
        base.mark_text(
            align="left",
            x=n * step,
            fontSize=12,
            fontWeight="normal" if n else "bold",
            limit=step - 14,
            color=palette.INK.light,
        ).encode(text=f"c{n}:N")
        for n in range(len(keys))
    ]
    return alt.layer(*columns).properties(height=26 * len(rows))


_MOST_COLUMNS = 5


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


def _config(own: dict[str, Any]) -> dict[str, Any]:
    ink, soft = palette.INK.light, palette.SOFT.light
    plain = {
        "font": _FONT,
        "view": {"stroke": None},
        "title": {"color": ink, "subtitleColor": soft},
        "axis": {
            "labelColor": soft,
            "titleColor": soft,
            "gridColor": palette.FAINT.light,
            "domain": False,
            "ticks": False,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "titleFontWeight": "normal",
        },
        "axisX": {"grid": False},
        "legend": {
            "labelColor": ink,
            "titleColor": soft,
            "labelFontSize": 12,
            "titleFontWeight": "normal",
        },
        "header": {"labelColor": ink, "labelFontSize": 13},
    }
    merged = {**own}
    for key, value in plain.items():
        merged[key] = {**value, **own.get(key, {})} if isinstance(value, dict) else value
    return merged


def _wrapped(words: str, length: int = _LINE) -> list[str]:
    import textwrap

    return textwrap.wrap(words, length) or [""]
