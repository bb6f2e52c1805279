"""What hovering over lines shows: all values of a year, or the one under the pointer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import altair as alt

from partnership.charts import marks
from partnership.charts.drawn.line.axes import Axes, shown
from partnership.charts.forms import Detail, Lines, Point, Series

THIN = 1.4
"""Width of lines that matter less, in pixels."""
_REACH = 260
"""Area in which a value answers the pointer, in square pixels."""
VALUE, NAME = "pointed_value", "pointed_name"
"""Selections: the value, and the name at the end of a line, under the pointer."""
_FADED, _THICK = 0.25, 3
"""Opacity of lines beside one whose name is pointed at, and the width of a thin one that is."""
Row = tuple[dict[str, Any], list[Detail]]
"""A mark, and the lines of its tooltip."""


def layers(form: Lines, at: Axes) -> tuple[list[alt.Chart], list[alt.Chart]]:
    """What lies behind the lines, and what lies above them."""
    if form.hover == "period":
        return list(_bands(form, at)), []
    return [], _hits(form, at)


def who(one: Series) -> str:
    """What a pointed value or name is of: all lines of it stand out, also those of two editions."""
    return one.entity or one.name


def pointed(name: str, mark: str, field: str = "who") -> alt.Parameter:
    """The marks of one kind that have this field, under the pointer, as a selection of that name.

    Without both, Vega-Lite takes marks of all layers, and nothing is what is selected.
    """
    # Not `nearest`: Vega-Lite then looks for the words of the tooltip in the wrong place.
    known = f"event.item.datum && event.item.datum.{field}"
    on = f"{mark}:pointerover[{known}]"
    return alt.selection_point(name=name, on=on, clear="pointerout", fields=[field], empty=False)


def grouped(rows: Iterable[Row]) -> Iterator[tuple[alt.InlineData, dict[str, Any]]]:
    """Rows whose tooltips have the same lines, as data and the channel that shows them."""
    titled: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row, details in rows:
        words = {f"tip_{n}": words for n, (_, words) in enumerate(details)}
        titled.setdefault(tuple(title for title, _ in details), []).append({**row, **words})
    for titles, found in titled.items():
        tips = [
            alt.Tooltip(f"{_field(f'tip_{n}', found)}:N", title=title)
            for n, title in enumerate(titles)
        ]
        yield marks.values(found), {"tooltip": tips} if titles else {}


def _field(tip: str, rows: list[dict[str, Any]]) -> str:
    """The field that holds the words of a tip: a mark's own, where it is these words already."""
    same = [f for f in ("year", "of") if all(str(r.get(f)) == r[tip] for r in rows)]
    return same[0] if same else tip


def own_words(form: Lines, one: Series, point: Point) -> list[Detail]:
    """The tooltip of a mark; none where the year shows it, or an unseen mark that lies above."""
    when = (form.when, str(point.at))
    if point.details and (one.mark == "points" or form.hover == "period"):
        return [when, *point.details]
    return _tip(form, one, point) if one.mark == "points" and form.hover == "point" else []


def _tip(form: Lines, one: Series, point: Point) -> list[Detail]:
    series = [(form.what, one.name.replace("\n", " "))] if form.what else []
    value = (form.measure, point.words)
    return [*series, (form.when, str(point.at)), value, *point.details]


def _hits(form: Lines, at: Axes) -> list[alt.Chart]:
    """Marks that are seen under the pointer only; the thin line of theirs comes forward."""
    over = pointed(VALUE, "symbol")
    rows = [
        ({"year": p.at, "at": shown(form, p.value), "who": who(one)}, _tip(form, one, p))
        for one in form.series
        for p in one.points
        if one.mark == "line" and p.value is not None
    ]
    hits = [
        alt.Chart(data)
        .mark_point(filled=True, color=marks.INK)
        .encode(
            x=at.x,
            y=at.y,
            size=alt.SizeValue(_REACH, condition={"test": {"or": _own(form)}, "value": 60}),
            opacity=alt.OpacityValue(0, condition={"test": {"or": _own(form)}, "value": 0.9}),
            **tip,
        )
        for data, tip in grouped(rows)
    ]
    return [*(hit.add_params(over) for hit in hits[:1]), *hits[1:]]


def highlighted(form: Lines, width: float) -> dict[str, Any]:
    """Channels of lines that come forward when their name, or a value of theirs, is pointed at.

    Where a name is, the others fade.
    """
    own = _own(form)
    if not own or len({who(one) for one in form.series}) == 1:
        return {"strokeWidth": alt.value(width)}
    conditions = [{"test": {"or": own}, "value": 1}]
    if form.named == "ends":
        # Without a name under the pointer, it is every line's.
        others = {"not": {"param": NAME, "empty": True}}
        conditions.append({"test": others, "value": _FADED})
    thick = {"test": {"or": own}, "value": _THICK if width == THIN else width}
    return {
        "opacity": alt.OpacityValue(1, condition=conditions),
        "strokeWidth": alt.StrokeWidthValue(width, condition=thick),
    }


def _own(form: Lines) -> list[dict[str, Any]]:
    """Tests for what the name, or the value, under the pointer is of."""
    params = [NAME] * (form.named == "ends") + [VALUE] * (form.hover == "point")
    return [{"param": param, "empty": False} for param in params]


def _bands(form: Lines, at: Axes) -> Iterator[alt.Chart]:
    """Bands a year wide with every series' value in words."""
    years = sorted({int(str(p.at)) for s in form.series for p in s.points if p.words})
    rows = [
        ({"year": y - 0.5, "end": y + 0.5, "of": y}, [(form.when, str(y)), *_of_year(form, y)])
        for y in years
    ]
    for n, (data, tip) in enumerate(grouped(rows)):
        over = pointed(f"year_{n}", "rect", "of")
        yield (
            alt.Chart(data)
            .mark_rect(color=marks.INK)
            .encode(
                x=at.x,
                x2="end:Q",
                opacity=alt.condition(over, alt.value(0.07), alt.value(0)),
                **tip,
            )
            .add_params(over)
        )


def _of_year(form: Lines, year: int) -> Iterator[Detail]:
    """Every line's value of a year, points that have one, and what lies between lines."""
    for one in form.series:
        words = next((p.words for p in one.points if p.at == year and p.value is not None), "")
        if one.mark == "line":
            yield one.name, words or form.none
        elif words and not any(p.details for p in one.points):
            yield one.name, words
    for fill in form.fills:
        if not fill.bound:
            yield fill.name, next((g.words for g in fill.gaps if g.at == year), form.none)
