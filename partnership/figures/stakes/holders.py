"""What each holder owns in each of the five consortia."""

from __future__ import annotations

from datetime import date

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import stakes as analysis
from partnership.analysis.spans import Known, attested_on
from partnership.charts import altair, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.stakes.splits import day_of
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import CONSORTIA, State
from partnership.wording import stakes as words

_BREAK = " · "
"""Where the head of a column breaks into its second line."""


@register("stakes.matrix", sectors=("oil_gas", "transport"), uses=("on",))
def matrix(state: State) -> Figure:
    """What each holder owns in all five consortia."""
    t = texts.in_language(state.lang)
    day = day_of(state)
    stakes = tables.load("stakes")
    full = [a for a in CONSORTIA if not analysis.splits(stakes, a).empty]
    if not full:
        why = t("No ownership split of {where} is available.", where=t("the five consortia"))
        return shared.nothing("stakes.matrix", t("Interests by holder"), why)
    known = {a: attested_on(stakes, a, day) for a in full}
    known = {a: k for a, k in known.items() if not analysis.split_on(stakes, a, day).early}
    if not known:
        why = t("The day is before the first known split of each of them.")
        return shared.nothing("stakes.matrix", _title(known, day, t), why)
    rows = analysis.matrix(stakes, CONSORTIA, day)
    listed = pd.concat([analysis.split_on(stakes, a, day).rows for a in known])
    heads = {a: f"{t.short(a)}{_BREAK}{t.day(k.day)}" for a, k in known.items()}
    sure = all(k.how == "on" for k in known.values())
    order = rows.groupby("holder_id").agg(n=("holdings", "first"), most=("percent", "max"))
    order = order.sort_values(["n", "most"], ascending=False).index.tolist()
    order = ["eni", *[h for h in order if h != "eni"]] if "eni" in order else order
    data = rows.assign(
        who=[t.short(h) for h in rows["holder_id"]],
        where=[heads[a] for a in rows["asset_id"]],
    )
    data["label"] = [t.number(p, 2).rstrip("0").rstrip(".") for p in rows["percent"]]
    data["tone"] = [
        marks.ITALY if h == "eni" else marks.KAZAKHSTAN if h == "kazmunaygas" else marks.MUTED
        for h in rows["holder_id"]
    ]
    base = alt.Chart(marks.rows(data), height=alt.Step(25)).encode(
        y=alt.Y(
            "who:N",
            sort=[t.short(h) for h in order],
            title=None,
            axis=alt.Axis(labelLimit=200, domain=False, ticks=False),
        ),
        x=alt.X(
            "where:N",
            sort=list(heads.values()),
            title=None,
            axis=alt.Axis(
                orient="top",
                labelAngle=0,
                domain=False,
                ticks=False,
                labelFontSize=12,
                labelPadding=24,
                labelExpr=f"split(datum.label, '{_BREAK}')",
            ),
        ),
        tooltip=[
            alt.Tooltip("who:N", title=t("Holder")),
            alt.Tooltip("where:N", title=t("Consortium")),
            alt.Tooltip("label:N", title=t("percent")),
        ],
    )
    dots = base.mark_circle(opacity=0.9).encode(
        size=alt.Size("percent:Q", scale=alt.Scale(domain=[0, 50], range=[10, 620]), legend=None),
        color=alt.Color("tone:N", scale=None),
    )
    numbers = base.mark_text(**marks.text(dx=26, align="left", fontSize=11)).encode(text="label:N")
    eni = rows[rows["holder_id"] == "eni"]
    return Figure(
        id="stakes.matrix",
        title=_title(known, day, t),
        drawn=altair.custom(
            alt.layer(dots, numbers),
            t("A grid of holders and consortia with a dot and the percent in each."),
        ),
        table=rows,
        source_ids=sources.ids(rows, *words.pages(listed)),
        finding=t(
            "Eni holds an interest in {count} of {all}: {list}.",
            count=len(eni),
            all=len(known),
            list=", ".join(
                f"{t.short(a)} {t.percent(p, 2)}"
                for a, p in zip(eni["asset_id"], eni["percent"], strict=True)
            ),
        )
        if len(eni)
        else t("Eni holds an interest in none of them."),
        note=_note(known, full, t),
        badges=shared.badges(rows, *(() if sure else ("incomplete",))),
        height=25 * len(order) + 45,
    )


def _title(known: dict[str, Known], day: date, t: Texts) -> str:
    """Names the day chosen only where all that is shown is documented for it."""
    whole = len(known) == len(CONSORTIA)
    where = t("the five consortia") if whole else t("the consortia known at the time")
    if known and all(k.how == "on" for k in known.values()):
        return t("Interests by holder in {where} on {day}, percent", where=where, day=t.day(day))
    if known and all(k.how in ("on", "last") for k in known.values()):
        return t("Interests by holder in {where}, as last reported, percent", where=where)
    return t("Interests by holder in {where}, as far as reported, percent", where=where)


def _note(known: dict[str, Known], full: list[str], t: Texts) -> str:
    parts = []
    if without := [t.short(a) for a in CONSORTIA if a not in full]:
        parts.append(t("Left out, no split available: {names}.", names=", ".join(without)))
    if left := [t.short(a) for a in full if a not in known]:
        parts.append(
            t(
                "Left out, the day is before the first known split: {names}.",
                names=", ".join(left),
            )
        )
    if not all(k.how == "on" for k in known.values()):
        parts.append(
            t(
                "Below each name is the day for which the shares are documented; no page was "
                "found that lists them for a later day, or for the day chosen."
            )
        )
    derived = [f"{t.short(a)} ({t.day(k.listed)})" for a, k in known.items() if k.worked_out]
    if derived:
        parts.append(t("Derived from a list of another date: {list}.", list=", ".join(derived)))
    return " ".join(parts)
