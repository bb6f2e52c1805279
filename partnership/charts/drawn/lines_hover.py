"""What hovering over lines shows: all values of a year, or the one under the pointer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import altair as alt

from partnership.charts import marks
from partnership.charts.drawn.lines_axes import Axes, shown
from partnership.charts.forms import Detail, Lines, Point, Series

THIN = 1.4
"""Width of lines that matter less, in pixels."""
_REACH = 260
"""Area in which a value answers the pointer, in square pixels."""
Row = tuple[dict[str, Any], list[Detail]]
"""A mark, and the lines of its tooltip."""


def layers(form: Lines, at: Axes) -> tuple[list[alt.Chart], list[alt.Chart], Any]:
    """What lies behind the lines, what lies above them, and what is selected by hovering."""
    if form.hover == "period":
        return list(_bands(form, at)), [], None
    # Not `nearest`: Vega-Lite then looks for the words of the tooltip in the wrong place.
    over = alt.selection_point(on="pointerover", clear="pointerout", fields=["series"], empty=False)
    return [], _hits(form, at, over), over


def grouped(rows: Iterable[Row]) -> Iterator[tuple[alt.InlineData, dict[str, Any]]]:
    """Rows whose tooltips have the same lines, as data and the channel that shows them."""
    titled: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for row, details in rows:
        words = {f"tip_{n}": words for n, (_, words) in enumerate(details)}
        titled.setdefault(tuple(title for title, _ in details), []).append({**row, **words})
    for titles, found in titled.items():
        shown_words = [alt.Tooltip(f"tip_{n}:N", title=title) for n, title in enumerate(titles)]
        yield marks.values(found), {"tooltip": shown_words} if titles else {}


def own_words(form: Lines, one: Series, point: Point) -> list[Detail]:
    """The tooltip of a mark; none where the year shows it."""
    when = (form.when, str(point.at))
    if point.details and (one.mark == "points" or form.hover == "period"):
        return [when, *point.details]
    return [] if form.hover == "period" else _tip(form, one, point)


def _tip(form: Lines, one: Series, point: Point) -> list[Detail]:
    who = [(form.what, one.name.replace("\n", " "))] if form.what else []
    value = (form.measure, point.words)
    return [*who, (form.when, str(point.at)), value, *point.details]


def _hits(form: Lines, at: Axes, over: Any) -> list[alt.Chart]:
    """Marks that are seen under the pointer only; the thin line of theirs comes forward."""
    rows = [
        ({"year": p.at, "at": shown(form, p.value), "series": n}, _tip(form, one, p))
        for n, one in enumerate(form.series)
        for p in one.points
        if one.mark == "line" and p.value is not None
    ]
    hits = [
        alt.Chart(data)
        .mark_point(filled=True, color=marks.INK)
        .encode(
            x=at.x,
            y=at.y,
            size=alt.condition(over, alt.value(60), alt.value(_REACH)),
            opacity=alt.condition(over, alt.value(0.9), alt.value(0)),
            **tip,
        )
        for data, tip in grouped(rows)
    ]
    return [*(hit.add_params(over) for hit in hits[:1]), *hits[1:]]


def highlighted(over: Any, width: float, opacity: float) -> dict[str, Any]:
    """Channels of a thin line that comes forward on hovering."""
    return {
        "opacity": alt.condition(over, alt.value(1), alt.value(opacity)),
        "strokeWidth": alt.condition(over, alt.value(3), alt.value(width)),
    }


def _bands(form: Lines, at: Axes) -> Iterator[alt.Chart]:
    """Bands a year wide with every series' value in words."""
    years = sorted({int(str(p.at)) for s in form.series for p in s.points if p.words})
    rows = [
        ({"year": y - 0.5, "end": y + 0.5, "of": y}, [(form.when, str(y)), *_of_year(form, y)])
        for y in years
    ]
    for data, tip in grouped(rows):
        over = alt.selection_point(on="pointerover", clear="pointerout", fields=["of"], empty=False)
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
