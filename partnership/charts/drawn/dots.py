"""Dots in rows: an axis along, names beside or above the rows, a legend of kinds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import altair as alt

from partnership.charts import legends, marks
from partnership.charts.forms.dots import Dot, Dots

_SIZE, _HOLLOW = 90, 210
_HEAD = 12
"""Pixels from the upper edge of a row to the middle of its name, where names stand above."""
_LETTER = 6.5
"""Pixels of a letter."""
_LINES: dict[str, dict[str, Any]] = {
    "lane": {"color": marks.FAINT},
    "end": {"color": marks.FAINT, "strokeWidth": 2},
    "row": {"color": marks.FAINT},
    "ruled": {"color": marks.FAINT},
}


def draw(dots: Dots) -> marks.Drawing:
    """Lines, dots, labels and names. Rows are `step` pixels high."""
    x, y = _x(dots), _y(dots)
    layers = [*_gaps(dots, x, y), *_lines(dots, x, y), _points(dots, x, y), *_labels(dots, x, y)]
    if dots.above:
        layers.append(_names(dots, y))
    return alt.layer(*layers)


def _middle(dots: Dots, row: int) -> float:
    """Where the dots of a row stand, in pixels from the top."""
    if not dots.above:
        return (row + 0.5) * dots.step
    return row * dots.step + _HEAD + 14 + 0.3 * (dots.step - 32)


def _x(dots: Dots, field: str = "at") -> alt.X:
    along = dots.along
    names = json.dumps({f"{at:g}": words for at, words in along.ticks}, ensure_ascii=False)
    end: Any = along.last
    room = _room(dots)
    if room:
        end = alt.ExprRef(
            f"{along.last} + {room} * {along.last - along.first} / max(width - {room}, 120)"
        )
    numbers: dict[str, Any] = {
        "values": [at for at, _ in along.ticks],
        "labelExpr": f"{names}[format(datum.value, '.6~g')]",
    }
    axis = alt.Axis(
        **(numbers if along.ticks else {"tickCount": 5}),
        orient="top" if along.on_top else "bottom",
        grid=not dots.above,
        gridDash=[1, 3],
        labelFlush=False,
        labelPadding=marks.YEARS_BELOW,
        labelOverlap=True,
        title=along.title or None,
    )
    scale = alt.Scale(domainMin=along.first, domainMax=end, nice=False, zero=False)
    return alt.X(f"{field}:Q", title=along.title or None, scale=scale, axis=axis)


def _room(dots: Dots) -> int:
    """Pixels to the right of the last dot for what is written there."""
    written = [
        one.label
        for row in dots.rows
        for one in row.dots
        if dots.kinds[one.kind].side == "right" and one.label
    ]
    return round(_LETTER * max(map(len, written))) + 12 if written else 0


def _y(dots: Dots, field: str = "y") -> alt.Y:
    scale = alt.Scale(domain=[dots.step * len(dots.rows), 0], nice=False, zero=False)
    if dots.above:
        return alt.Y(f"{field}:Q", axis=None, scale=scale)
    places = {f"{_middle(dots, n):g}": row.name for n, row in enumerate(dots.rows)}
    axis = alt.Axis(
        values=[_middle(dots, n) for n in range(len(dots.rows))],
        labelExpr=f"{json.dumps(places, ensure_ascii=False)}[format(datum.value, '.6~g')]",
        labelFontSize=marks.LABEL,
        labelLimit=240,
        labelFlush=False,
        grid=False,
        domain=False,
        ticks=False,
    )
    return alt.Y(f"{field}:Q", title=None, axis=axis, scale=scale)


def _colour(dots: Dots, dot: Dot) -> str:
    return dot.colour or dots.kinds[dot.kind].colour


def _row(dots: Dots, row: int, dot: Dot) -> dict[str, Any]:
    colour = _colour(dots, dot)
    return {
        "at": dot.at,
        "y": _middle(dots, row),
        "kind": dots.kinds[dot.kind].name,
        "colour": colour,
        "fill": colour if dot.sure else marks.PAPER,
        # Dots that are compared by size overlap: an edge keeps them from each other.
        "edge": marks.PAPER if dot.sure and dot.amount is not None else colour,
        "amount": dot.amount,
        **{f"detail{n}": words for n, words in enumerate(dot.details)},
    }


def _tooltip(dots: Dots) -> list[alt.Tooltip]:
    return [alt.Tooltip(f"detail{n}:N", title=head) for n, head in enumerate(dots.details)]


def _gaps(dots: Dots, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """A dotted line where the axis leaves something out."""
    if not dots.along.gaps:
        return []
    ends = {"y": 0, "low": dots.step * len(dots.rows)}
    data = marks.values({"at": at, **ends} for at in dots.along.gaps)
    rule = alt.Chart(data).mark_rule(color=marks.MUTED, strokeDash=[1, 4])
    return [rule.encode(x=x, y=y, y2="low:Q")]


def _lines(dots: Dots, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """What joins the dots of each row, or keeps rows from each other."""
    rows = [
        {
            "at": _start(dots, row.dots),
            "end": _end(dots, row.dots),
            "y": n * dots.step if dots.joined == "ruled" else _middle(dots, n),
        }
        for n, row in enumerate(dots.rows)
        if row.dots
    ]
    line = alt.Chart(marks.values(rows)).mark_rule(**_LINES[dots.joined])
    return [line.encode(x=x, x2="end:Q", y=y)]


def _start(dots: Dots, row: Sequence[Dot]) -> float:
    whole = dots.joined in ("row", "ruled")
    return dots.along.first if whole else min(one.at for one in row)


def _end(dots: Dots, row: Sequence[Dot]) -> float:
    return dots.along.last if dots.joined in ("end", "row", "ruled") else max(one.at for one in row)


def _points(dots: Dots, x: alt.X, y: alt.Y) -> alt.Chart:
    placed = [(n, one) for n, row in enumerate(dots.rows) for one in row.dots]
    # What is hollow lies under what is filled, and is larger, so that both are seen at one place.
    placed.sort(key=lambda at: at[1].sure)
    rows = [_row(dots, *at) for at in placed]
    names = [kind.name for kind in dots.kinds]
    legend = (
        alt.Legend(
            title=None,
            orient="top",
            columns=alt.ExprRef(legends.columns(names)),
            labelFontSize=marks.LABEL,
            labelLimit=280,
        )
        if dots.legend
        else None
    )
    shapes = alt.Scale(domain=names, range=[kind.shape for kind in dots.kinds])
    shades = alt.Scale(domain=names, range=[kind.colour for kind in dots.kinds])
    points = alt.Chart(marks.values(rows)).mark_point(size=_SIZE, strokeWidth=1.8, opacity=1)
    return points.encode(
        x=x,
        y=y,
        shape=alt.Shape("kind:N", scale=shapes, legend=legend),
        fill=alt.Fill("kind:N", scale=shades, legend=legend)
        if dots.legend
        else alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("edge:N", scale=None),
        tooltip=_tooltip(dots),
        **_sized(dots),
    )


def _sized(dots: Dots) -> dict[str, Any]:
    """Areas by amount; circles shrink on a narrow screen, so that neighbours do not overlap."""
    amounts = [one.amount for row in dots.rows for one in row.dots if one.amount is not None]
    if not amounts:
        # Of hollow dots the edge is the mark.
        return {
            "size": alt.condition(
                alt.datum.fill == marks.PAPER, alt.value(_HOLLOW), alt.value(_SIZE)
            )
        }
    largest = alt.ExprRef(f"PI * pow(min({dots.largest}, width / 30), 2)")
    scale = alt.Scale(domain=[0, max(amounts)], rangeMin=12, rangeMax=largest)
    return {"size": alt.Size("amount:Q", scale=scale, legend=None)}


def _labels(dots: Dots, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Words beside or under the dots, and at the right end of the rows."""
    layers = []
    for side, look in _sides(dots.largest).items():
        rows = [
            {"at": one.at, "y": _middle(dots, n), "words": one.label}
            for n, row in enumerate(dots.rows)
            for one in row.dots
            if one.label and dots.kinds[one.kind].side == side
        ]
        if rows:
            words = alt.Chart(marks.values(rows)).mark_text(**marks.text(**look))
            layers.append(words.encode(x=x, y=y, text="words:N"))
    ends = [
        {"y": n * dots.step + _HEAD if dots.above else _middle(dots, n), "words": row.label}
        for n, row in enumerate(dots.rows)
        if row.label
    ]
    if ends:
        words = alt.Chart(marks.values(ends)).mark_text(
            align="right", fontSize=marks.LABEL, color=marks.SOFT, fontWeight="bold"
        )
        layers.append(words.encode(x=alt.value("width"), y=y, text="words:N"))
    return layers


def _sides(largest: float) -> dict[str, dict[str, Any]]:
    return {
        "right": {"align": "left", "dx": 12},
        "under": {"dy": largest + 7},
        "over": {"dy": -largest - 7},
    }


def _names(dots: Dots, y: alt.Y) -> alt.Chart:
    """Names above the rows, cut where words at the right end begin."""
    longest = max((len(row.label) for row in dots.rows), default=0)
    limit = {"expr": f"max(width - {round(_LETTER * longest) + 12}, 120)"}
    rows = [{"y": n * dots.step + _HEAD, "words": row.name} for n, row in enumerate(dots.rows)]
    words = alt.Chart(marks.values(rows)).mark_text(**marks.text(align="left", limit=limit))
    return words.encode(x=alt.value(0), y=y, text="words:N")
