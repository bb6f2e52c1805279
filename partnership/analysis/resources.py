"""Output and exports of goods of Kazakhstan, by the table of resources and use."""

from __future__ import annotations

import pandas as pd

GOODS = {
    "ferroalloys": "t",
    "ferrochrome": "t",
    "ferrosilicon": "t",
    "phosphorus": "t",
    "refined_copper": "t",
    "zinc": "t",
    "lead": "t",
    "aluminium_alumina": "t",
    "flat_steel": "t",
    "coal": "kt",
}
"""Goods with both output and exports in the table, and the unit of their metrics."""
OUTPUT = tuple(f"{good}_output_{unit}" for good, unit in GOODS.items())
"""Metrics of the output of these goods."""


def exported(observations: pd.DataFrame) -> pd.DataFrame:
    """Exports to all countries as a share of output, good by good and period by period.

    Both are taken from one source and one period; the months of a year are added up. Returns
    `good`, `metric_id` (of the output), `period`, `output`, `exports` (tonnes), `share` (percent),
    `source_id`, `status`, `note`; the newest period first, in it the largest share first.

    Limit: stocks of the year before and goods bought abroad may be sold too, so that a share may
    pass a hundred percent.
    """
    rows = observations[observations["entity_id"].eq("KAZ")]
    parts = []
    for good, unit in GOODS.items():
        produced, sold = (
            rows[rows["metric_id"].eq(f"{good}_{what}_{unit}")] for what in ("output", "exports")
        )
        both = produced.merge(
            sold[["period", "source_id", "value"]],
            on=["period", "source_id"],
            suffixes=("", "_sold"),
        )
        tonnes = 1000.0 if unit == "kt" else 1.0
        parts.append(
            both.assign(
                good=good,
                output=both["value"] * tonnes,
                exports=both["value_sold"] * tonnes,
                share=both["value_sold"] / both["value"] * 100,
                status="derived",
            )
        )
    columns = [
        "good",
        "metric_id",
        "period",
        "output",
        "exports",
        "share",
        "source_id",
        "status",
        "note",
    ]
    found = pd.concat(parts, ignore_index=True)[columns]
    return found.sort_values(["period", "share"], ascending=False, ignore_index=True)
