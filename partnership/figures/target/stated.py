"""Turnover as the article and the press state it: points beside the bars of `trade.target`."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

from partnership.analysis.periods import months_in
from partnership.charts import lines, marks
from partnership.language import amounts
from partnership.language.texts import Texts
from partnership.provenance import sources

_END = 0.34
"""Right edge of a bar, in years from its middle."""


def words(stated: pd.DataFrame, t: Texts) -> list[str]:
    """Who states the points, and what the article's measures."""
    claimed = stated["status"].eq("claimed")
    printed = stated[~claimed]
    sentences = []
    if len(printed):
        names = dict.fromkeys(t.quote(s.publisher) for s in sources.by_ids(printed["source_id"]))
        sentences.append(
            t(
                "Hollow points: turnover of whole years as published by {names}.",
                names=lines.listed(list(names), t),
            )
        )
    sentences += [
        t(
            "Diamond: the article's {value}, for {day}; the same amount was reported for {period}.",
            value=amounts.in_billions(row.value_usd, "USD", t),
            day=t.day(row.period),
            period=t.day(row.covers),
        )
        for row in stated[claimed].itertuples()
    ]
    return sentences


def points(
    stated: pd.DataFrame, tops: Mapping[int, float], t: Texts, currency: str, x: alt.X
) -> list[alt.Chart]:
    """Points of the press and of the article; `tops` are the heights of the bars by year."""
    if stated.empty:
        return []
    titles = {s.source_id: f"{s.publisher}, {s.title}" for s in sources.by_ids(stated["source_id"])}
    claimed = stated["status"].eq("claimed")
    data = pd.DataFrame(
        {
            "start": stated["year"],
            "lower": lines.bn(stated["value"]),
            "when": [t.day(str(p)) for p in stated["covers"]],
            "formatted": [amounts.in_billions(v, currency, t) for v in stated["value"]],
            "source": [t.quote(titles[s]) for s in stated["source_id"]],
            "shape": claimed.map({True: "diamond", False: "circle"}),
            "fill": claimed.map({True: marks.INK, False: marks.PAPER}),
            "edge": claimed.map({True: marks.PAPER, False: marks.KAZAKHSTAN}),
        }
    )
    points = (
        alt.Chart(marks.rows(data))
        .mark_point(size=70, opacity=1)
        .encode(
            x=x,
            y="lower:Q",
            shape=alt.Shape("shape:N", scale=None),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            tooltip=[
                alt.Tooltip("when:N", title=t("Period")),
                alt.Tooltip("formatted:N", title=t("Turnover, as stated")),
                alt.Tooltip("source:N", title=t("Source")),
            ],
        )
    )
    article = stated[claimed]
    heights = data.loc[claimed, "lower"].clip(lower=article["year"].map(tops).fillna(0))
    label = pd.DataFrame(
        {
            "start": article["year"] + _END,
            "lower": heights,
            "words": [_months_words(str(p), t) for p in article["covers"]],
        }
    )
    words = (
        alt.Chart(marks.rows(label))
        .mark_text(**marks.text(align="right", dy=-9))
        .encode(x=x, y="lower:Q", text="words:N")
    )
    return [points, words] if len(label) else [points]


def _months_words(period: str, t: Texts) -> str:
    """The label of the article's point, above its bar."""
    count = months_in(period)
    return t.plural("Article, {count} month", "Article, {count} months", count)
