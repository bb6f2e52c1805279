"""How concentrated a trade is: Herfindahl index and share of the three largest, with bounds.

The Herfindahl–Hirschman index (A. O. Hirschman, "The Paternity of an Index", American Economic
Review 54, 1964) is the sum of the squares of all shares in percent: 10 000 where one partner has
everything, 10 000 / n where n partners have equal parts. 10 000 divided by the index is the number
of equal partners that would be as concentrated.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from partnership.analysis import oil

WHOLE = 100.0
_ROUTES = {
    ("cpc", oil.KAZAKH_OIL): "cpc",
    ("atyrau_samara", oil.KAZAKH_OIL): "atyrau_samara",
    ("btc", oil.KAZAKH_OIL): "btc",
    ("aktau_oil_port", "oil_to_makhachkala_mt"): "makhachkala",
    ("aktau_oil_port", "oil_exports_by_sea_mt"): "sea",
    ("kazakhstan_china_oil", oil.KAZAKH_OIL): "kazakhstan_china_oil",
    ("KAZ", "oil_exports_by_rail_mt"): "rail",
}
ROUTES = tuple(_ROUTES.values())
"""Export routes of Kazakh crude oil. Druzhba is left out: its Kazakh oil has already been
counted between Atyrau and Samara."""
MAIN_ROUTES = tuple(r for r in ROUTES if r not in ("sea", "rail"))
"""Routes that are expected in every year."""
PARTS_OF_SEA = ("btc", "makhachkala")
"""Routes that begin with a ship from Aktau: left out where all that left Aktau by sea is known."""


@dataclass(frozen=True)
class Measure:
    """Bounds of the index and of the share of the three largest, and `known`, percent covered."""

    index_low: float
    index_high: float
    top_low: float
    top_high: float
    known: float


def measure(shares: Iterable[float]) -> Measure:
    """Concentration of `shares` in percent of a whole that they need not fill.

    Lower bounds spread the rest that is not in `shares` over infinitely many; upper bounds give it
    to one more partner. With nothing missing both are the same.
    """
    known = sorted((float(s) for s in shares), reverse=True)
    rest = max(0.0, WHOLE - sum(known))
    index = sum(s**2 for s in known)
    return Measure(
        index_low=index,
        index_high=index + rest**2,
        top_low=sum(known[:3]),
        top_high=sum(sorted([*known, rest], reverse=True)[:3]),
        known=WHOLE - rest,
    )


def by_year(rows: pd.DataFrame, who: str, of: str) -> pd.DataFrame:
    """Concentration of each year of `rows` (`year`, `share` in percent, `source_id`).

    `who` is the column with the partners' ids; `of` the value of the column of that name. Returns
    `of`, `year`, `index_low`, `index_high`, `equal` (partners of equal size that are as
    concentrated, by the lower bound of the index), `top_low`, `top_high`, `known` (percent),
    `count` (partners), `largest` (ids of the three largest, joined by `;`), `source_id`, `status`.
    """
    records = []
    for year, group in rows.groupby("year"):
        group = group.sort_values("share", ascending=False, kind="stable")
        found = measure(group["share"])
        records.append(
            {
                "of": of,
                "year": int(str(year)),
                **vars(found),
                "equal": WHOLE**2 / found.index_low,
                "count": len(group),
                "largest": ";".join(group[who].astype(str).head(3)),
                "source_id": group["source_id"].iloc[0],
                "status": "derived",
            }
        )
    return pd.DataFrame(records)


def routes(observations: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Kazakh crude oil by export route and year, in Mt, with its share of all crude oil exports.

    `sources` tells the kind of each source. Returns `year`, `route`, `mt`, `share` (percent of
    `oil_exports_mt` of the year), `used` (false where another source is preferred for the same
    route and year), `source_id`, `total_source_id`, `status`, `note`; only years whose exports are
    known. What is only planned or expected stands in no row where an outcome is known.

    Limits: tonnes are those of the carriers and of the exporters, which count differently; routes
    for which no source was read stand in no row.
    """
    exports = oil.by_year(observations, sources, (("KAZ", oil.EXPORTS),))
    total = exports[exports["used"]].set_index("year")
    rows = oil.by_year(observations, sources, tuple(_ROUTES))
    rows = rows[rows["year"].isin(total.index) & rows["status"].ne("target")]
    route = pd.Series(
        [_ROUTES[key] for key in zip(rows["entity_id"], rows["metric_id"], strict=True)],
        index=rows.index,
        dtype=str,
    )
    whole = set(rows.loc[route.eq("sea"), "year"])
    rows = rows.assign(route=route)[~(route.isin(PARTS_OF_SEA) & rows["year"].isin(whole))]
    outcome = rows["status"].isin(("reported", "derived"))
    known = outcome.groupby([rows["year"], rows["route"]]).transform("any")
    rows = rows[outcome | ~known]
    shares = rows.assign(
        share=rows["mt"] / rows["year"].map(total["mt"]) * WHOLE,
        total_source_id=rows["year"].map(total["source_id"]),
        order=rows["route"].map(ROUTES.index),
    ).sort_values(["year", "order"], kind="stable", ignore_index=True)
    columns = [
        "year",
        "route",
        "mt",
        "share",
        "used",
        "source_id",
        "total_source_id",
        "status",
        "note",
    ]
    return shares[columns]
