"""The mirror gap: the same goods as the exporter and the importer declare them.

Everywhere else reporters are never divided by each other, because a Kazakh-declared export (FOB,
by the last destination known) and an Italian-declared import (CIF, by origin, only what is cleared
in Italy) do not measure the same thing. Here the division is the question itself. The method is
that of mirror statistics (United Nations, "International Merchandise Trade Statistics: Compilers
Manual, Revision 1", 2013, chapter on bilateral asymmetries).
"""

from __future__ import annotations

import pandas as pd

from partnership.analysis.barrels import per_tonne
from partnership.analysis.trade import whole_sums

BEHIND_TRIESTE = ("DEU", "AUT", "CZE")
"""Importers on the Transalpine pipeline (TAL) and its branches to Vienna and to Czechia."""
ONLY_BY_TRIESTE = ("AUT",)
"""The importer to which table `assets` knows no crude oil line but the branch of TAL."""


def ratios(both: pd.DataFrame) -> pd.DataFrame:
    """Kazakh-declared and Italian-declared values compared, by direction and year.

    `both` as from `trade.bilateral` (`direction`, `reporter`, `year`, `value_usd`, `source_id`).
    Only years that both declare. Returns `direction`, `year`, `kazakh`, `italian`, `gap` (kazakh
    less italian, USD), `ratio` (kazakh divided by italian), `source_id` (of the Kazakh value),
    `italian_source_id`, `status`.

    Limits: FOB against CIF alone would bring the ratio of exports to Italy somewhat under 1 and
    the other direction, which Kazakhstan counts CIF, somewhat over 1.
    """
    keys = ["direction", "year"]
    columns = [*keys, "value_usd", "source_id"]
    kazakh, italian = (both.loc[both["reporter"].eq(r), columns] for r in ("KAZ", "ITA"))
    wide = kazakh.merge(italian, on=keys, suffixes=("", "_ita"))
    compared = pd.DataFrame(
        {
            "direction": wide["direction"],
            "year": wide["year"].astype(int),
            "kazakh": wide["value_usd"].astype(float),
            "italian": wide["value_usd_ita"].astype(float),
            "source_id": wide["source_id"],
            "italian_source_id": wide["source_id_ita"],
            "status": "derived",
        }
    )
    compared = compared.assign(
        gap=compared["kazakh"] - compared["italian"], ratio=compared["kazakh"] / compared["italian"]
    )
    return compared.sort_values(keys, ignore_index=True)


def druzhba_value(
    importers: pd.DataFrame, observations: pd.DataFrame, barrels_per_tonne: float
) -> pd.DataFrame:
    """Value of the Kazakh oil that came to Germany by Druzhba, at Germany's own mean price.

    `importers` as from `trade.importers`; the volume is `kazakh_oil_throughput_mt` of `druzhba` in
    `observations`, in Mt. Returns `year`, `value_usd`, `source_id`; only years that are known.
    """
    seen = observations[
        observations["entity_id"].eq("druzhba")
        & observations["metric_id"].eq("kazakh_oil_throughput_mt")
        & observations["period"].astype(str).str.fullmatch(r"\d{4}")
    ]
    germany = importers[importers["reporter"].eq("DEU")].set_index("year")
    price = germany["value_usd"] / germany["quantity_kbbl"]
    rows = seen.assign(year=seen["period"].astype(int))
    rows = rows[rows["year"].isin(price.index)]
    value = rows["value"].astype(float) * 1000 * barrels_per_tonne * rows["year"].map(price)
    return rows.assign(value_usd=value)[["year", "value_usd", "source_id"]]


def by_druzhba(importers: pd.DataFrame, observations: pd.DataFrame) -> pd.DataFrame:
    """As `druzhba_value`, with the barrels per tonne in `observations`.

    Raises `TableError` where it holds none.
    """
    factor = per_tonne(observations)["value"].iloc[0]
    return druzhba_value(importers, observations, float(factor))


def by_trieste(importers: pd.DataFrame, druzhba: pd.DataFrame) -> pd.DataFrame:
    """Value of the Kazakh crude oil that was piped on from Trieste: bounds in USD by year.

    `importers` as from `trade.importers`, `druzhba` as from `druzhba_value`. With A, D, C what
    Austria, Germany and Czechia themselves declare of crude oil of Kazakh origin,

        lower bound = A                    (Austria's only line known is a branch of TAL)
        upper bound = A + D + C − druzhba  (all of it, less what is known to have come by Druzhba)

    Returns `year`, `lower_usd`, `upper_usd`, `druzhba_usd` (0 where none is known), `months` (the
    fewest months any of those that declared had), `absent` (which of the three declared nothing,
    joined by `;`), `source_id`. A bound is missing where one of its inputs is; where a
    country is absent the upper bound is that of the others.

    Limits: importers count CIF, so that the freight from Novorossiysk and the tariff are in;
    months that a register lacks are not in the bounds; what came to Germany by other ports is in
    the upper bound, what Hungary or others took through Trieste is in neither.
    """
    crude = importers[importers["reporter"].isin(BEHIND_TRIESTE)]
    by_year = crude.groupby("year")
    known = by_year.agg(
        months=("months", "min"), reporters=("reporter", set), source_id=("source_id", "first")
    )
    everything = whole_sums(by_year, ["value_usd"])["value_usd"]
    sure = crude[crude["reporter"].isin(ONLY_BY_TRIESTE)].set_index("year")["value_usd"]
    other = druzhba.groupby("year")["value_usd"].sum()
    # Where nothing is known to have come by Druzhba, nothing is taken off the upper bound.
    other = other.reindex(known.index).fillna(0.0)
    bounds = pd.DataFrame(
        {
            "lower_usd": sure.reindex(known.index),
            "upper_usd": everything - other,
            "druzhba_usd": other,
            "months": known["months"].astype(int),
            "absent": [
                ";".join(r for r in BEHIND_TRIESTE if r not in who) for who in known["reporters"]
            ],
            "source_id": known["source_id"],
        }
    )
    return bounds.reset_index(names="year")


def explained(gaps: pd.DataFrame, importers: pd.DataFrame, druzhba: pd.DataFrame) -> pd.DataFrame:
    """How much of the gap the oil piped on from Trieste can explain, by year.

    `gaps` as from `ratios` (direction `kaz_to_ita`), the others as in `by_trieste`. Returns what
    that does, without `druzhba_usd`, and `gap` (USD), `lower`, `upper` (its bounds in percent of
    the gap, at most 100), `ratio_with` (Kazakh-declared exports over Italy's imports and the upper
    bound), `status`. Only years with both a gap and a register.

    Limits: the gap is customs statistics and the bounds are the register of crude oil: how much
    of the one the other covers is the question itself. That Kazakh oil unloaded at Trieste was
    declared for Italy by Kazakhstan is the hypothesis, not a finding.
    """
    bounds = by_trieste(importers, druzhba).drop(columns="druzhba_usd")
    rows = gaps.loc[gaps["gap"].gt(0), ["year", "gap", "kazakh", "italian"]]
    both = rows.merge(bounds, on="year").sort_values("year", ignore_index=True)
    shares = both.assign(
        lower=(both["lower_usd"] / both["gap"]).clip(upper=1) * 100,
        upper=(both["upper_usd"] / both["gap"]).clip(upper=1) * 100,
        ratio_with=both["kazakh"] / (both["italian"] + both["upper_usd"]),
        status="estimated",
    )
    return shares.drop(columns=["kazakh", "italian"])
