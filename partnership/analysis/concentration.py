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

WHOLE = 100.0
ROUTES = ("cpc", "atyrau_samara", "btc", "aktau_oil_port", "kazakhstan_china_oil")
"""Ways out of Kazakhstan for crude oil. Druzhba is left out: its Kazakh oil has already been
counted between Atyrau and Samara."""
_ROUTE_METRICS = {"aktau_oil_port": "oil_to_makhachkala_mt"}
_ROUTE_METRIC, _EXPORTS = "kazakh_oil_throughput_mt", "oil_exports_mt"


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

    `who` is the column with the partners' ids; `of` the word that goes into column `of`. Returns
    `of`, `year`, `index_low`, `index_high`, `equal` (partners of equal size that are as
    concentrated, by the lower bound of the index), `top_low`, `top_high`, `known` (percent),
    `count` (partners), `largest` (ids of the three largest, joined by `;`), `source_id`, `status`.
    """
    made = []
    for year, mine in rows.groupby("year"):
        mine = mine.sort_values("share", ascending=False, kind="stable")
        found = measure(mine["share"])
        made.append(
            {
                "of": of,
                "year": int(str(year)),
                **vars(found),
                "equal": WHOLE**2 / found.index_low,
                "count": len(mine),
                "largest": ";".join(mine[who].astype(str).head(3)),
                "source_id": mine["source_id"].iloc[0],
                "status": "derived",
            }
        )
    return pd.DataFrame(made)


def routes(observations: pd.DataFrame) -> pd.DataFrame:
    """Kazakh crude oil by way out and year, in Mt, with its share of all crude oil exports.

    Returns `year`, `route`, `mt`, `share` (percent of `oil_exports_mt` of the year), `used` (false
    for a second source on the same route and year: the first listed counts), `source_id`,
    `total_source_id`, `status`, `note`; only years whose exports are known.

    Limits: tonnes are those of the carriers and of the exporters, which count differently; what
    goes by rail, and routes for which no source was read, stand in no row.
    """
    wanted = {**dict.fromkeys(ROUTES, _ROUTE_METRIC), **_ROUTE_METRICS}
    years = observations[observations["period"].astype(str).str.fullmatch(r"\d{4}")]
    metric = years["entity_id"].astype(str).map(wanted)
    rows = years[metric.notna() & years["metric_id"].astype(str).eq(metric)]
    exports = years[years["entity_id"].eq("KAZ") & years["metric_id"].eq(_EXPORTS)]
    exports = exports.drop_duplicates("period").set_index("period")
    rows = rows[rows["period"].isin(exports.index)]
    total = rows["period"].map(exports["value"]).astype(float)
    made = pd.DataFrame(
        {
            "year": rows["period"].astype(int),
            "route": rows["entity_id"].astype(str),
            "mt": rows["value"].astype(float),
            "share": rows["value"].astype(float) / total * WHOLE,
            "used": ~rows.duplicated(["entity_id", "period"]),
            "source_id": rows["source_id"],
            "total_source_id": rows["period"].map(exports["source_id"]),
            "status": rows["status"],
            "note": rows["note"],
        }
    )
    place = made["route"].map(ROUTES.index)
    return made.assign(place=place).sort_values(["year", "place"]).drop(columns="place")
