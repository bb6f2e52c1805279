"""Which of several sources on one thing represents it in a chart."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from partnership.provenance.sources import TIERS

_OUTCOME = ("reported", "derived")
_STATUS = ("reported", "derived", "estimated", "target", "claimed")


def mark(rows: pd.DataFrame, sources: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """`rows` with `used`: true for the one row that represents its `keys`.

    `rows` holds `keys`, `source_id` and `status`; `sources` holds `source_id` and `kind`. An
    outcome comes before an estimate and an estimate before a plan; among outcomes the heaviest kind
    of source decides, then what is reported before what is derived, then the order of the table.
    """
    kind = sources.set_index("source_id")["kind"].astype(str).map(TIERS)
    status = rows["status"].astype(str)
    order = pd.DataFrame(
        {
            "plan": status.map(lambda s: 0 if s in _OUTCOME else _STATUS.index(s)),
            "kind": rows["source_id"].astype(str).map(kind),
            "status": status.map(_STATUS.index),
        },
        index=rows.index,
    )
    best = rows.loc[order.sort_values(["plan", "kind", "status"], kind="stable").index]
    return rows.assign(used=~best.duplicated(list(keys)))
