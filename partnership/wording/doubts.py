"""Remarks on registers that call themselves incomplete."""

from __future__ import annotations

import pandas as pd

from partnership.charts import lines
from partnership.language.texts import Texts


def doubts(rows: pd.DataFrame, t: Texts) -> list[str]:
    """A sentence on the years whose register calls itself incomplete for an origin."""
    doubtful = rows[rows["note"].notna()]
    if doubtful.empty:
        return []
    listed = lines.listed([f"{t.name(r.partner)} {r.year}" for r in doubtful.itertuples()], t)
    return [t("The register looks incomplete: {list}.", list=listed)]
