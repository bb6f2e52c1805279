"""Bars in groups that count differently: each group under its own heading, no line through them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

from partnership.analysis.bounds import LOWER_BOUND
from partnership.charts import lines, marks
from partnership.language.texts import Texts
from partnership.provenance.sources import publisher

_ROW = 23
_NO_WIDTH = str.maketrans("01", "\u200b\u200c")
"""Signs without width, so that headings have names of their own on the axis."""
_NAMES = 290
_INTO = 110
"""Pixels by which headings stand out into the column of names; on a telephone they end there."""


@dataclass(frozen=True)
class Bar:
    """One bar: `value` in units of the axis, `words` at its end, `firm` if the source is."""

    name: str
    value: float
    words: str
    source: str
    firm: bool


@dataclass(frozen=True)
class Group:
    """Bars that count alike, under what they count and by whom and for when."""

    head: str
    under: str
    colour: str
    bars: tuple[Bar, ...]


def height(groups: Sequence[Group]) -> int:
    """Pixels of a drawing of these groups."""
    return _ROW * sum(len(group.bars) + 2 for group in groups) + 40


def bars_of(
    rows: pd.DataFrame,
    name: Callable[[Any], str],
    unit: Callable[[float], float],
    t: Texts,
) -> tuple[Bar, ...]:
    """A bar for each of `rows` (of `observations`); `name` says what stands on the axis.

    What is no value as reported (`status`) is no firm bar, and is worded by its note.
    """
    return tuple(
        Bar(
            name=name(row),
            value=unit(float(row.value)),
            words=_worded(row, short(unit(float(row.value)), t), t),
            source=publisher(row.source_id, t),
            firm=row.status == "reported",
        )
        for row in rows.itertuples()
    )


def short(value: float, t: Texts) -> str:
    """One decimal, none where it is zero."""
    return t.number(value, 0 if round(value, 1) == round(value) else 1)


def _worded(row: Any, value: str, t: Texts) -> str:
    if str(row.note).startswith(LOWER_BOUND):
        return t("at least {value}", value=value)
    return value if row.status == "reported" else t("about {value}", value=value)


def years(rows: pd.DataFrame) -> str:
    """First and last year of the periods of `rows`, spans included."""
    parts = rows["period"].str.split("/")
    return lines.years(pd.concat([parts.str[0].str[:4], parts.str[-1].str[:4]]))


def published(rows: pd.DataFrame, t: Texts) -> str:
    """Years and publishers of a group, in a line."""
    names = dict.fromkeys(publisher(s, t) for s in rows["source_id"])
    return t("{years}: {publishers}", years=years(rows), publishers=", ".join(names))


def drawn(groups: Sequence[Group], unit: str, t: Texts) -> Any:
    """The bars of all groups on one axis of `unit`."""
    data, heads = _rows(groups)
    order = [name for _, name in sorted((row["place"], row["name"]) for row in [*heads, *data])]
    y = alt.Y(
        "name:N",
        sort=order,
        title=None,
        scale=alt.Scale(domain=order),
        axis=alt.Axis(
            domain=False, ticks=False, labelLimit=_NAMES, labelFontSize=12, labelPadding=6
        ),
    )
    most = max(row["value"] for row in data)
    x = alt.X(
        "value:Q",
        scale=marks.room_for([row["words"] for row in data], most),
        axis=alt.Axis(title=unit, grid=False, tickCount=5),
    )
    tooltip = [
        alt.Tooltip("group:N", title=t("Counted")),
        alt.Tooltip("name:N", title=t("What")),
        alt.Tooltip("words:N", title=t("Value")),
        alt.Tooltip("source:N", title=t("Source")),
    ]
    fill = alt.Color("colour:N", scale=None)
    layers: list[Any] = []
    for firm in (True, False):
        part = [row for row in data if row["firm"] is firm]
        if part:
            base = alt.Chart(marks.values(part)).encode(y=y, x=x, tooltip=tooltip)
            layers.append(_bars(base, firm).encode(color=fill))
    layers.append(
        alt.Chart(marks.values(data))
        .mark_text(**marks.text(align="left", dx=5))
        .encode(y=y, x=x, text="words:N")
    )
    for bold in (True, False):
        look = marks.text(fontWeight="bold") if bold else {"fontSize": 11, "color": marks.SOFT}
        layers.append(
            alt.Chart(marks.values([row for row in heads if row["bold"] is bold]))
            .mark_text(align="left", x=-_INTO, dy=4, limit=alt.ExprRef(f"width + {_INTO}"), **look)
            .encode(y=y, text="words:N")
        )
    return alt.layer(*layers)


def _bars(base: Any, firm: bool) -> Any:
    if firm:
        return base.mark_bar(height={"band": 0.66})
    return base.mark_bar(
        height={"band": 0.66}, fillOpacity=0.18, strokeWidth=1.4, strokeDash=[4, 3]
    ).encode(stroke=alt.Stroke("colour:N", scale=None))


def _unseen(number: int) -> str:
    """A name that shows nothing, another for each number."""
    return f"{number:b}".translate(_NO_WIDTH)


def _rows(groups: Iterable[Group]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of bars and of headings; each with a name of its own and its position from above."""
    data: list[dict[str, Any]] = []
    heads: list[dict[str, Any]] = []
    seen: dict[str, int] = {}
    place = 0
    for group in groups:
        for bold, words in ((True, group.head), (False, group.under)):
            place += 1
            heads.append({"place": place, "name": _unseen(place), "words": words, "bold": bold})
        for bar in group.bars:
            place += 1
            again = seen.get(bar.name, 0)
            seen[bar.name] = again + 1
            data.append(
                {
                    "place": place,
                    "name": bar.name + (_unseen(again) if again else ""),
                    "value": bar.value,
                    "words": bar.words,
                    "source": bar.source,
                    "firm": bar.firm,
                    "colour": group.colour,
                    "group": group.head,
                }
            )
    return data, heads
