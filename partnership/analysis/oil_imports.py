"""Entitlement by working interest compared with Italy's imports of crude oil."""

from __future__ import annotations

import pandas as pd

from partnership.analysis.barrels import DAYS

REPORTED = "eni_kazakhstan_oil_mbbl_y"
"""Metric of what a holder itself reports as its output, million barrels a year."""
_ORDER = {"imports": 0, "kazakh": 1, "holder": 2, "reported": 3}


def entitlement_and_imports(
    look: pd.DataFrame,
    holder: str,
    fields: tuple[str, ...],
    origins: pd.DataFrame,
    observations: pd.DataFrame,
) -> pd.DataFrame:
    """A holder's entitlement to oil of some fields and Italy's crude imports, in kb/d.

    `look` as from `barrels.look_through`; `origins` as from `crude.origins` (`quantity_kbbl` of a
    year by `partner`, over `DAYS`; Kazakh crude of a year whose register looks incomplete, as its
    `note` says, is left out); `observations` may hold `REPORTED` of `holder` (million barrels
    a year). Only years with imports and the output of all `fields`. Returns `year`, `what`
    (`imports` of all origins, `kazakh` of these, `holder` by working interest, `reported` by the
    holder itself), `kbd`, `share` (percent of the year's imports), `source_id`, `status`.

    Limits: working interest comes before cost oil and the state's share, and nothing says that the
    holder's oil goes to Italy.
    """
    matching = look[look["holder_id"].eq(holder) & look["asset_id"].isin(fields)]
    entitlement = matching.groupby("year", as_index=False).agg(
        fields=("asset_id", "nunique"), kbd=("kbd", "sum"), source_id=("source_id", "first")
    )
    entitlement = entitlement[entitlement["fields"].eq(len(fields))]
    unsure = set(matching.loc[matching["output_status"].ne("reported"), "year"])
    status = entitlement["year"].isin(unsure).map({True: "estimated", False: "derived"})
    parts = [entitlement.assign(what="holder", status=status)]
    kazakh = origins[origins["partner"].eq("KAZ") & origins["note"].isna()]
    for what, rows in (("imports", origins), ("kazakh", kazakh)):
        bought = rows.groupby("year", as_index=False).agg(
            kbd=("quantity_kbbl", "sum"), source_id=("source_id", "first")
        )
        parts.append(bought.assign(what=what, status="derived", kbd=bought["kbd"] / DAYS))
    own = observations[observations["entity_id"].eq(holder)]
    own = own[own["metric_id"].eq(REPORTED) & own["status"].ne("claimed")]
    kbd = own["value"].astype(float) * 1000 / DAYS
    parts.append(own.assign(what="reported", year=own["period"].astype(int), kbd=kbd))
    columns = ["year", "what", "kbd", "source_id", "status"]
    combined = pd.concat([part[columns] for part in parts], ignore_index=True)
    whole = combined[combined["what"].eq("imports")].set_index("year")["kbd"]
    combined = combined[
        combined["year"].isin(whole.index) & combined["year"].isin(entitlement["year"])
    ]
    combined = combined.assign(share=combined["kbd"] / combined["year"].map(whole) * 100)
    return combined.sort_values(
        ["year", "what"], key=lambda c: c.map(_ORDER) if c.name == "what" else c, ignore_index=True
    )
