"""What each holder owns in each of the five consortia."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import stakes as analysis
from partnership.analysis.spans import Known, attested_on
from partnership.charts import altair, lines, marks
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.stakes.splits import day_of
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import CONSORTIA, State
from partnership.wording import stakes as words

_ROW, _HEAD = 23, 30
"""Pixels of a holder, and of the name of a consortium with its day."""
_NARROW = 520
"""Pixels under which names of neighbouring consortia stand on two levels."""
_DEEPEST, _FULL = 60, 0.8
"""Percent that would be drawn in full colour: type on a cell stays legible."""


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
    sure = all(k.how == "on" for k in known.values())
    order = analysis.ordered(stakes, rows["holder_id"])
    eni = rows[rows["holder_id"] == "eni"]
    interests = lines.listed(
        [f"{t.short(r.asset_id)} {words.share(r.percent, t)}" for r in eni.itertuples()], t
    )
    height = _ROW * len(order) + 2 * _HEAD
    return Figure(
        id="stakes.matrix",
        title=_title(known, day, t),
        drawn=altair.custom(
            _grid(rows, known, order, t),
            t(
                "A table of {holders} holders and {count} consortia with the percent in each. "
                "Eni: {interests}.",
                holders=len(order),
                count=len(known),
                interests=interests or t("none"),
            ),
            height,
        ),
        table=rows,
        source_ids=sources.ids(rows, *words.pages(listed)),
        headline=t(
            "Eni has an interest in {count} of {all} consortia", count=len(eni), all=len(known)
        ),
        finding=t("{interests}.", interests=interests) if interests else "",
        note=_note(known, full, t),
        badges=shared.badges(rows, *(() if sure else ("incomplete",))),
    )


def _grid(rows: pd.DataFrame, known: dict[str, Known], order: list[str], t: Texts) -> marks.Drawing:
    """A cell a share, the deeper the larger; the names of the consortia over their columns."""
    tones = {"eni": marks.ITALY, "kazmunaygas": marks.KAZAKHSTAN}
    heads = [t.short(a) for a in known]
    x = alt.X("where:N", sort=heads, title=None, axis=None, scale=alt.Scale(domain=heads))
    names = [t.short(h) for h in order]
    axis = alt.Axis(labelLimit=140, domain=False, ticks=False, labelOverlap=False)
    y = alt.Y("who:N", sort=names, title=None, axis=axis, scale=alt.Scale(domain=names))
    cells = alt.Chart(
        marks.values(
            {
                "who": t.short(r.holder_id),
                "where": t.short(r.asset_id),
                "percent": r.percent,
                "label": words.share(r.percent, t),
                "tone": tones.get(str(r.holder_id), marks.MUTED),
            }
            for r in rows.itertuples()
        )
    ).encode(
        x=x,
        y=y,
        tooltip=[
            alt.Tooltip("who:N", title=t("Holder")),
            alt.Tooltip("where:N", title=t("Consortium")),
            alt.Tooltip("label:N", title=t("Share")),
        ],
    )
    opacity = alt.Opacity(
        "percent:Q", scale=alt.Scale(domain=[0, _DEEPEST], range=[0.15, _FULL]), legend=None
    )
    shades = cells.mark_rect(stroke=marks.PAPER, strokeWidth=2)
    shades = shades.encode(color=alt.Color("tone:N", scale=None), opacity=opacity)
    lines_ = alt.Chart(marks.values({"who": name} for name in names))
    rules = lines_.mark_rule(color=marks.FAINT, yOffset=_ROW / 2).encode(y=y)
    numbers = cells.mark_text(**marks.text()).encode(text="label:N")
    return alt.layer(rules, shades, numbers, *_heads(known, x, t))


def _heads(known: dict[str, Known], x: alt.X, t: Texts) -> Iterator[alt.Chart]:
    """Each name over the day for which its shares are documented."""
    rows = [{"where": t.short(a), "day": t.day(k.day)} for a, k in known.items()]
    for level in (0, 1):
        base = alt.Chart(marks.values(rows[level::2])).encode(x=x)
        higher = f"(width < {_NARROW} ? {_HEAD * (1 - level)} : 0)"
        for field, up, look in (
            ("where", 22, {"fontWeight": "bold", "color": marks.INK}),
            ("day", 8, {"color": marks.SOFT}),
        ):
            place = alt.ExprRef(f"-{up} - {higher}")
            yield base.mark_text(**{**marks.text(y=place), **look}).encode(text=f"{field}:N")


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
