"""Bars a year that are stacked from parts, named beside the last bar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import altair as alt
import pandas as pd

from partnership.charts import lines, marks
from partnership.language import amounts
from partnership.language.texts import Texts

_WIDE = 0.44


@dataclass(frozen=True)
class Part:
    """One part of a stack: its colour, and its name in the reader's language."""

    colour: str
    words: str


def stacked(rows: pd.DataFrame, parts: Mapping[str, Part]) -> pd.DataFrame:
    """`rows` (`part`, `year`, `value`) with `lower` and `upper`, in the order of `parts`."""
    data = rows[rows["part"].isin(parts)]
    data = data.groupby(["year", "part"], as_index=False)["value"].sum()
    order = data["part"].map(list(parts).index)
    data = data.assign(order=order).sort_values(["year", "order"], ignore_index=True)
    upper = data.groupby("year")["value"].cumsum()
    return data.assign(lower=upper - data["value"], upper=upper)


def bars(data: pd.DataFrame, parts: Mapping[str, Part], x: alt.X, y: alt.Y) -> alt.Chart:
    """The bars of `stacked`; `x` reads `start`, `y` reads `lower`."""
    shown = pd.DataFrame(
        {
            "start": data["year"] - _WIDE,
            "end": data["year"] + _WIDE,
            "lower": data["lower"].round(4),
            "upper": data["upper"].round(4),
            "colour": [parts[p].colour for p in data["part"]],
        }
    )
    shown = shown[shown["upper"].gt(shown["lower"])]
    colour = alt.Color("colour:N", scale=None)
    return (
        alt.Chart(marks.rows(shown))
        .mark_rect()
        .encode(x=x, x2="end:Q", y=y, y2="upper:Q", color=colour)
    )


def hover(
    data: pd.DataFrame, parts: Mapping[str, Part], x: alt.X, t: Texts, unit: str, digits: int
) -> alt.Chart:
    """Bands a year wide, every part in their tooltip. `unit` is one of `amounts`."""
    wide = data.pivot_table(index="year", columns="part", values="value", aggfunc="sum")
    shown = pd.DataFrame({"year": wide.index.astype(int)})
    shown["sum"] = [amounts.amount(v, unit, t, digits) for v in wide.sum(axis=1)]
    drawn = [p for p in list(parts)[::-1] if p in wide]
    for part in drawn:
        shown[part] = [amounts.amount(v, unit, t, digits) or t("no data") for v in wide[part]]
    tooltip = [
        alt.Tooltip("year:Q", title=t("Year"), format="d"),
        alt.Tooltip("sum:N", title=t("Total")),
        *(alt.Tooltip(f"{p}:N", title=parts[p].words) for p in drawn),
    ]
    return lines.hover(shown, x, tooltip)


def names(
    data: pd.DataFrame,
    parts: Mapping[str, Part],
    x: alt.X,
    y: alt.Y,
    end: float,
    height: int,
    below: float | None = None,
) -> marks.Drawing:
    """Names of the parts of the last year beside it, spread, none under the axis.

    With `below`, the uppermost stands there and the others under it, clear of what is above.
    """
    last = data[data["year"].eq(data["year"].max()) & data["value"].gt(0)]
    least = 1.05 * lines.LABEL_LINE * end / lines.plot(height)
    placed = lines.spread(((last["lower"] + last["upper"]) / 2).tolist(), least)
    placed = [max(at, least * (n + 0.5)) for n, at in enumerate(placed)]
    if below is not None:
        placed = [below - least * n for n in range(len(placed))][::-1]
    labels = pd.DataFrame(
        {
            "start": last["year"] + _WIDE,
            "lower": placed,
            "words": [parts[p].words for p in last["part"]],
            "colour": [parts[p].colour for p in last["part"]],
        }
    )
    return keyed(labels, x, y)


def keyed(labels: pd.DataFrame, x: alt.X, y: alt.Y) -> marks.Drawing:
    """`words` in ink behind a square of their `colour`, to the right of a point in the drawing.

    Some colours of lines and bars are too pale for type.
    """
    base = alt.Chart(marks.rows(labels)).encode(x=x, y=y)
    square = base.mark_square(size=70, xOffset=12, opacity=1)
    return alt.layer(
        square.encode(color=alt.Color("colour:N", scale=None)),
        base.mark_text(**marks.text(align="left", dx=21)).encode(text="words:N"),
    )
