"""Kazakhstan's rank in reserves of chromium and manganese, by edition of the USGS summaries."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pandas as pd

from partnership import tables
from partnership.analysis import coverage
from partnership.analysis import minerals as analysis
from partnership.charts import altair, known_years, lines
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.figures.minerals.marks import rank_marks
from partnership.language import codes, spans, texts
from partnership.language.texts import Texts, message
from partnership.provenance import sources
from partnership.state import State

_USES = ("from_year", "to_year")
_HEIGHT = 300

_AVAILABLE = message("Editions of the US Geological Survey's summaries were read for {years}.")
_DRAWN = message("A dot an edition with the world rank, first at the top; claims as diamonds.")
_HOLLOW = message(
    "The basis changed: hollow dots count the larger reserve base (editions to {year}), filled "
    "ones reserves."
)
_NOT_LISTED = message(
    "The basis changed: editions to {year}, none of which lists Kazakhstan, count the larger "
    "reserve base, later ones reserves."
)


def span_of(state: State) -> tuple[int, int]:
    """First and last edition asked for; the newest is younger than the last year one can choose."""
    return state.from_year, state.open_years()[1] or 9999


def _ranks(metal: str, state: State) -> Figure:
    """Kazakhstan's rank among the countries listed, edition by edition, and the rank claimed."""
    t = texts.in_language(state.lang)
    seen = tables.load("observations")
    first, last = span_of(state)
    rows = analysis.ranks(analysis.editions(seen, metal, first, last))
    claimed = analysis.statements(seen, f"{metal}_reserves_rank", first, last)
    figure_id, name = f"minerals.{metal}_rank", t(codes.COMMODITY[metal])
    if rows.empty:
        known = analysis.editions(seen, metal, 0, 9999)["edition"]
        why = lines.known_only(_AVAILABLE, lines.years(known), t)
        return shared.nothing(
            figure_id, t("Kazakhstan's rank in {metal} reserves", metal=name), why
        )
    table = pd.concat([rows, _as_rows(claimed)], ignore_index=True)
    wrong = rows[rows["rank"].notna()]
    differs = (
        len(claimed) and len(wrong) and not claimed["value"].isin(wrong["rank"].iloc[-2:]).all()
    )
    return Figure(
        id=figure_id,
        title=t(
            "Kazakhstan's rank in {metal} reserves by edition of the USGS summaries, {years}",
            metal=name,
            years=lines.years(rows["edition"]),
        ),
        drawn=altair.custom(
            rank_marks(rows, claimed, t), f"{t(_DRAWN)} {_finding(rows, claimed, t)}", _HEIGHT
        ),
        table=table,
        source_ids=sources.ids(table),
        finding=_finding(rows, claimed, t),
        note=_caveat(rows, t),
        badges=shared.badges(rows, *(("disagree",) if differs else ())),
        height=_HEIGHT,
    )


def _as_rows(claimed: pd.DataFrame) -> pd.DataFrame:
    """Statements in the columns of the ranks."""
    rows = claimed.rename(columns={"year": "edition", "value": "rank"})
    return rows[["edition", "rank", "source_id", "status", "note"]].astype({"rank": "Float64"})


def _finding(rows: pd.DataFrame, claimed: pd.DataFrame, t: Texts) -> str:
    """Runs of editions with the same rank, and the rank that the article gives."""
    parts = [
        t("rank {rank} in {years}", rank=int(rank), years=spans.years(a, b))
        for rank, a, b in _runs(rows)
    ]
    listed = lines.listed(parts, t) if parts else t("not listed in any edition of these years")
    words = t("Kazakhstan: {places}.", places=listed)
    article = claimed[claimed["source_id"].eq("article")]
    if len(article):
        words += " " + t("The article gives rank {rank}.", rank=int(article["value"].iloc[0]))
    same = rows[rows["edition"].isin(article["year"]) & rows["rank"].notna()]
    if len(same) and same["rank"].iloc[0] != article["value"].iloc[0]:
        words += " " + t(
            "The edition of its year gives rank {rank}.", rank=int(same["rank"].iloc[0])
        )
    if len(article) and parts and not rows["rank"].eq(article["value"].iloc[0]).any():
        words += " " + t("No edition read gives that rank.")
    return words


def _runs(rows: pd.DataFrame) -> list[tuple[float, int, int]]:
    """`(rank, first edition, last edition)` of each run; editions not listed break a run."""
    changed = rows["rank"].fillna(0).ne(rows["rank"].fillna(0).shift().fillna(-1))
    return [
        (float(r["rank"].iloc[0]), int(r["edition"].min()), int(r["edition"].max()))
        for _, r in rows.groupby(changed.cumsum())
        if r["rank"].notna().all()
    ]


def _caveat(rows: pd.DataFrame, t: Texts) -> str:
    sentences = []
    base = rows[rows["basis"].eq(analysis.RESERVE_BASE)]
    if len(base):
        words = _HOLLOW if base["rank"].notna().any() else _NOT_LISTED
        sentences.append(t(words, year=int(base["edition"].max())))
    sentences.append(
        t(
            "Ranks are among the countries that an edition lists with a figure, {count} of them.",
            count=spans.years(int(rows["listed"].min()), int(rows["listed"].max())),
        )
    )
    if rows["rank"].isna().any():
        sentences.append(t("× marks editions that do not list Kazakhstan."))
    if shared_in := int((rows["rank"].notna() & rows["peers"].gt(1)).sum()):
        sentences.append(
            t.plural(
                "In {count} edition it shares its rank with another country.",
                "In {count} editions it shares its rank with another country.",
                shared_in,
            )
        )
    covered = coverage.coverage(rows, "edition")
    if covered and covered.missing:
        unread = known_years.named(covered.missing, t)
        sentences.append(t("Editions that were not read: {years}.", years=unread))
    return " ".join(sentences)


def _maker(metal: str) -> Callable[[State], Figure]:
    return register(f"minerals.{metal}_rank", sectors=("minerals",), uses=_USES)(
        partial(_ranks, metal)
    )


chromium_rank, manganese_rank = (_maker(metal) for metal in analysis.METALS)
