"""Bars of a series beside other counts of the same years, and its forecasts and targets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import altair as alt
import pandas as pd

from partnership import palette
from partnership.analysis import corridor as analysis
from partnership.charts import lines, marks
from partnership.language.texts import Texts
from partnership.provenance import sources

_GOLD = palette.SECTOR["transport"].light
_SHAPES = ("circle", "diamond", "triangle-up", "square")
"""Marks of the other definitions, in the order of `analysis`."""
_BAR = (-0.26, 0.26)
"""Where the bar of a year begins and ends, in years from the middle of the year."""
_BESIDE, _STEP = 0.46, 0.2
"""Where other counts of a year stand, and the distance between those with the same value."""
_PALE = {"fill": _GOLD, "fillOpacity": 0.4, "stroke": _GOLD}
"""Style of a bar whose value the source does not print as a count."""
_NARROW = 560
"""Below this width only the bars are labelled; the tooltips and the table have the rest."""
_LEAST_DIFFERENCE = 0.05
"""Relative difference from the series above which another count of its definition is drawn."""


def drawn(rows: pd.DataFrame, main: str, unit: str, digits: int, t: Texts) -> Any:
    """Bars of `main`, hollow marks of other definitions, and forecasts and targets."""
    data = _worded(rows, unit, digits, t)
    own = data[data["metric_id"].eq(main)]
    series = own[own["role"].eq("series")]
    counted = set(series["year"])
    ahead = data[data["role"].eq("ahead")].drop_duplicates(["year", "at"])
    ahead = ahead[ahead["metric_id"].isin((main, analysis.PROJECTED, analysis.CAPACITY))]
    tick = ahead[ahead["year"].isin(counted) | ahead["metric_id"].eq(analysis.CAPACITY)]
    bars = ahead[~ahead.index.isin(tick.index)]
    x, y = _axes(int(min(counted)), int(data["year"].max()))
    layers = [
        _bars(series[~series["about"]], x, y, digits, t, color=_GOLD),
        _bars(series[series["about"]], x, y, digits, t, **_PALE, strokeWidth=1),
        _bars(
            bars,
            x,
            y,
            digits,
            t,
            fill=_GOLD,
            fillOpacity=0.12,
            stroke=_GOLD,
            strokeWidth=1.5,
            strokeDash=[4, 3],
        ),
        _ticks(tick, counted, x, y, t),
        *_others(data, series, main, x, y, t),
    ]
    return alt.layer(*layers)


def _others(
    data: pd.DataFrame,
    series: pd.DataFrame,
    main: str,
    x: Callable[[str], alt.X],
    y: alt.Y,
    t: Texts,
) -> list[Any]:
    """Other definitions, and other counts of the main one that differ enough to be seen."""
    series_value = data["year"].map(series.set_index("year")["at"])
    far = (data["at"] / series_value - 1).abs().gt(_LEAST_DIFFERENCE)
    own = data["metric_id"].eq(main)
    rows = data[(own & data["role"].eq("other") & far) | (~own & data["role"].eq("series"))]
    rows = rows.assign(what=rows["what"].mask(own, t("another count of the ministry")))
    rows = rows.drop_duplicates(["metric_id", "year", "at"])
    rows = rows[rows["year"].isin(series["year"])]
    if rows.empty:
        return []
    names = list(dict.fromkeys(rows["what"]))
    same = rows.groupby(["year", "at"])
    shift = same.cumcount() - (same["what"].transform("size") - 1) / 2
    rows = rows.assign(
        place=rows["year"] + _BESIDE + _STEP * shift,
        middle=rows["year"] + _BESIDE,
        label=[_short(v, 2, t) for v in rows["at"]],
    )
    legend = alt.Legend(
        orient="top", columns=2, symbolSize=80, labelLimit=320, title=None, offset=16
    )
    shape = alt.Shape(
        "what:N", scale=alt.Scale(domain=names, range=_SHAPES[: len(names)]), legend=legend
    )
    points = alt.Chart(marks.rows(rows)).mark_point(
        fill=marks.PAPER, stroke=marks.INK, size=60, strokeWidth=1.5, opacity=1
    )
    once = alt.Chart(marks.rows(rows.drop_duplicates(["year", "at"])))
    label = once.mark_text(**marks.text(dy=15, opacity=_WIDE))
    return [
        points.encode(x=x("place"), y=y, shape=shape, tooltip=_tooltip(t)),
        label.encode(x=x("middle"), y=y, text="label:N"),
    ]


_WIDE: Any = alt.ExprRef(f"width < {_NARROW} ? 0 : 1")


def _ticks(
    rows: pd.DataFrame, counted: set[int], x: Callable[[str], alt.X], y: alt.Y, t: Texts
) -> Any:
    """Beside the bar where the year is counted, on its year where nothing else is drawn."""
    words = {
        analysis.CAPACITY: t("capacity"),
        "target": t("plan"),
        "estimated": t("forecast"),
    }
    labels = [
        f"{words.get(r.metric_id) or words[r.status]}\n{_short(r.at, 1, t)}"
        for r in rows.itertuples()
    ]
    beside = rows["year"] + rows["year"].isin(counted) * _BESIDE
    base = alt.Chart(marks.rows(rows.assign(label=labels, place=beside))).encode(x=x("place"), y=y)
    label = marks.text(dx=6, dy=-20, lineBreak="\n", lineHeight=13, opacity=_WIDE)
    return alt.layer(
        base.mark_tick(color=marks.INK, thickness=2, size=30, orient="horizontal").encode(
            tooltip=_tooltip(t)
        ),
        base.mark_text(**label).encode(text="label:N"),
    )


def _axes(first: int, last: int) -> tuple[Callable[[str], alt.X], alt.Y]:
    """How a column of fractional years is placed, and the axis of values."""
    y = alt.Y("at:Q", axis=marks.value_axis(""), scale=alt.Scale(domainMin=0))
    return lambda column: lines.year_x(column, first, last, edge=0.75), y


def _worded(rows: pd.DataFrame, unit: str, digits: int, t: Texts) -> pd.DataFrame:
    """`rows` in the columns that the marks read, with values and sources in words."""
    about = analysis.is_rounded_off(rows)
    cited = sources.publishers(rows["source_id"], t)
    return pd.DataFrame(
        {
            "year": rows["year"],
            "at": rows["at"],
            "role": rows["role"],
            "status": rows["status"].astype(str),
            "about": about,
            "metric_id": rows["metric_id"].astype(str),
            "what": [t.name(m) for m in rows["metric_id"]],
            "amount": [
                _amount(v, about, unit, digits, t)
                for v, about in zip(rows["at"], about, strict=True)
            ],
            "who": [cited[s] for s in rows["source_id"]],
        }
    )


def _amount(value: float, about: bool, unit: str, digits: int, t: Texts) -> str:
    words = f"{t.number(value, digits)} {unit}"
    return t("about {value}", value=words) if about else words


def _tooltip(t: Texts) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("year:O", title=t("Year")),
        alt.Tooltip("what:N", title=t("Measure")),
        alt.Tooltip("amount:N", title=t("Value")),
        alt.Tooltip("who:N", title=t("Source")),
    ]


def _bars(
    data: pd.DataFrame, x: Callable[[str], alt.X], y: alt.Y, digits: int, t: Texts, **look: Any
) -> Any:
    start, end = _BAR
    data = data.assign(
        start=data["year"] + start,
        end=data["year"] + end,
        middle=data["year"] + (start + end) / 2,
        zero=0,
        label=[
            t("≈ {value}", value=_short(v, digits, t)) if about else _short(v, digits, t)
            for v, about in zip(data["at"], data["about"], strict=True)
        ],
    )
    base = alt.Chart(marks.rows(data)).encode(y=y)
    bars = base.mark_bar(orient="vertical", **look)
    words = base.mark_text(**marks.text(dy=-7))
    return alt.layer(
        bars.encode(x=x("start"), x2="end:Q", y2="zero:Q", tooltip=_tooltip(t)),
        words.encode(x=x("middle"), text="label:N"),
    )


def _short(value: float, digits: int, t: Texts) -> str:
    """A value with the decimals that it needs, at most `digits`."""
    needed = next(n for n in range(digits + 1) if round(value, n) == round(value, digits))
    return t.number(value, needed)
