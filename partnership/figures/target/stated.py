"""Turnover as the article and the press state it: points beside the bars of `trade.target`."""

from __future__ import annotations

import pandas as pd

from partnership.analysis.periods import months_in
from partnership.charts import lines, marks
from partnership.charts.forms import Point, Series
from partnership.language import amounts
from partnership.language.texts import Texts
from partnership.provenance import sources


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


def series(stated: pd.DataFrame, t: Texts, currency: str) -> tuple[Series, ...]:
    """What the press publishes, and what the article says."""
    claimed = stated["status"].eq("claimed")
    kinds = (
        (t("Turnover, as published"), marks.KAZAKHSTAN, stated[~claimed]),
        (t("Turnover, as in the article"), marks.INK, stated[claimed]),
    )
    return tuple(
        Series(name, colour, _points(rows, t, currency), "points")
        for name, colour, rows in kinds
        if len(rows)
    )


def _points(stated: pd.DataFrame, t: Texts, currency: str) -> tuple[Point, ...]:
    titles = {s.source_id: f"{s.publisher}, {s.title}" for s in sources.by_ids(stated["source_id"])}
    return tuple(
        Point(
            int(row.year),
            float(row.value),
            amounts.in_billions(row.value, currency, t),
            _months_words(str(row.covers), t) if row.status == "claimed" else "",
            "claimed" if row.status == "claimed" else "press",
            details=(("", t.day(str(row.covers))), (t("Source"), t.quote(titles[row.source_id]))),
        )
        for row in stated.itertuples()
    )


def _months_words(period: str, t: Texts) -> str:
    """The label of the article's point, above its bar."""
    count = months_in(period)
    return t.plural("Article, {count} month", "Article, {count} months", count)
