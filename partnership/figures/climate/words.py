"""What figures of climate share: changes with their sign, and the targets as they were set."""

from __future__ import annotations

import pandas as pd

from partnership.analysis import climate, climate_targets
from partnership.analysis.climate_targets import CONDITIONAL, UNCONDITIONAL
from partnership.charts import lines
from partnership.language import amounts
from partnership.language.texts import Texts


def signed(t: Texts, percent: float, digits: int = 1) -> str:
    """A change in percent with its sign."""
    return lines.signed(t.percent(abs(percent), digits), percent, t)


def signed_mt(t: Texts, change: float) -> str:
    """A change in Mt with its sign, without the unit."""
    return lines.signed(t.number(abs(change), 1), change, t)


def mt(t: Texts, value: float, digits: int = 0) -> str:
    """An amount of greenhouse gases."""
    return amounts.amount(value, "Mt", t, digits)


def changes(stated: pd.DataFrame, *, land_use: bool) -> pd.Series:
    """The targets as changes against the base year by `what`, percent; `stated` as from
    `climate_targets.percentages`.
    """
    rows = stated[stated["land_use"].eq(land_use)].drop_duplicates("what")
    return rows.set_index("what")["value"]


def as_set(stated: pd.DataFrame, t: Texts) -> str:
    """A sentence on the targets as they were set; empty where one of them is not known."""
    change = changes(stated, land_use=True)
    if not {UNCONDITIONAL, CONDITIONAL} <= set(change.index):
        return ""
    return t(
        "As set, including land use, the {year} target is {percent} against {base}, and {more} "
        "conditional on international support.",
        year=int(stated.loc[stated["land_use"], "year"].min()),
        percent=signed(t, change[UNCONDITIONAL], 0),
        base=climate.BASE_YEAR,
        more=signed(t, change[CONDITIONAL], 0),
    )


def official(seen: pd.DataFrame, t: Texts) -> str:
    """A sentence on the target on the inventory basis; empty where it is not known."""
    for row in on_inventory(seen).head(1).itertuples():
        return t(
            "On the national inventory basis, excluding land use, the {year} target is {value} Mt.",
            year=int(row.year),
            value=t.number(row.value),
        )
    return ""


def on_edgar(seen: pd.DataFrame, what: str = UNCONDITIONAL) -> pd.DataFrame:
    """Targets on the EDGAR basis, on which emissions are drawn."""
    return climate_targets.targets(seen, climate_targets.EDGAR, what)


def on_inventory(seen: pd.DataFrame) -> pd.DataFrame:
    """The same target on the inventory basis, whose years are not on file."""
    return climate_targets.targets(seen, climate_targets.INVENTORY, UNCONDITIONAL)
