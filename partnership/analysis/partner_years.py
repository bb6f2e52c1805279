"""From which year on Kazakhstan's exports are known by partner well enough to compare them."""

from __future__ import annotations

import pandas as pd

from partnership.analysis.trade import left_out, partners
from partnership.tables import needed

RUSSIA = "RUS"


def named_from(trade: pd.DataFrame, partner: str = RUSSIA) -> int:
    """First year of which Kazakhstan's exports to a partner are known.

    By default Russia, one of the largest: where its part is not known, all shares are too large.
    Raises `TableError` where no year is known.
    """
    rows = partners(trade, "export", 0, 9999)
    years = rows.loc[rows["partner"].eq(partner), "year"]
    if years.empty:
        raise needed.missing("trade", reporter="KAZ", partner=partner, flow="export")
    return int(years.min())


def ranked_from(trade: pd.DataFrame, most: float) -> int:
    """First year of the longest run of which less than `most` percent have no partner.

    Raises `TableError` where no year is known.
    """
    known = left_out(partners(trade, "export", 0, 9999))
    if known.empty:
        raise needed.missing("trade", reporter="KAZ", product_id="total", flow="export")
    runs: list[list[int]] = [[]]
    for year, part in known.items():
        if part < most:
            runs[-1].append(int(str(year)))
        elif runs[-1]:
            runs.append([])
    longest = max(runs, key=len)
    return longest[0] if longest else int(known.index.min())
