"""Holders of each of the five consortia on a day, as pies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import altair as alt
import pandas as pd

from partnership import tables
from partnership.analysis import stakes as analysis
from partnership.analysis.spans import Known, attested_on
from partnership.charts import marks
from partnership.figures import shared
from partnership.figures.figure import Badge, Figure, register
from partnership.language import texts
from partnership.language.amounts import decimals
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import CONSORTIA, State
from partnership.wording import stakes as words

_RADIUS = 104
_NARROW = 4.5
"""Percent under which a slice is too narrow for a label of two lines."""
_LINE = 14
"""Height of a line of a label; a label of two lines above the pie is lifted by one."""


def day_of(state: State) -> date:
    """The day the reader asks about; today when none is chosen."""
    return state.on or date.today()


def pie(slices: pd.DataFrame, t: Texts) -> marks.Drawing:
    """`slices` (`holder_id`, `percent`) as a pie, each named on the slice with its percent.

    Angles are worked out here, so that labels are outside, on the side where there is room. A
    set that does not add up to 100 leaves a gap.
    """
    end = slices["percent"].cumsum()
    whole = max(100.0, float(end.iloc[-1]))
    data = slices.assign(
        start=end - slices["percent"],
        end=end,
        middle=end - slices["percent"] / 2,
        name=[_name(h, t) for h in slices["holder_id"]],
    )
    data["share"] = [t.percent(p, decimals(p)) for p in slices["percent"]]
    data["colour"] = list(marks.holder_colours(slices["holder_id"]).values())
    turned = data["middle"] / whole
    data["right"] = turned < 1 / 2
    data["upper"] = (turned < 1 / 4) | (turned > 3 / 4)
    data["words"] = data["name"] + " " + data["share"]
    # Narrow slices are close to each other: their label takes one line.
    join = (data["percent"] < _NARROW).map({True: " ", False: "\n"})
    data["label"] = data["name"] + join + data["share"]
    turn = alt.Scale(domain=[0, whole], range=[0, 6.283185307])
    base = alt.Chart(marks.rows(data))
    arcs = base.mark_arc(
        outerRadius=_RADIUS, innerRadius=38, stroke=marks.PAPER, strokeWidth=1.5
    ).encode(
        theta=alt.Theta("start:Q", scale=turn, stack=None),
        theta2="end:Q",
        color=alt.Color("colour:N", scale=None),
        tooltip=[
            alt.Tooltip("name:N", title=t("Holder")),
            alt.Tooltip("share:N", title=t("Share")),
        ],
        description="words:N",
    )
    labels = [
        base.transform_filter(
            f"datum.right === {str(right).lower()} && datum.upper === {str(upper).lower()}"
        )
        .mark_text(
            **marks.text(
                radius=_RADIUS + 9,
                align="left" if right else "right",
                baseline="bottom" if upper else "top",
                dy=-_LINE if upper else 0,
                lineBreak="\n",
                limit=150,
            )
        )
        .encode(theta=alt.Theta("middle:Q", scale=turn, stack=None), text="label:N")
        for right in (True, False)
        for upper in (True, False)
    ]
    return alt.layer(arcs, *labels)


def _name(holder: str, t: Texts) -> str:
    return t("Others") if holder == analysis.OTHER else t.short(holder)


def _consortium(asset_id: str, state: State) -> Figure:
    """One consortium as a pie on the day asked for."""
    t = texts.in_language(state.lang)
    stakes = tables.load("stakes")
    day = day_of(state)
    split = analysis.split_on(stakes, asset_id, day)
    claimed = analysis.claimed(stakes, asset_id)
    slices = analysis.grouped(split.rows, analysis.splits(stakes, asset_id))
    named_slices = "; ".join(
        f"{_name(h, t)} {t.percent(p, decimals(p))}" for h, p in slices.itertuples(index=False)
    )
    known = attested_on(stakes, asset_id, day)
    return Figure(
        id=f"stakes.{asset_id}",
        title=words.title(t.name(asset_id), known, t),
        drawn=marks.finish(pie(slices, t), 300),
        table=split.rows.drop(columns="basis"),
        source_ids=sources.ids(split.rows, *words.pages(split.rows)),
        alt=t("Pie: {slices}.", slices=named_slices),
        finding=_finding(split, t),
        note=words.note(split, known, t),
        badges=_badges(split.rows, claimed) | _unsure(known),
        height=300,
    )


def _finding(split: analysis.Split, t: Texts) -> str:
    percents = split.rows.set_index(split.rows["holder_id"].astype(str))["percent"]
    rank = int((percents.rank(ascending=False, method="min")).get("eni", 0))
    if not rank:
        largest = split.rows.iloc[0]
        return t(
            "No Italian holder; the largest is {holder} with {share}.",
            holder=t.short(str(largest["holder_id"])),
            share=t.percent(largest["percent"], decimals(largest["percent"])),
        )
    share = t.percent(percents["eni"], decimals(percents["eni"]))
    peers = int((percents == percents["eni"]).sum())
    if rank == 1 and peers > 1:
        return t("Eni holds {share}, as much as the largest other holder.", share=share)
    return t(
        "Eni holds {share}, rank {rank} of {count} holders.",
        share=share,
        rank=rank,
        count=len(percents),
    )


def _unsure(known: Known) -> frozenset[Badge]:
    return frozenset() if known.how == "on" else frozenset({"incomplete"})


def _badges(rows: pd.DataFrame, claimed: pd.DataFrame) -> frozenset[Badge]:
    compared = analysis.differences(rows, claimed) if len(claimed) else pd.DataFrame()
    full = len(claimed) and (claimed["basis"] == "split").all()
    differs = (
        bool(len(compared))
        and not compared[["reported", "claimed"]]
        .dropna(how="all" if full else "any")
        .eval("reported == claimed")
        .all()
    )
    return shared.badges(rows, *(("disagree",) if differs else ()))


def _maker(asset_id: str) -> Callable[[State], Figure]:
    return partial(_consortium, asset_id)


for _asset in CONSORTIA:
    register(
        f"stakes.{_asset}",
        sectors=("oil_gas", "transport") if _asset in ("cpc", "btc") else ("oil_gas",),
        uses=("on",),
    )(_maker(_asset))
