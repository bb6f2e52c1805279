"""Entitlement by working interest: each holder's part of a field's oil."""

from __future__ import annotations

from datetime import date

import pandas as pd

from partnership.analysis.stakes import split_on, splits
from partnership.tables import needed

DAYS = 365.25
"""Mean length of a year."""
_PER_TONNE = {"metric_id": "barrels_per_tonne", "entity_id": "KAZ"}
"""The row of `observations`, with its source, by which barrels are turned into tonnes and back."""


def per_tonne(observations: pd.DataFrame) -> pd.DataFrame:
    """The newest row of `observations` with the barrels per tonne of Kazakh oil.

    Raises `TableError` where there is none.
    """
    return needed.rows(observations, "observations", **_PER_TONNE).tail(1)


def per_tonne_if_known(observations: pd.DataFrame) -> pd.DataFrame:
    """The same row, or none, for whoever can do without."""
    wanted = pd.Series(True, index=observations.index)
    for column, value in _PER_TONNE.items():
        wanted &= observations[column].eq(value)
    return observations[wanted].tail(1)


def look_through(
    stakes: pd.DataFrame, output: pd.DataFrame, barrels_per_tonne: float
) -> pd.DataFrame:
    """Each holder's part of a field's oil by working interest: stake times output.

    `output` holds `entity_id`, `period` (a year), `value` in Mt, `source_id`, `status`. The split
    taken is the one valid on 1 July of the year; a field without any is left out. A working
    interest is not what a holder may sell: under a production sharing agreement cost oil and the
    state's share come first.

    Returns `asset_id`, `year`, `holder_id`, `percent`, `mt`, `kbd` (thousand barrels a day at
    `barrels_per_tonne`), `source_id` (of the output), `stake_source_id`, `output_status`.
    """
    parts = []
    full = [f for f in output["entity_id"].unique() if len(splits(stakes, str(f)))]
    for row in output[output["entity_id"].isin(full)].itertuples():
        split = split_on(stakes, str(row.entity_id), date.fromisoformat(f"{row.period}-07-01"))
        share = split.rows[["holder_id", "percent", "source_id"]].rename(
            columns={"source_id": "stake_source_id"}
        )
        mt = share["percent"] / 100 * float(row.value)
        parts.append(
            share.assign(
                asset_id=str(row.entity_id),
                year=int(str(row.period)),
                mt=mt,
                kbd=mt * 1000 * barrels_per_tonne / DAYS,
                source_id=row.source_id,
                output_status=row.status,
            )
        )
    columns = [
        "asset_id",
        "year",
        "holder_id",
        "percent",
        "mt",
        "kbd",
        "source_id",
        "stake_source_id",
        "output_status",
    ]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def filled(output: pd.DataFrame, barrels: pd.DataFrame, barrels_per_tonne: float) -> pd.DataFrame:
    """`output` in Mt, with years that it lacks turned into tonnes from a source in barrels.

    `barrels` holds `entity_id`, `period` (a year), `value` in million barrels. A year of a field
    that has a value in `output` keeps it; added rows have status `estimated` and say so in `note`.
    The factor is that of the whole country, so that a light oil counts as a little too few tonnes
    and as many barrels as were published.
    """
    known = set(zip(output["entity_id"].astype(str), output["period"].astype(str), strict=True))
    keys = zip(barrels["entity_id"].astype(str), barrels["period"].astype(str), strict=True)
    new = pd.Series([key not in known for key in keys], index=barrels.index, dtype=bool)
    more = barrels[new]
    more = more.assign(
        value=more["value"].astype(float) / barrels_per_tonne,
        status="estimated",
        note="published in barrels",
    )
    return pd.concat([output, more], ignore_index=True)[list(output.columns)]


def by_holder(look: pd.DataFrame, fields: tuple[str, ...]) -> pd.DataFrame:
    """Each holder's thousand barrels a day of all `fields` together, by year.

    `look` as from `look_through`. Only years in which the output of every field is known, so that
    years can be compared. Returns `year`, `holder_id`, `kbd`, `share` (percent of the output of
    all fields), `source_id` (of the largest part), `status` (`estimated` where any output is not
    reported, else `derived`).
    """
    matching = look[look["asset_id"].isin(fields)]
    whole = matching.groupby("year")["asset_id"].nunique()
    matching = matching[matching["year"].isin(whole.index[whole.eq(len(fields))])]
    unsure = matching[matching["output_status"].ne("reported")].groupby("year").size()
    sums = (
        matching.sort_values("kbd", ascending=False)
        .groupby(["year", "holder_id"], as_index=False)
        .agg(kbd=("kbd", "sum"), source_id=("source_id", "first"))
    )
    share = sums["kbd"] / sums.groupby("year")["kbd"].transform("sum") * 100
    status = sums["year"].isin(unsure.index).map({True: "estimated", False: "derived"})
    sums = sums.assign(share=share, status=status)
    return sums.sort_values(["year", "kbd"], ascending=[True, False], ignore_index=True)
