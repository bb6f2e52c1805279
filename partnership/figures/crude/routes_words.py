"""Finding, note and names of the export routes for crude oil."""

from __future__ import annotations

import pandas as pd

from partnership.analysis import concentration as analysis
from partnership.charts import known_years
from partnership.language.texts import Texts
from partnership.provenance import sources

REST = "rest"
"""The key of all routes that are not broken down."""


def finding(used: pd.DataFrame, found: pd.DataFrame, t: Texts) -> str:
    """CPC's share and the index in the last year, and the share in the first."""
    last = found.iloc[-1]
    now = int(last["year"])
    cpc = used[used["route"].eq("cpc")].set_index("year")["share"]
    low, high = t.number(last["index_low"]), t.number(last["index_high"])
    index = (
        t("The Herfindahl index of export routes was {low} in {year}.", low=low, year=now)
        if low == high
        else t(
            "The Herfindahl index of export routes was between {low} and {high} in {year}.",
            low=low,
            high=high,
            year=now,
        )
    )
    return " ".join([*_by_cpc(cpc, t), index])


def _by_cpc(share: pd.Series, t: Texts) -> list[str]:
    """CPC's `share` by year: the last known, and the first where it is another."""
    if share.empty:
        return []
    last = {"year": int(share.index[-1]), "share": t.percent(share.iloc[-1])}
    if len(share) == 1:
        return [t("In {year} {share} of crude oil exports went through CPC.", **last)]
    return [
        t(
            "In {year} {share} of crude oil exports went through CPC, in {first} {before}.",
            first=int(share.index[0]),
            before=t.percent(share.iloc[0]),
            **last,
        )
    ]


def note(rows: pd.DataFrame, found: pd.DataFrame, t: Texts) -> str:
    """What is missing, by route, bounds of the three largest, and what other sources have."""
    used = rows[rows["used"]]
    shown = sorted(set(used["year"]))
    by_sea = set(used.loc[used["route"].eq("sea"), "year"])
    sentences = []
    for route in analysis.MAIN_ROUTES:
        known = set(used.loc[used["route"].eq(route), "year"])
        covered = by_sea if route in analysis.PARTS_OF_SEA else set()
        lacking = [y for y in shown if y not in known | covered]
        if lacking:
            named = known_years.named(lacking, t)
            sentences.append(t("{name}: no value for {years}.", name=name(route, t), years=named))
    last = found.iloc[-1]
    low, high, year = t.percent(last["top_low"], 0), t.percent(last["top_high"], 0), last["year"]
    sentences += [
        t("Bounds: the part not broken down is spread over many routes, or is one more route."),
        t("The three largest routes carried {share} in {year}.", share=low, year=year)
        if low == high
        else t(
            "The three largest routes carried {low} to {high} in {year}.",
            low=low,
            high=high,
            year=year,
        ),
        t(
            "Druzhba is part of the Samara route. Where sources disagree, an outcome is drawn "
            "before an estimate, then the best kind of source; other values are in the table."
        ),
        *_others(rows[rows["route"].eq("cpc") & rows["year"].eq(year)], t),
    ]
    return " ".join(sentences)


def _others(cpc: pd.DataFrame, t: Texts) -> list[str]:
    """The share of CPC in one year by the quantities that the drawing does not use."""
    by = sources.publishers(cpc["source_id"], t)
    drawn = cpc[cpc["used"]]
    if drawn.empty:
        return []
    used = drawn.iloc[0]
    return [
        t(
            "{share} in {year} is based on {mt} Mt through CPC ({publisher}); with the {less} Mt "
            "given by {other} it would be {otherwise}.",
            share=t.percent(used["share"]),
            year=int(used["year"]),
            mt=t.number(used["mt"], 1),
            publisher=by[str(used["source_id"])],
            less=t.number(row.mt, 1),
            other=by[str(row.source_id)],
            otherwise=t.percent(row.share),
        )
        for row in cpc[~cpc["used"]].itertuples()
        if row.mt != used["mt"]
    ]


def name(route: str, t: Texts) -> str:
    """The name of a route, for a label."""
    known = {
        REST: t("not broken down"),
        "makhachkala": t("Makhachkala"),
        "sea": t("by sea from Aktau"),
        "rail": t("by rail"),
        "kazakhstan_china_oil": t("China"),
    }
    return known.get(route) or t.short(route)
