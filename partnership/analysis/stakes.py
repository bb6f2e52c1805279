"""Who owns what, on which day, and what that is worth in barrels.

Shares are working interests in percent as published. Spans are half-open: `valid_from` is the
first day, `valid_to` the first day after.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

OPEN_END = "9999-12-31"


@dataclass(frozen=True)
class Split:
    """The holders of one consortium on one day.

    `rows` are rows of `stakes`. `early` is true when the day lies before the first known split,
    which is then the one shown; `undated` when the start of this split is not documented.
    """

    asset_id: str
    rows: pd.DataFrame
    early: bool
    undated: bool

    @property
    def total(self) -> float:
        """Sum of the shares in percent."""
        return float(self.rows["percent"].sum())


def splits(stakes: pd.DataFrame, asset_id: str) -> pd.DataFrame:
    """The full reported splits of a consortium, earliest first."""
    mine = stakes["asset_id"].eq(asset_id) & stakes["basis"].eq("split")
    rows = stakes[mine & stakes["status"].eq("reported")]
    return rows.sort_values(
        ["valid_from", "percent"], ascending=[True, False], na_position="first", kind="stable"
    )


def split_on(stakes: pd.DataFrame, asset_id: str, day: date) -> Split:
    """The split valid on `day`; before the first known one, that one.

    Raises `KeyError` when the consortium has no full split.
    """
    known = splits(stakes, asset_id)
    if known.empty:
        raise KeyError(asset_id)
    asked = day.isoformat()
    start = known["valid_from"].fillna("")
    end = known["valid_to"].fillna(OPEN_END)
    valid = known[(start <= asked) & (asked < end)]
    early = valid.empty
    if early:
        valid = known[start == start.min()]
    undated = bool(valid["valid_from"].isna().all())
    return Split(asset_id, valid.sort_values("percent", ascending=False), early, undated)


def claimed(stakes: pd.DataFrame, asset_id: str) -> pd.DataFrame:
    """The article's own set for a consortium (full or not), largest first."""
    mine = stakes["asset_id"].eq(asset_id) & stakes["status"].eq("claimed")
    return stakes[mine].sort_values("percent", ascending=False)


def differences(reported: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """Holder by holder, what the article says beside what is reported.

    Returns `holder_id`, `reported`, `claimed` (percent, missing where a set lacks the holder),
    largest reported first.
    """
    left = reported.set_index("holder_id")["percent"].rename("reported")
    right = said.set_index("holder_id")["percent"].rename("claimed")
    both = pd.concat([left, right], axis=1)
    return both.sort_values(["reported", "claimed"], ascending=False).reset_index(names="holder_id")


def history(stakes: pd.DataFrame, asset_id: str, start: date, end: date) -> pd.DataFrame:
    """The splits of a consortium between `start` and `end`, one row a holder and span.

    Returns `start`, `end` (ISO days; `end` is the first day after, or the `end` asked for),
    `holder_id`, `percent`, `documented` (false where the start of the split is not known and
    it is drawn from `start`), `source_id`, `status`.
    """
    known = splits(stakes, asset_id)
    first, last = start.isoformat(), end.isoformat()
    spans = known.assign(
        documented=known["valid_from"].notna(),
        start=known["valid_from"].fillna(first).clip(lower=first),
        end=known["valid_to"].fillna(last).clip(upper=last),
    )
    columns = ["start", "end", "holder_id", "percent", "documented", "source_id", "status"]
    return spans.loc[spans["start"] < spans["end"], columns].reset_index(drop=True)


def matrix(stakes: pd.DataFrame, assets: tuple[str, ...], day: date) -> pd.DataFrame:
    """Every holder's share in each of `assets` on a day: `asset_id`, `holder_id`, `percent`,
    `source_id`, and `holdings`, the number of consortia the holder is in.
    """
    rows = pd.concat([split_on(stakes, asset, day).rows for asset in assets], ignore_index=True)
    rows = rows[["asset_id", "holder_id", "percent", "source_id", "status", "note"]]
    return rows.assign(holdings=rows.groupby("holder_id")["asset_id"].transform("count"))


def look_through(
    stakes: pd.DataFrame, output: pd.DataFrame, barrels_per_tonne: float
) -> pd.DataFrame:
    """Each holder's part of a field's oil by working interest: stake times output.

    `output` holds `entity_id`, `period` (a year), `value` in Mt, `source_id`, `status`. The split
    taken is the one valid on 1 July of the year. A working interest is not what a holder may
    sell: under a production sharing agreement cost oil and the state's share come first.

    Returns `asset_id`, `year`, `holder_id`, `percent`, `mt`, `kbd` (thousand barrels a day at
    `barrels_per_tonne`), `source_id` (of the output), `stake_source_id`, `output_status`.
    """
    parts = []
    for row in output.itertuples():
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
                kbd=mt * 1000 * barrels_per_tonne / 365.25,
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
    mine = look[look["asset_id"].isin(fields)]
    whole = mine.groupby("year")["asset_id"].nunique()
    mine = mine[mine["year"].isin(whole.index[whole.eq(len(fields))])]
    unsure = mine[mine["output_status"].ne("reported")].groupby("year").size()
    sums = (
        mine.sort_values("kbd", ascending=False)
        .groupby(["year", "holder_id"], as_index=False)
        .agg(kbd=("kbd", "sum"), source_id=("source_id", "first"))
    )
    share = sums["kbd"] / sums.groupby("year")["kbd"].transform("sum") * 100
    status = sums["year"].isin(unsure.index).map({True: "estimated", False: "derived"})
    sums = sums.assign(share=share, status=status)
    return sums.sort_values(["year", "kbd"], ascending=[True, False], ignore_index=True)
