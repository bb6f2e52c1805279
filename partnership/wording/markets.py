"""Italy among the export markets of Kazakhstan, in words."""

from __future__ import annotations

import pandas as pd

from partnership.analysis.trade import first_rival
from partnership.language.texts import Texts


def first(rows: pd.DataFrame, t: Texts) -> str:
    """Italy's rank and share in the latest year, and the largest other market; empty where one of
    them is not known. `rows` as from `analysis.trade.destinations`.
    """
    now = rows[rows["year"].eq(rows["year"].max())].set_index("partner")
    rival = first_rival(rows)
    if "ITA" not in now.index or not rival:
        return ""
    return t(
        "Italy is Kazakhstan's No. {rank} market: {share}, {rival} {other}",
        rank=int(now.loc["ITA", "rank"]),
        share=t.percent(now.loc["ITA", "share"]),
        rival=t.short(rival),
        other=t.percent(now.loc[rival, "share"]),
    )
