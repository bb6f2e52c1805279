"""The drawing of a figure alone, as a Vega-Lite specification, an SVG or a PNG.

What stands around it (title, finding, sources) is the business of each format.
"""

from __future__ import annotations

import base64
import json
import re
from io import BytesIO
from typing import Any

from partnership import palette
from partnership.charts import look
from partnership.export import values
from partnership.export.type import fonts
from partnership.figures import drawings
from partnership.figures.figure import Figure, Listing, Pictured
from partnership.language.readable import Table

SLIDE_WIDTH, SLIDE_HEIGHT = 800, 330
"""Pixels of a drawing on a slide of 1280 by 720; it is enlarged by half, so that its type is."""

_SIZE = re.compile(r'<svg[^>]*\bviewBox="0 0 ([\d.]+) ([\d.]+)"')
_ROOM = re.compile(r'class="background"[^>]*d="M[\d.]+,[\d.]+h([\d.]+)')
"""The room of the marks, in a drawn SVG."""
_STEP, _COMPARED = re.compile(r"\bwidth [<>] ?([\d.]+)"), re.compile(r"\bwidth (?=[<>])")
"""A width at which a drawing is another, and the word for the width itself."""
_STILL = 2
"""Pixels of a PNG for each pixel of its drawing."""
CLOSEST = 1.6
"""How many times lower than the figure asks for a drawing may be before its rows collide."""


def drawable(figure: Figure) -> bool:
    """Whether there is a drawing: a chart or a map."""
    return not isinstance(figure.drawn, Listing | Table) and not figure.table.empty


def specification(figure: Figure, width: int, height: int | None = None) -> dict[str, Any]:
    """The drawing, `width` pixels wide and, where its rows leave a choice, `height` pixels high.

    One of many rows comes out higher, or its labels would collide (`CLOSEST`). Of a map it is the
    still picture; of what may only go along as a picture it holds that alone. Raises `TypeError`
    for what is read, which has no drawing.
    """
    if isinstance(figure.drawn, Pictured):
        return _still(specification(figure.drawn.figure, width, height))
    chart = _finished(figure)
    _widen(chart, width)
    if height is not None and isinstance(chart.get("height"), int | float):
        # What a drawing would do on a telephone is no matter where its height is asked for.
        chart["params"] = [p for p in chart.get("params", ()) if p["name"] != "height"]
        chart["height"] = max(height, chart["height"] / CLOSEST)
    if not _parts(chart):
        chart["autosize"] = {"type": "fit", "contains": "padding"}
        if isinstance(chart.get("height"), dict):
            chart["autosize"]["type"] = "fit-x"
    chart["config"] = look.config(chart.get("config", {}), fonts.FAMILY)
    # On nothing, what is half transparent would come out too dark.
    chart["background"] = palette.PAPER.light
    return dict(chart)


def _still(drawing: dict[str, Any]) -> dict[str, Any]:
    """A specification that shows a picture of another, without any of its data."""
    from PIL import Image

    data = png(drawing)
    with Image.open(BytesIO(data)) as image:
        wide, tall = (side / _STILL for side in image.size)
    data_url = f"data:image/png;base64,{base64.b64encode(data).decode()}"
    return {
        "$schema": drawing["$schema"],
        "data": {"values": [{}]},
        "mark": {"type": "image", "width": wide, "height": tall},
        "encoding": {
            "url": {"value": data_url},
            "x": {"value": wide / 2},
            "y": {"value": tall / 2},
        },
        "width": wide,
        "height": tall,
        "config": {"view": {"stroke": None}},
        "background": palette.PAPER.light,
    }


def _finished(figure: Figure) -> dict[str, Any]:
    """The drawing as the screen has it; of a map its picture."""
    return dict(json.loads(drawings.specification(figure.drawn), parse_float=_number))


def _number(words: str) -> float:
    return values.number(float(words))


def svg(specification: dict[str, Any]) -> str:
    """The specification drawn as SVG, text as text."""
    drawn = _svg(specification)
    settled = _settled(specification, drawn)
    return drawn if settled is specification else _svg(settled)


def _svg(specification: dict[str, Any]) -> str:
    import vl_convert

    fonts.for_pictures()
    return str(vl_convert.vegalite_to_svg(_harmless(specification)))


def _settled(specification: dict[str, Any], drawn: str = "") -> dict[str, Any]:
    """The specification with what depends on the width as it is for the room that `drawn` shows.

    Vega fits a drawing once, as for the width that was asked for. A legend or heads that take more
    lines in the room that is left beside the axes would then begin above the drawing.
    """
    look = json.dumps({k: v for k, v in specification.items() if k not in ("data", "datasets")})
    steps = [float(step) for step in _STEP.findall(look)]
    if not steps or "width" not in specification or _parts(specification):
        return specification
    asked, found = float(specification["width"]), _ROOM.search(drawn or _svg(specification))
    if found is None or all(_side(asked, s) == _side(float(found[1]), s) for s in steps):
        return specification
    return {**specification, **json.loads(_COMPARED.sub(f"{found[1]} ", look))}


def _side(width: float, step: float) -> tuple[bool, bool]:
    return width < step, width > step


def size(svg: str) -> tuple[float, float]:
    """Width and height of a drawn SVG in pixels."""
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError("a drawing without a size")
    return float(found[1]), float(found[2])


def raster(specification: dict[str, Any], scale: float = _STILL) -> bytes:
    """The specification drawn as PNG, as vl-convert makes it: quickly, and barely compressed."""
    import vl_convert

    fonts.for_pictures()
    settled = _harmless(_settled(specification))
    return bytes(vl_convert.vegalite_to_png(settled, scale=scale))


def png(specification: dict[str, Any], scale: float = _STILL) -> bytes:
    """The specification drawn as PNG, a third as large as `raster` makes it."""
    from PIL import Image

    buffer = BytesIO()
    Image.open(BytesIO(raster(specification, scale))).save(buffer, "PNG", compress_level=3)
    return buffer.getvalue()


def _harmless(specification: dict[str, Any]) -> str:
    """The specification as JSON without characters that XML forbids: they crash the process."""
    text = json.dumps(specification)
    return json.dumps(_cleaned(specification)) if _CONTROL.search(text) else text


_CONTROL = re.compile(r"\\u(00[01]|d[89a-f]|fff[ef])", re.IGNORECASE)
"""Escaped controls, halves of pairs and non-characters; whole pairs match too, to no harm."""


def _cleaned(node: Any) -> Any:
    if isinstance(node, str):
        return _NOT_XML.sub("", node)
    if isinstance(node, dict):
        return {_cleaned(key): _cleaned(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [_cleaned(value) for value in node]
    return node


_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _parts(chart: dict[str, Any]) -> list[dict[str, Any]]:
    return [p for key in ("vconcat", "hconcat", "concat") for p in chart.get(key, ())]


def _widen(chart: dict[str, Any], width: int) -> None:
    if "vconcat" in chart:
        for part in chart["vconcat"]:
            part["width"] = width
    elif not _parts(chart) and "facet" not in chart:
        chart["width"] = width
