"""Holders of each of the five consortia on a day, as pies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pandas as pd

from partnership import tables
from partnership.analysis import stakes as analysis
from partnership.analysis.spans import Known, attested_on
from partnership.charts.forms import Chart, Pie, Slice
from partnership.figures import shared
from partnership.figures.figure import Badge, Figure, register
from partnership.language import texts
from partnership.language.amounts import decimals
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import CONSORTIA, State
from partnership.wording import stakes as words


def day_of(state: State) -> date:
    """The day the reader asks about; today when none is chosen."""
    return state.on or date.today()


def pie(slices: pd.DataFrame, t: Texts) -> Pie:
    """`slices` (`holder_id`, `percent`) as a pie, each named with its percent."""
    return Pie(
        tuple(
            Slice(_name(h, t), float(p), t.percent(p, decimals(p)), "", entity=h)
            for h, p in slices.itertuples(index=False)
        ),
        what=t("Holder"),
        measure=t("Percent"),
        missing=t("not in the source"),
    )


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
    known = attested_on(stakes, asset_id, day)
    return Figure(
        id=f"stakes.{asset_id}",
        title=words.title(t.name(asset_id), known, t),
        drawn=Chart(pie(slices, t), 300),
        table=split.rows.drop(columns="basis"),
        source_ids=sources.ids(split.rows, *words.pages(split.rows)),
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
