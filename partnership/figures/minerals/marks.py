"""How ranks in the world are drawn by edition: dots, crosses, and claims as diamonds."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from partnership.analysis import minerals as analysis
from partnership.charts import lines, marks
from partnership.language import amounts
from partnership.language.texts import Texts

_LATE = 12
"""How many of the last editions are so near a claim that its label would cover their dots."""

_CHANGE = 2009.5


def rank_marks(rows: pd.DataFrame, claimed: pd.DataFrame, t: Texts) -> Any:
    """Dots of the ranks in `rows` (`analysis.minerals.ranks`), diamonds of those `claimed`."""
    first = int(rows["edition"].min())
    last = max(int(rows["edition"].max()), int(claimed["year"].max()) if len(claimed) else 0)
    x = lines.year_x("edition", first, last, edge=0.6)
    most = max([4.0, *rows["rank"].dropna(), *claimed["value"]])
    missing = most + 1
    y = alt.Y(
        "rank:Q",
        scale=alt.Scale(domain=[most + 2.4, 0.1], nice=False, zero=False),
        axis=None,
    )
    ranked = rows["rank"].notna()
    base_rows = rows["basis"].eq(analysis.RESERVE_BASE)
    data = pd.DataFrame(
        {
            "edition": rows["edition"],
            "rank": rows["rank"].fillna(missing).astype(float),
            "number": [str(int(r)) if pd.notna(r) else "×" for r in rows["rank"]],
            "listed": rows["listed"],
            "ranked": ranked,
            "fill": base_rows.map({True: marks.PAPER, False: marks.KAZAKHSTAN}),
            "basis": [t("reserve base") if b else t("reserves") for b in base_rows],
            "amount": [
                amounts.amount(v / 1000, "Mt", t, 0) or t("not listed") for v in rows["value"]
            ],
        }
    )
    base = alt.Chart(marks.rows(data)).encode(
        x=x,
        y=y,
        tooltip=[
            alt.Tooltip("edition:Q", title=t("Edition"), format="d"),
            alt.Tooltip("number:N", title=t("Rank")),
            alt.Tooltip("listed:Q", title=t("Countries listed")),
            alt.Tooltip("amount:N", title=t("Kazakhstan")),
            alt.Tooltip("basis:N", title=t("Basis")),
        ],
    )
    dots = (
        base.transform_filter("datum.ranked")
        .mark_point(size=64, filled=True, opacity=1, stroke=marks.KAZAKHSTAN, strokeWidth=1.8)
        .encode(fill=alt.Fill("fill:N", scale=None))
    )
    numbers = (
        base.transform_filter("datum.ranked")
        .mark_text(**marks.text(dy=14, fontSize=11))
        .encode(text="number:N")
    )
    crosses = (
        base.transform_filter("!datum.ranked")
        .mark_text(color=marks.SOFT, fontSize=13)
        .encode(text="number:N")
    )
    return alt.layer(
        crosses, dots, numbers, *_bases(rows, most + 2.4, x, y, t), *_claims(claimed, rows, x, y, t)
    )


def _claims(claimed: pd.DataFrame, rows: pd.DataFrame, x: alt.X, y: alt.Y, t: Texts) -> list[Any]:
    """Diamonds of the ranks claimed: filled the article's, hollow those of officials."""
    if claimed.empty:
        return []
    article = claimed["source_id"].eq("article")
    data = pd.DataFrame(
        {
            "edition": claimed["year"],
            "rank": claimed["value"].astype(float),
            "who": [
                t("the article") if a else t("Kazakh officials, {year}", year=y)
                for a, y in zip(article, claimed["year"], strict=True)
            ],
            "article": article,
            "size": article.map({True: 100, False: 210}),
            "number": [t("rank {rank}", rank=int(v)) for v in claimed["value"]],
        }
    )
    base = alt.Chart(marks.rows(data)).encode(
        x=x,
        y=y,
        tooltip=[
            alt.Tooltip("who:N", title=t("Stated by")),
            alt.Tooltip("number:N", title=t("Rank")),
        ],
    )
    shape: dict[str, Any] = {"shape": "diamond", "color": marks.INK, "opacity": 1}
    hollow = base.transform_filter("!datum.article").mark_point(
        filled=False, size=210, strokeWidth=1.6, **shape
    )
    filled = base.transform_filter("datum.article").mark_point(filled=True, size=100, **shape)
    grouped = data.groupby(["edition", "rank"], as_index=False, sort=False).agg(
        who=("who", ", ".join), number=("number", "first")
    )
    grouped["words"] = grouped["who"] + ": " + grouped["number"]
    # In the row of the dots there is no room beside a diamond, only above it.
    grouped["above"] = grouped["rank"].isin(rows["rank"].dropna().tail(_LATE))
    words = alt.Chart(marks.rows(grouped[["edition", "rank", "words", "above"]])).encode(
        x=x, y=y, text="words:N"
    )
    look: dict[str, Any] = marks.text(align="right", fontSize=11, fontWeight="bold")
    above = words.transform_filter("datum.above").mark_text(dx=8, dy=-15, **look)
    beside = words.transform_filter("!datum.above").mark_text(dx=-13, **look)
    return [hollow, filled, above, beside]


def _bases(rows: pd.DataFrame, foot: float, x: alt.X, y: alt.Y, t: Texts) -> list[Any]:
    """A rule where the basis of the count changes, with labels; nothing where it does not."""
    if rows["basis"].nunique() < 2:
        return []
    data = pd.DataFrame(
        {
            "edition": [_CHANGE] * 2,
            "rank": [foot] * 2,
            "words": [t("reserve base"), t("reserves")],
            "left": [True, False],
        }
    )
    base = alt.Chart(marks.rows(data)).encode(x=x, y=y)
    rule = base.mark_rule(color=marks.MUTED, strokeDash=[1, 3]).encode(y2=alt.datum(0.4))
    shown = [rule]
    for where, align, dx in (("datum.left", "right", -5), ("!datum.left", "left", 5)):
        look: dict[str, Any] = {"align": align, "dx": dx, "dy": -6, "fontSize": 11}
        side = base.transform_filter(where).encode(text="words:N")
        shown.append(side.mark_text(color=marks.SOFT, **look))
    return shown
