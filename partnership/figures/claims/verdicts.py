"""The article's claims and their verdicts, the figures that show them, and counts by verdict."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace
from functools import lru_cache
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import found, verdicts
from partnership.analysis.verdicts import VERDICTS
from partnership.charts.forms import Bars, Category, Chart, Point, Series
from partnership.figures import shared
from partnership.figures.claims.shown import SHOWN
from partnership.figures.figure import Figure, register, registry
from partnership.language import codes, texts
from partnership.language.texts import Texts
from partnership.provenance import sources
from partnership.state import SECTORS, State

CARDS = {"map.card": "asset", "companies.card": "company"}
"""Figures about one asset or company, and the field of `State` that chooses it."""


def rows() -> pd.DataFrame:
    """All claims with their verdicts (`analysis.verdicts.judged`)."""
    return _rows(tables.package())


@lru_cache(maxsize=2)
def _rows(package: tables.Package) -> pd.DataFrame:
    against = found.Tables(**{f.name: package.table(f.name) for f in fields(found.Tables)})
    return verdicts.judged(package.table("claims"), against)


def disputed_by_figure() -> dict[str, tuple[str, ...]]:
    """Ids of the claims that each figure touches and that are disputed or outdated, by figure."""
    return _touching(tables.package())


@lru_cache(maxsize=2)
def _touching(package: tables.Package) -> dict[str, tuple[str, ...]]:
    touching: dict[str, tuple[str, ...]] = {}
    for claim in _contested(package):
        for figure_id in SHOWN.get(claim, ()):
            touching[figure_id] = (*touching.get(figure_id, ()), claim)
    return touching


def touched(figure_id: str) -> bool:
    """Whether any claim of the article is about what the figure shows."""
    return figure_id in CARDS or any(figure_id in drawn for drawn in SHOWN.values())


def disputed(figure_id: str, state: State) -> tuple[str, ...]:
    """Ids of the disputed or outdated claims that a figure touches in the view of `state`.

    The card of an asset or company touches the claims about it; where one consortium is chosen,
    claims about another are not in view.
    """
    contested = _contested(tables.package())
    if figure_id in CARDS:
        about = str(getattr(state, CARDS[figure_id]))
        return tuple(c for c, thing in contested.items() if thing == about)
    touching = disputed_by_figure().get(figure_id, ())
    if state.consortium == "all" or "consortium" not in registry()[figure_id].uses:
        return touching
    return tuple(c for c in touching if contested[c] == state.consortium)


def shown(claim_id: str, state: State) -> tuple[tuple[str, State], ...]:
    """Figures that show what a claim is about, each with the view of `state` in which it does."""
    about = rows().set_index("claim_id").loc[claim_id, "entity_id"]
    plain = state.shared()
    return tuple(
        (f, replace(plain, **{CARDS[f]: about}) if f in CARDS else plain) for f in SHOWN[claim_id]
    )


@lru_cache(maxsize=2)
def _contested(package: tables.Package) -> dict[str, str]:
    """What each disputed or outdated claim is about. Every frame of every run asks."""
    judged = _rows(package)
    found = judged[judged["verdict"].isin(verdicts.CONTESTED)]
    return dict(zip(found["claim_id"].astype(str), found["entity_id"].astype(str), strict=True))


def chosen(state: State) -> pd.DataFrame:
    """The claims that pass the filters: sectors, verdicts and every word searched for."""
    kept = rows()
    kept = kept[kept["sector"].isin(state.sector or SECTORS)]
    kept = kept[kept["verdict"].isin(state.verdict or VERDICTS)]
    t, wanted = texts.in_language(state.lang), _plain(state.find).split()
    searched = [_plain(_searched(claim, t)) for claim in kept.itertuples()]
    # A plain list would select columns where no claim is left.
    fits = [all(word in one for word in wanted) for one in searched]
    return kept[pd.Series(fits, index=kept.index, dtype=bool)]


def _searched(claim: Any, t: Texts) -> str:
    note = "" if pd.isna(claim.note) else str(claim.note)
    about = t.name(claim.entity_id) if isinstance(claim.entity_id, str) else ""
    return " ".join([claim.claim_id, t.name(claim.claim_id, "title"), about, note])


def _plain(text: str) -> str:
    """Lower case without accents, so that a search ignores both."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def of_sectors(state: State) -> pd.DataFrame:
    """The claims of the sectors chosen."""
    return rows()[rows()["sector"].isin(state.sector or SECTORS)]


def cited(claims: pd.DataFrame) -> tuple[str, ...]:
    """The article first, then the sources that carry the verdicts."""
    used = [s for s in claims["decided_by"] if s]
    return tuple(dict.fromkeys(["article", *used]))


@register("claims.counts", sectors=SECTORS, uses=("sector",))
def counts(state: State) -> Figure:
    """How many claims of each verdict, computed and editorial."""
    t = texts.in_language(state.lang)
    judged = of_sectors(state)
    sizes = verdicts.counts(judged).assign(source_id="article", status="derived")
    by_basis = sizes.groupby("basis")["claims"].sum()
    (article,) = sources.by_ids(["article"])
    total = {v: int(n) for v, n in sizes.groupby("verdict")["claims"].sum().items()}
    return Figure(
        id="claims.counts",
        title=t(
            "Verdicts on the claims of the article of {month}, number of claims",
            month=t.day(article.published[:7]),
        ),
        drawn=Chart(_stacked(sizes, t)),
        table=sizes,
        source_ids=cited(judged),
        finding=t(
            "{all} claims: {confirmed} confirmed, {approximately} approximately right, {disputed}"
            " disputed, {outdated} outdated, {open} not verifiable. {computed} verdicts are"
            " computed from the tables, {editorial} are judged by reading.",
            all=t.number(len(judged)),
            open=t.number(total["not_verifiable"]),
            computed=t.number(int(by_basis["computed"])),
            editorial=t.number(int(by_basis["editorial"])),
            **{v: t.number(total[v]) for v in VERDICTS if v != "not_verifiable"},
        ),
        note=t(
            "Computed: confirmed where the value rounds to the digits published, approximately "
            "right near them or where the data cover part of the period; otherwise outdated where "
            "it was once right, disputed where it was not; not verifiable where there are no data "
            "for its period. Judged by reading: no table can decide it."
        ),
        badges=shared.badges(sizes, "editorial"),
    )


def _stacked(sizes: pd.DataFrame, t: Texts) -> Bars:
    colours = dict(zip(codes.VERDICT_BASIS, (palette.INK.light, palette.FAINT.light), strict=True))
    return Bars(
        tuple(
            Category(str(verdict), t(codes.VERDICT[str(verdict)]), label=_sum(parts["claims"], t))
            for verdict, parts in sizes.groupby("verdict", sort=False)
        ),
        tuple(
            Series(
                t(codes.VERDICT_BASIS[basis]),
                colour,
                tuple(
                    Point(str(r.verdict), float(str(r.claims)), t.number(int(str(r.claims))))
                    for r in sizes[sizes["basis"].eq(basis)].itertuples()
                ),
                mark="bar",
            )
            for basis, colour in colours.items()
        ),
        what=t("Verdict"),
        by=t("Method"),
        measure=t("Claims"),
        arranged="stacked",
    )


def _sum(parts: pd.Series, t: Texts) -> str:
    return f"{t.number(int(parts.sum()))} = {' + '.join(map(t.number, parts))}"


def source(source_id: str, t: Texts) -> str:
    """The publisher behind a value."""
    return sources.publisher(source_id, t)
