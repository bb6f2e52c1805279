"""Pies, and bands in steps over time: drawings whose marks say all there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd

from partnership import palette
from partnership.export.office import Plot, Series, Style
from partnership.export.plot import breaks as plot_breaks
from partnership.export.plot.layers import Layer, Row, Unfit
from partnership.language.texts import Texts

_NEAR = 0.02
_OPAQUE = 0.9


def pie_or_bands(layers: Sequence[Layer], table: pd.DataFrame, t: Texts) -> Plot | None:
    """The native chart of a drawing of one pie or of bands; none for any other drawing."""
    arcs = [layer for layer in layers if layer.kind == "arc"]
    bands = [layer for layer in layers if layer.kind == "area" and _full(layer)]
    if arcs:
        return _pie(arcs, table, t)
    if not bands:
        return None
    found = _bands(bands, table, t)
    return replace(found, breaks=_breaks(layers, found.categories))


def _breaks(
    layers: Sequence[Layer], moments: Sequence[str | date]
) -> tuple[tuple[float, str], ...]:
    """The numbered lines by their share of the whole time, earliest first."""
    days = [m for m in moments if isinstance(m, date)]
    whole = (days[-1] - days[0]).days or 1
    at = [
        (date.fromisoformat(str(day)[:10]), label)
        for day, label in plot_breaks.labelled_lines(layers)
    ]
    return tuple(sorted(((day - days[0]).days / whole, label) for day, label in at))


def _full(layer: Layer) -> bool:
    return layer.channel("x").get("type") == "temporal" and layer.field("y2") is not None


def _pie(arcs: Sequence[Layer], table: pd.DataFrame, t: Texts) -> Plot:
    """A pie whose slices carry the table's percents; what is missing from 100 is a slice too."""
    layer = arcs[0]
    if len(arcs) > 1 or not all({"percent", "name"} <= set(r) for r in layer.rows):
        raise Unfit("arcs that are no single pie")
    known = [float(v) for v in table["percent"]] if "percent" in table else []
    names = [str(r["name"]) for r in layer.rows]
    values = [_nearest(float(r["percent"]), known) for r in layer.rows]
    styles = {n: Style(layer.colour(r)) for n, r in enumerate(layer.rows)}
    rest = 100 - sum(values)
    if rest > _NEAR:
        names.append(t("not in the source"))
        values.append(round(rest, 6))
        styles[len(values) - 1] = Style(palette.FAINT.light)
    if len(set(names)) < len(names) or min(values) < 0:
        raise Unfit("slices of one name, or less than nothing")
    one = Series(t("Percent"), tuple(values), palette.FAINT.light, "bar", styles=styles)
    return Plot("pie", tuple(names), (one,), unit=t("Percent"), suffix="\u202f%")


def _nearest(value: float, known: Sequence[float]) -> float:
    best = min(known, key=lambda v: abs(v - value), default=value)
    return best if abs(best - value) < 1e-9 else value


def _bands(layers: Sequence[Layer], table: pd.DataFrame, t: Texts) -> Plot:
    """Stacked bands that change on certain days: each such day, and the day before it."""
    if len(layers) > 1:
        raise Unfit("bands in several layers")
    spans = _spans(layers[0])
    days = sorted({d for span in spans for d in span[2:4]})
    at = [d for day in days[1:-1] for d in (day - timedelta(days=1), day)]
    moments = [days[0], *at, days[-1]]
    known = [float(v) for v in table["percent"]] if "percent" in table else []
    found: dict[tuple[str, bool], list[float | None]] = {}
    looks: dict[tuple[str, bool], str] = {}
    for row, value, start, end in spans:
        pale = layers[0].opacity(row) < _OPAQUE
        key = (str(row["name"]), pale)
        values = found.setdefault(key, [None] * len(moments))
        looks[key] = layers[0].colour(row)
        for n, moment in enumerate(moments):
            if start <= moment < end or (moment == end == days[-1]):
                values[n] = _nearest(value, known)
    order = list(dict.fromkeys(name for name, _ in found))
    ordered = sorted(found, key=lambda k: order.index(k[0]))
    return Plot(
        "area",
        tuple(moments),
        tuple(
            Series(
                t("{name} (paler)", name=name) if pale else name,
                tuple(v or 0.0 for v in found[name, pale]),
                looks[name, pale],
                "area",
                again=pale and (name, False) in found,
            )
            for name, pale in ordered
        ),
        stacked=True,
        unit=t("Percent"),
        suffix="\u202f%",
        span=(0, 100),
    )


def _spans(layer: Layer) -> list[tuple[Row, float, date, date]]:
    """Each band between two days: its row, its height, the two days. From the lowest up."""
    x, low, high = layer.field("x"), layer.field("y"), layer.field("y2")
    corners: dict[tuple[object, ...], list[Row]] = {}
    for row in layer.rows:
        known = (row.get("name"), row.get("span"), row.get(low or ""), row.get(high or ""))
        corners.setdefault(known, []).append(row)
    spans = []
    for rows in corners.values():
        days = sorted(date.fromisoformat(str(r[x or ""])[:10]) for r in rows)
        if len(days) != 2 or not rows[0].get("name"):
            raise Unfit("bands that are not in steps")
        spans.append((rows[0], rows[0][high or ""] - rows[0][low or ""], days[0], days[1]))
    return sorted(spans, key=lambda s: s[0][low or ""])
