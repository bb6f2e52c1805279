"""Kazakhstan's rank in reserves of chromium and manganese, by edition of the USGS summaries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pandas as pd

from partnership import tables
from partnership.analysis import coverage
from partnership.analysis import minerals as analysis
from partnership.charts import known_years, lines, marks
from partnership.charts.forms import Break, Lines, Point, Series, Unit
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import amounts, codes, spans, texts
from partnership.language.texts import Texts
from partnership.state import State
from partnership.wording import sentences

_HEIGHT = 300
_FEWEST = 4
"""Ranks that the axis has at least."""
_LONG = 4
"""Editions from which on a rank is written at its line."""
Run = tuple[int, int, int]
"""A rank, and the first and the last edition in a row that give it."""


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
    if not rows["rank"].notna().any():
        title = t("Kazakhstan's rank in {metal} reserves", metal=name)
        if len(rows):
            years = lines.years(rows["edition"])
            why = t("None of the editions of {years} lists Kazakhstan.", years=years)
            return shared.nothing(figure_id, title, why)
        known = analysis.editions(seen, metal, 0, 9999)["edition"]
        return shared.outside(figure_id, title, known, t)
    ranked = rows.loc[rows["rank"].notna(), "rank"]
    differs = bool(len(claimed)) and not claimed["value"].isin(ranked.iloc[-2:]).all()
    table = pd.concat([rows, _as_rows(claimed)], ignore_index=True)
    runs = _runs(rows)
    return shared.drawn(
        figure_id,
        _lines(rows, runs, claimed, t),
        rows,
        title=t(
            "Kazakhstan's rank in {metal} reserves, USGS editions of {years}",
            metal=name,
            years=lines.years(rows["edition"]),
        ),
        headline=_headline(runs, name, t),
        finding=_finding(rows, runs, claimed, t),
        note=_caveat(rows, t),
        table=table,
        height=_HEIGHT,
        disagree=differs,
    )


def _as_rows(claimed: pd.DataFrame) -> pd.DataFrame:
    """Statements in the columns of the ranks."""
    rows = claimed.rename(columns={"year": "edition", "value": "rank"})
    return rows[["edition", "rank", "source_id", "status", "note"]].astype({"rank": "Float64"})


def _runs(rows: pd.DataFrame) -> list[Run]:
    """Editions in a row with the same rank; those that do not list Kazakhstan end a run."""
    rank = rows["rank"].fillna(0)
    groups = rows.groupby(rank.ne(rank.shift(fill_value=-1)).cumsum())
    found = ((r["rank"].iloc[0], r["edition"].min(), r["edition"].max()) for _, r in groups)
    return [(int(rank), int(a), int(b)) for rank, a, b in found if pd.notna(rank)]


def _headline(runs: list[Run], metal: str, t: Texts) -> str:
    """The newest rank, and the one before it."""
    rank, first, last = runs[-1]
    now = {"rank": rank, "metal": metal, "years": spans.years(first, last)}
    if len(runs) == 1:
        return t("Kazakhstan: No. {rank} in {metal} reserves in {years}", **now)
    return t(
        "Kazakhstan: No. {rank} in {metal} reserves in {years}; before, No. {old}",
        **now,
        old=runs[-2][0],
    )


def _finding(rows: pd.DataFrame, runs: list[Run], claimed: pd.DataFrame, t: Texts) -> str:
    """The earlier ranks, and the rank that the article gives."""
    parts = [t("No. {rank} in {years}", rank=r, years=spans.years(a, b)) for r, a, b in runs[:-1]]
    article = claimed.loc[claimed["source_id"].eq("article")]
    stated = int(article["value"].iloc[0]) if len(article) else 0
    same = rows.loc[rows["edition"].isin(article["year"]) & rows["rank"].notna(), "rank"]
    return sentences.joined(
        t("Before: {places}.", places=lines.listed(parts, t)) if parts else "",
        t("The article gives No. {rank}.", rank=stated) if stated else "",
        t("The edition of its year gives No. {rank}.", rank=int(same.iloc[0]))
        if len(same) and same.iloc[0] != stated
        else "",
        t("No edition read gives that rank.") if stated and rows["rank"].ne(stated).all() else "",
    )


def _caveat(rows: pd.DataFrame, t: Texts) -> str:
    base = rows[rows["basis"].eq(analysis.RESERVE_BASE)]
    absent = rows.loc[rows["rank"].isna(), "edition"]
    shares_rank = int((rows["rank"].notna() & rows["peers"].gt(1)).sum())
    covered = coverage.coverage(rows, "edition")
    return sentences.joined(
        t(
            "Editions to {year} count the larger reserve base (dashed line), later ones reserves.",
            year=int(base["edition"].max()),
        )
        if base["rank"].notna().any()
        else "",
        t(
            "Ranks are among the countries that an edition lists with a figure, {count} of them.",
            count=spans.years(int(rows["listed"].min()), int(rows["listed"].max())),
        ),
        t("Kazakhstan is not listed in {years}.", years=known_years.named(absent, t))
        if len(absent)
        else "",
        t.plural(
            "In {count} edition it shares its rank with another country.",
            "In {count} editions it shares its rank with another country.",
            shares_rank,
        )
        if shares_rank
        else "",
        t("Editions that were not read: {years}.", years=known_years.named(covered.missing, t))
        if covered and covered.missing
        else "",
    )


def _lines(rows: pd.DataFrame, runs: list[Run], claimed: pd.DataFrame, t: Texts) -> Lines:
    deepest = max([_FEWEST, *rows["rank"].dropna(), *claimed["value"]])
    claims = Series(t("Stated"), marks.INK, tuple(_claims(claimed, t)), "points")
    return Lines(
        (*_kazakhstan(rows, runs, t), claims),
        Unit(t("rank")),
        t("Edition"),
        what=t("Basis"),
        measure=t("Rank"),
        hover="point",
        stepped=True,
        ranks=int(deepest),
        breaks=tuple(_changes(rows, t)),
    )


def _kazakhstan(rows: pd.DataFrame, runs: list[Run], t: Texts) -> Iterator[Series]:
    """A line for each basis: they are never joined."""
    written = {_middle(run, rows): run for run in runs if run[2] - run[1] >= _LONG - 1}
    names = {analysis.RESERVE_BASE: t("Reserve base"), analysis.RESERVES: t("Reserves")}
    for basis, name in names.items():
        own = rows[rows["basis"].eq(basis)]
        if own["rank"].notna().any():
            points = tuple(_point(row, written, t) for row in own.itertuples())
            yield Series(
                name,
                marks.KAZAKHSTAN,
                points,
                entity="KAZ",
                ends=t("No. {rank}", rank=runs[-1][0]),
                line="dashed" if basis == analysis.RESERVE_BASE else "solid",
            )


def _middle(run: Run, rows: pd.DataFrame) -> int:
    """Where a run is named: its middle, or its beginning on the line of the reserve base."""
    middle = (run[1] + run[2]) // 2
    basis = rows.loc[rows["edition"].eq(middle), "basis"]
    return run[1] if basis.eq(analysis.RESERVE_BASE).any() else middle


def _point(row: object, written: dict[int, Run], t: Texts) -> Point:
    edition, rank, value = (getattr(row, name) for name in ("edition", "rank", "value"))
    if pd.isna(rank):
        return Point(edition, None)
    run = written.get(edition)
    label = t("No. {rank}, {years}", rank=run[0], years=spans.years(*run[1:])) if run else ""
    amount = amounts.amount(value / 1000, "Mt", t, 0)
    details = (
        (t("Countries listed"), str(getattr(row, "listed", ""))),
        (t("Kazakhstan"), amount),
    )
    return Point(edition, float(rank), t.number(rank), label, details=details)


def _claims(claimed: pd.DataFrame, t: Texts) -> Iterator[Point]:
    """Ranks stated by the article and by officials; those of one year and rank are one."""
    for (year, rank), own in claimed.groupby(["year", "value"]):
        who = [
            t("article") if source == "article" else t("officials") for source in own["source_id"]
        ]
        names = lines.listed(list(dict.fromkeys(who)), t)
        label = t("{who}: No. {rank}", who=names, rank=int(rank))
        details = ((t("Stated by"), names), (t("Rank"), t.number(rank)))
        yield Point(int(year), float(rank), t.number(rank), label, "claimed", details=details)


def _changes(rows: pd.DataFrame, t: Texts) -> Iterator[Break]:
    """Where the basis of the ranks changes, and where Kazakhstan is listed no longer."""
    ranked = rows[rows["rank"].notna()]
    if len(set(ranked["basis"])) > 1:
        last = int(ranked.loc[ranked["basis"].eq(analysis.RESERVE_BASE), "edition"].max())
        yield Break(last, t("reserve base, to {year}", year=last))
    after = rows.loc[rows["edition"].gt(ranked["edition"].max()), "edition"]
    if len(after):
        yield Break(int(after.min()), t("no longer listed"))


def _maker(metal: str) -> Callable[[State], Figure]:
    return register(f"minerals.{metal}_rank", sectors=("minerals",), uses=("from_year", "to_year"))(
        partial(_ranks, metal)
    )


chromium_rank, manganese_rank = (_maker(metal) for metal in analysis.METALS)
