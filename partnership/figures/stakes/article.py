"""Shares of the consortia as the article has them, beside the reported ones."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from partnership import palette, tables
from partnership.analysis import stakes as analysis
from partnership.charts import lines, marks
from partnership.charts.forms import Chart, Dots
from partnership.charts.forms.dots import Along, Dot, Kind, Lane
from partnership.figures import shared
from partnership.figures.figure import Figure, register
from partnership.language import texts
from partnership.language.amounts import decimals
from partnership.language.texts import Texts
from partnership.state import CONSORTIA, State
from partnership.tables.contract import first_day

_ROW = 26


@register("stakes.article", sectors=("oil_gas",), uses=("consortium",))
def article(state: State) -> Figure:
    """The article's shares beside the reported ones, holder by holder."""
    t = texts.in_language(state.lang)
    stakes = tables.load("stakes")
    named = CONSORTIA if state.consortium == "all" else (state.consortium,)
    attested = stakes.loc[stakes["status"].eq("claimed"), "attested"]
    if attested.empty:
        why = t("The article gives no shares for this selection.")
        return shared.nothing(
            "stakes.article", t("Shares in the article compared with reported ones"), why
        )
    when = str(attested.max())
    parts = []
    single = []
    used = stakes.head(0)
    for asset in named:
        claimed = analysis.claimed(stakes, asset)
        if claimed.empty or analysis.splits(stakes, asset).empty:
            continue
        reported = analysis.split_on(stakes, asset, date.fromisoformat(first_day(when))).rows
        used = pd.concat([used, reported])
        compared = analysis.differences(reported, claimed)
        if claimed["basis"].eq("holding").all():
            compared = compared[compared["claimed"].notna()]
            single.append(asset)
        parts.append(
            compared.assign(asset_id=asset, largest=compared[["reported", "claimed"]].max(axis=1))
        )
    rows = (
        pd.concat([p.sort_values("largest", ascending=False) for p in parts], ignore_index=True)
        if parts
        else pd.DataFrame(columns=["holder_id", "reported", "claimed", "asset_id", "largest"])
    )
    long = rows.melt(
        ["asset_id", "holder_id"], ["reported", "claimed"], "said_by", "percent"
    ).dropna()
    paged = used.drop_duplicates("asset_id").set_index("asset_id")["source_id"].astype(str)
    long["source_id"] = [
        "article" if s == "claimed" else paged[a]
        for a, s in zip(long["asset_id"], long["said_by"], strict=True)
    ]
    return Figure(
        id="stakes.article",
        title=t(
            "Shares in the article of {month} (diamonds) compared with reported ones (dots), "
            "percent",
            month=t.day(when),
        ),
        drawn=Chart(_pairs(rows, t), max(120, _ROW * len(rows) + 40)),
        table=long[["asset_id", "holder_id", "said_by", "percent", "source_id"]],
        source_ids=tuple(dict.fromkeys(["article", *long["source_id"]])),
        finding=(
            _article_finding(rows, t)
            if len(rows)
            else t("The article gives no share for {name}.", name=_named(named, t))
        ),
        note=_single_note(single, rows, t),
        badges=frozenset({"disagree"}) if _differ(rows) else frozenset(),
        height=max(120, _ROW * len(rows) + 40),
    )


def _named(assets: tuple[str, ...], t: Texts) -> str:
    return t.name(assets[0]) if len(assets) == 1 else t("the five consortia")


def _single_note(assets: list[str], rows: pd.DataFrame, t: Texts) -> str:
    """The consortia of which the article gives the shares of some holders, and of whom."""
    if not assets:
        return ""
    holders = rows.loc[rows["asset_id"].isin(assets), "holder_id"].drop_duplicates()
    return t(
        "For {consortia} the article gives only the share of {holders}; that is not a full split "
        "and is not drawn as a pie.",
        consortia=lines.listed([t.short(a) for a in assets], t),
        holders=lines.listed([t.short(str(h)) for h in holders], t),
    )


def _differ(rows: pd.DataFrame) -> bool:
    return bool((rows["reported"] != rows["claimed"]).any())


def _pairs(rows: pd.DataFrame, t: Texts) -> Dots:
    most = rows[["reported", "claimed"]].max(axis=1)
    return Dots(
        tuple(_lane(r, t) for r in rows.itertuples()),
        (
            Kind(t("Reported"), palette.SECTOR["oil_gas"].light),
            Kind(t("Article"), marks.INK, "diamond"),
        ),
        Along(0, float(most.max()) if len(rows) else 1, title=t("percent")),
        details=(t("Holder"), t("Reported"), t("Article")),
        step=_ROW,
        joined="gap",
    )


def _lane(row: Any, t: Texts) -> Lane:
    """Dot and diamond of a holder; both values are written beside the one that is farther out."""
    name = f"{t.short(row.asset_id)} · {t.short(row.holder_id)}"
    values = (row.reported, row.claimed)
    absent = (t("not listed"), t("omitted"))
    written = [
        t.percent(v, decimals(v)) if pd.notna(v) else none
        for v, none in zip(values, absent, strict=True)
    ]
    known = [kind for kind, v in enumerate(values) if pd.notna(v)]
    outer = max(known, key=lambda kind: values[kind])
    return Lane(
        name,
        tuple(
            Dot(
                values[kind],
                kind,
                written[kind],
                " / ".join(written) if kind == outer else "",
                sure=kind == 0,
                details=(name, *written),
            )
            for kind in known
        ),
    )


def _article_finding(rows: pd.DataFrame, t: Texts) -> str:
    """What the article's shares add up to, and which holders they omit or name as before."""
    sentences = []
    for asset, shares in rows.groupby("asset_id", sort=False):
        total = float(shares["claimed"].sum())
        if len(shares) < 2 or abs(total - 100) < 1e-9:
            continue
        name = t.short(str(asset))
        sentences.append(
            t(
                "{name}: the article's shares add up to {total}.",
                name=name,
                total=t.number(total, 2),
            )
        )
        missing = shares[shares["claimed"].isna()].set_index("holder_id")["reported"]
        extra = shares[shares["reported"].isna()].set_index("holder_id")["claimed"]
        for old, share in extra.items():
            heirs = missing[missing.eq(share)].index
            for heir in heirs[:1]:
                sentences.append(
                    t(
                        "It names {old}, whose share now belongs to {heir}.",
                        old=t.short(str(old)),
                        heir=t.short(str(heir)),
                    )
                )
                missing = missing.drop(heir)
        if len(missing):
            sentences.append(
                t("It omits {names}.", names=", ".join(t.short(str(h)) for h in missing.index))
            )
    return " ".join(sentences) or t("The article's shares agree with the reported ones.")
