"""Names at the ends of lines; the line of the one under the pointer comes forward."""

from __future__ import annotations

import altair as alt

from partnership.charts import lines, marks
from partnership.charts.drawn.line import axes as lines_axes
from partnership.charts.drawn.line import hover as lines_hover
from partnership.charts.drawn.line.axes import Axes, shown
from partnership.charts.forms import Lines


def names(form: Lines, at: Axes) -> list[marks.Drawing]:
    """Names right of the last year of a line, spread so that none covers another.

    Where a colour is too pale for type, words are in ink behind a square of it.
    """
    known = lines_axes.ends(form)
    if not known:
        return []
    lasts = [p.at for s, _, _ in known for p in s.points if p.value is not None]
    deep = max(words.count("\n") + 1 for _, _, words in known)
    heights = [shown(form, value) for _, value, _ in known]
    least = abs(at.step((deep + 0.12) * lines.LABEL_LINE))
    keyed = lines_axes.pale(form)
    rows = [
        {
            "year": max(int(str(year)) for year in lasts),
            "at": height,
            "words": words,
            "who": lines_hover.who(one),
            "colour": one.colour,
            "ink": marks.INK if keyed else _ink(one.colour),
        }
        for (one, _, words), height in zip(known, lines.spread(heights, least), strict=True)
    ]
    base = alt.Chart(marks.values(rows)).encode(x=at.x, y=at.y)
    text = base.mark_text(
        align="left",
        baseline="middle",
        dx=8 + lines_axes.KEY * keyed,
        dy=-(deep - 1) * lines.LABEL_LINE / 2,
        fontSize=marks.LABEL,
        lineBreak="\n",
        lineHeight=lines.LABEL_LINE,
    ).encode(text="words:N", color=alt.Color("ink:N", scale=None))
    text = text.add_params(lines_hover.pointed(lines_hover.NAME, "text"))
    if not keyed:
        return [text, *_starts(form, at)]
    square = base.mark_square(size=70, xOffset=12, opacity=1)
    key = square.encode(color=alt.Color("colour:N", scale=None))
    return [key, text, *_starts(form, at)]


def _starts(form: Lines, at: Axes) -> list[marks.Drawing]:
    """Names left of the first year, where lines cross on the way to the last."""
    rows = [
        {"year": at.first, "at": shown(form, rank), "words": words, "ink": _ink(one.colour)}
        for one, rank, words in lines_axes.starts(form, at.first)
    ]
    if not rows:
        return []
    look = marks.text(align="right", baseline="middle", dx=-8)
    text = alt.Chart(marks.values(rows)).mark_text(**look)
    return [text.encode(x=at.x, y=at.y, text="words:N", color=alt.Color("ink:N", scale=None))]


def _ink(colour: str) -> str:
    return marks.SOFT if colour == marks.MUTED else colour
