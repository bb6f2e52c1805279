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
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import CONSORTIA, State
from partnership.wording import stakes as words
from partnership.wording.sentences import begun


def day_of(state: State) -> date:
    """The day the reader asks about; today when none is chosen."""
    return state.on or date.today()


def pie(slices: pd.DataFrame, t: Texts) -> Pie:
    """`slices` (`holder_id`, `percent`) as a pie, each named with its percent."""
    return Pie(
        tuple(
            Slice(words.holder(h, t), float(p), words.share(p, t), "", entity=h)
            for h, p in slices.itertuples(index=False)
        ),
        what=t("Holder"),
        measure=t("Percent"),
        missing=t("not in the source"),
    )


def slices_of(stakes: pd.DataFrame, split: analysis.Split) -> pd.DataFrame:
    """The holders of one split as drawn (`holder_id`, `percent`), in the order of all drawings."""
    found = analysis.grouped(split.rows, analysis.splits(stakes, split.asset_id))
    return (
        found.set_index("holder_id").loc[analysis.ordered(stakes, found["holder_id"])].reset_index()
    )


def _consortium(asset_id: str, state: State) -> Figure:
    """One consortium as a pie on the day asked for."""
    t = texts.in_language(state.lang)
    stakes = tables.load("stakes")
    day = day_of(state)
    split = analysis.split_on(stakes, asset_id, day)
    claimed = analysis.claimed(stakes, asset_id)
    known = attested_on(stakes, asset_id, day)
    return Figure(
        id=f"stakes.{asset_id}",
        title=words.title(t.name(asset_id), known, t),
        drawn=Chart(pie(slices_of(stakes, split), t), 300),
        table=split.rows.drop(columns="basis"),
        source_ids=sources.ids(split.rows, *words.pages(split.rows)),
        headline=_answer(split, t),
        finding=_finding(split, t),
        note=words.note(split, known, t),
        badges=_badges(split.rows, claimed) | _unsure(known),
    )


def _answer(split: analysis.Split, t: Texts) -> str:
    """What Eni has and its rank; where it has nothing, who has the most."""
    name, shares = t.short(split.asset_id), _shares(split)
    if "eni" not in shares:
        return t("{name}: no Italian holder; {largest}", name=name, largest=_largest(shares, t))
    eni = shares["eni"]
    rank, peers = int((shares > eni).sum()) + 1, shares[shares.eq(eni)].drop("eni")
    parts = {"name": name, "share": words.share(eni, t)}
    if rank == 1 and len(peers) == 1:
        other = t.short(str(peers.index[0]))
        return t("{name}: Eni {share}, as much as {other}", other=other, **parts)
    if rank == 1 and len(peers):
        return t("{name}: Eni {share}, as much as {count} others", count=len(peers), **parts)
    count = len(shares)
    if len(peers):
        return t(
            "{name}: Eni {share}, joint No. {rank} of {count} holders",
            rank=rank,
            count=count,
            **parts,
        )
    return t("{name}: Eni {share}, No. {rank} of {count} holders", rank=rank, count=count, **parts)


def _finding(split: analysis.Split, t: Texts) -> str:
    """The largest holder and Kazakhstan's national company, where the headline leaves them out."""
    shares = _shares(split)
    parts = []
    if "eni" in shares and shares["eni"] < shares.max():
        parts.append(_largest(shares, t))
    if "kazmunaygas" in shares and shares.idxmax() != "kazmunaygas":
        share = words.share(shares["kazmunaygas"], t)
        parts.append(t("{holder}: {share}", holder=t.short("kazmunaygas"), share=share))
    return begun("; ".join(parts)) + "." * bool(parts)


def _largest(shares: pd.Series, t: Texts) -> str:
    holder, share = t.short(str(shares.idxmax())), words.share(float(shares.max()), t)
    return t("{holder} has the most, {share}", holder=holder, share=share)


def _shares(split: analysis.Split) -> pd.Series:
    """Percent by holder, the largest first."""
    return split.rows.set_index(split.rows["holder_id"].astype(str))["percent"]


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
