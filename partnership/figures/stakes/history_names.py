"""Names on the bands of the history, where there is room for them."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership.charts import marks

_ROOM = 0.009
"""Share of all years that a stretch must cover for each letter of the name of a former holder."""


def names(data: pd.DataFrame, least: float) -> list[alt.Chart]:
    """Names on the bands where there is room: at the right end the holders last known, with
    their share; in the middle of their longest stretch those that were there before.
    """
    data = data.assign(y=(data["lower"] + data["upper"]) / 2)
    thick = data[data["percent"].ge(least)]
    last = thick[thick["end"].eq(data["end"].max())]
    last = last.assign(day=last["end"], words=last["name"] + " " + last["label"])
    past = thick[~thick["band"].isin(data.loc[data["end"].eq(data["end"].max()), "band"])]
    # Within a piece no line of a change runs through the name; else it runs across several.
    past = pd.concat(
        [_middles(past, past.index.to_series()), _middles(past, _followed(past))],
        ignore_index=True,
    )
    whole = pd.to_datetime(data["end"]).max() - pd.to_datetime(data["start"]).min()
    room = past["name"].str.len() * _ROOM * whole
    past = past[past["length"].ge(room)].drop_duplicates("band").assign(words=past["name"])
    return [*_words(last, "right", -6), *_words(past, "center", 0)]


def _followed(pieces: pd.DataFrame) -> pd.Series:
    """A number for each piece, the same for pieces of a band that follow each other."""
    pieces = pieces.sort_values(["band", "start"])
    fresh = pieces["band"].ne(pieces["band"].shift()) | pieces["start"].ne(pieces["end"].shift())
    return fresh.cumsum()


def _middles(pieces: pd.DataFrame, stretch: pd.Series) -> pd.DataFrame:
    """The piece in the middle of each stretch, with `length` of the stretch and `day`, its
    middle; the longest first.
    """
    stretch = stretch.loc[pieces.index]
    begins, ends = pd.to_datetime(pieces["start"]), pd.to_datetime(pieces["end"])
    first = begins.groupby(stretch).transform("min")
    length = ends.groupby(stretch).transform("max") - first
    middle = first + length / 2
    inside = begins.le(middle) & ends.gt(middle)
    found = pieces.assign(length=length, day=middle.dt.date.astype(str))[inside]
    return found.sort_values("length", ascending=False, kind="stable")


def _words(rows: pd.DataFrame, align: str, dx: int) -> list[alt.Chart]:
    base = alt.Chart(marks.rows(rows[["day", "y", "words"]])).encode(
        x=marks.days("day"), y="y:Q", text="words:N"
    )
    # A band may change from dark to pale under its name: ink on a rim of paper is legible on both.
    style: dict[str, Any] = {"align": align, "dx": dx, "fontSize": 11, "fontWeight": "bold"}
    rim = base.mark_text(**style, color=marks.PAPER, stroke=marks.PAPER, strokeWidth=3)
    return [rim, base.mark_text(**style, color=marks.INK)]
