"""The five consortia side by side: who holds how much on two days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from partnership import tables
from partnership.analysis import stakes as analysis
from partnership.analysis.spans import Known, attested_on
from partnership.charts import lines, marks
from partnership.charts.forms import Bars, Category, Chart, Heading, Point, Series, Unit
from partnership.charts.forms.parts import PERCENT_SIGN
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import CONSORTIA, State
from partnership.wording import stakes as words

_ID = "stakes.compared"
_OURS = ("eni", "kazmunaygas")
"""Holders in their own colours; the others are grey and named."""
_WHOLE = 50.0
"""Percent at which the axis ends, unless somebody holds more."""


@dataclass(frozen=True)
class _Side:
    """A consortium on one of the days: percent by holder as drawn; none before it is known."""

    split: analysis.Split
    known: Known
    shares: pd.Series


@register(_ID, sectors=("oil_gas", "transport"), uses=("consortium", "on", "then"))
def compared(state: State) -> Figure:
    """Two bars a holder, the later day and the earlier one; Eni first, then KazMunayGas."""
    t = texts.in_language(state.lang)
    stakes, pair = tables.load("stakes"), days(state)
    named = CONSORTIA if state.consortium == "all" else (state.consortium,)
    sides = {
        asset: tuple(_side(stakes, asset, day) for day in pair)
        for asset in named
        if len(analysis.splits(stakes, asset))
    }
    shown = [s for both in sides.values() for s in both if len(s.shares)]
    if not shown:
        why = t("No ownership split is available for these days.")
        return shared.nothing(_ID, t("Working interests on two days, percent"), why)
    rows = pd.concat([s.split.rows for s in shown])
    sure = all(s.known.how == "on" for s in shown)
    documented = all(s.known.how == "on" for _, s in sides.values() if len(s.shares))
    return Figure(
        id=_ID,
        title=t("Working interests on {day} and before, percent", day=t.day(pair[1]))
        if documented
        else t("Working interests on two days, as far as reported, percent"),
        drawn=Chart(_bars(sides, pair, t)),
        table=rows.drop(columns="basis").drop_duplicates(),
        source_ids=sources.ids(rows, *words.pages(rows)),
        headline=_answer(sides, pair, t),
        finding=_finding(sides, t),
        note=t(
            "A day chosen is shown by the split that was valid on it as far as reported; the line "
            "under each name says for which days that is documented."
        ),
        badges=shared.badges(rows, *(() if sure else ("incomplete",))),
    )


def days(state: State) -> tuple[date, date]:
    """The earlier day and the later one: as chosen, else since all are known, and today."""
    stakes = tables.load("stakes")
    later = state.on or date.today()
    starts = analysis.start_days(stakes, CONSORTIA)
    usual = (analysis.all_known_from(stakes, CONSORTIA), *starts[:1])
    earlier = (d for d in (state.then, *usual) if d and d < later)
    return next(earlier, later), later


def choosable(state: State) -> list[date]:
    """The days on which a split changed, today, and those that `state` has chosen."""
    starts = analysis.start_days(tables.load("stakes"), CONSORTIA)
    return sorted({*starts, date.today(), *days(state)})


def _side(stakes: pd.DataFrame, asset: str, day: date) -> _Side:
    split, known = analysis.split_on(stakes, asset, day), attested_on(stakes, asset, day)
    drawn = analysis.grouped(split.rows, analysis.splits(stakes, asset))
    shares = drawn.set_index("holder_id")["percent"]
    return _Side(split, known, shares.head(0) if split.early else shares)


_Sides = dict[str, tuple[_Side, ...]]


def _order(both: tuple[_Side, ...]) -> list[str]:
    """Eni, Kazakhstan's holders, then by their later share, those who left last but for others."""
    earlier, later = (side.shares for side in both)
    found = later.reindex(later.index.union(earlier.index)).fillna(0)
    first = [h for h in analysis.FIRST if h in found.index]
    rest = found.drop([*first, analysis.OTHER], errors="ignore")
    rest = rest.sort_values(ascending=False, kind="stable")
    return [*first, *map(str, rest.index), *[h for h in (analysis.OTHER,) if h in found.index]]


def _bars(sides: _Sides, pair: tuple[date, date], t: Texts) -> Bars:
    """The later day over the earlier one."""
    looks = ((1, marks.MUTED), (0, marks.FAINT))
    most = max(float(s.shares.max()) for both in sides.values() for s in both if len(s.shares))
    return Bars(
        tuple(c for asset, both in sides.items() for c in _categories(asset, both, t)),
        tuple(
            Series(_day(pair[n], t), colour, tuple(_points(sides, n, t)), mark="bar")
            for n, colour in looks
        ),
        what=t("Holder"),
        measure=t("Share"),
        by=t("Day"),
        unit=Unit(t("percent"), suffix=PERCENT_SIGN),
        arranged="beside",
        whole=max(most, _WHOLE),
    )


def _day(day: date, t: Texts) -> str:
    """A day by its date; of the present one no more is known than what was reported last."""
    return t("as last reported") if day == date.today() else t.day(day)


def _categories(asset: str, both: tuple[_Side, ...], t: Texts) -> Iterator[Category]:
    known = lines.listed([words.when(s.known, t) for s in both if len(s.shares)], t)
    heading = Heading(t.name(asset), known)
    for holder in _order(both):
        values = [s.shares.get(holder) for s in both]
        shares = [t("none") if v is None else words.share(float(v), t) for v in values]
        label = shares[1] if shares[0] == shares[1] else " → ".join(shares)
        key = f"{asset}/{holder}"
        yield Category(key, words.holder(holder, t), label=label, heading=heading)


def _points(sides: _Sides, n: int, t: Texts) -> Iterator[Point]:
    for asset, both in sides.items():
        for holder, share in both[n].shares.items():
            known = (t("Documented"), words.when(both[n].known, t))
            yield Point(
                f"{asset}/{holder}",
                float(share),
                words.share(float(share), t),
                entity=str(holder) if n and holder in _OURS else "",
                details=((t("Consortium"), t.short(asset)), known),
            )


def _answer(sides: _Sides, pair: tuple[date, date], t: Texts) -> str:
    """Where Eni has less than on the earlier day, and where more."""
    moves = _moves("eni", sides)
    if len(sides) == 1:
        return next((t("{name}: Eni {before} → {after}", **_named(m, t)) for m in moves), "")
    parts = []
    if less := [t.short(m.asset) for m in moves if m.after < m.before]:
        parts.append(t("less of {names}", names=lines.listed(less, t)))
    if more := [t.short(m.asset) for m in moves if m.after > m.before]:
        parts.append(t("more of {names}", names=lines.listed(more, t)))
    year = pair[0].year
    if not parts:
        return t("Eni has the same interests as in {year}", year=year)
    return t("Eni since {year}: {moves}", year=year, moves=", ".join(parts))


def _finding(sides: _Sides, t: Texts) -> str:
    """What Eni and Kazakhstan's national company had and have, wherever that changed."""
    parts = []
    for holder in ("eni", "kazmunaygas"):
        moved = [t("{name} {before} → {after}", **_named(m, t)) for m in _moves(holder, sides)]
        if moved:
            listed = lines.listed(moved, t)
            parts.append(t("{holder}: {moves}.", holder=t.short(holder), moves=listed))
    return " ".join(parts)


@dataclass(frozen=True)
class _Move:
    """A share in percent on both days; none is zero."""

    asset: str
    before: float
    after: float


def _moves(holder: str, sides: _Sides) -> list[_Move]:
    """Where the share of a holder differs between the days, of what is known on both."""
    both = ((a, *(s.shares for s in pair)) for a, pair in sides.items())
    found = (
        _Move(asset, float(before.get(holder, 0)), float(after.get(holder, 0)))
        for asset, before, after in both
        if len(before) and len(after)
    )
    return [m for m in found if m.before != m.after]


def _named(move: _Move, t: Texts) -> dict[str, str]:
    shares = {"before": words.share(move.before, t), "after": words.share(move.after, t)}
    return {"name": t.short(move.asset), **shares}
