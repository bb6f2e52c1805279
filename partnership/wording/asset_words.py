"""Assets in words: kind, place, capacity, state, for tooltips, tables and cards."""

from __future__ import annotations

from typing import Any

import pandas as pd

from partnership.language import units
from partnership.language.texts import Texts, message
from partnership.wording.cells import Cell

KINDS = {
    "oil_field": message("oil field"),
    "gas_field": message("gas field"),
    "oil_gas_field": message("oil and gas field"),
    "exploration_block": message("exploration block"),
    "oil_pipeline": message("oil pipeline"),
    "gas_pipeline": message("gas pipeline"),
    "refinery": message("refinery"),
    "processing_plant": message("processing plant"),
    "oil_terminal": message("oil terminal"),
    "wind_farm": message("wind farm"),
    "solar_plant": message("solar plant"),
    "hybrid_plant": message("hybrid power plant"),
    "mineral_deposit": message("mineral deposit"),
    "corridor": message("transport corridor"),
    "corridor_node": message("station, port or crossing of the Middle Corridor"),
    "corridor_leg": message("leg of the Middle Corridor"),
    "tanker_route": message("tanker route"),
}
STATUS = {
    "operating": message("operating"),
    "construction": message("under construction"),
    "planned": message("planned"),
    "exploration": message("exploration"),
    "discovered": message("discovered"),
    "suspended": message("suspended"),
    "abandoned": message("abandoned"),
    "unknown": message("not known"),
}
COMMODITIES = {
    "aluminium": message("aluminium"),
    "barite": message("barite"),
    "beryllium": message("beryllium"),
    "boron": message("boron"),
    "chromium": message("chromium"),
    "cobalt": message("cobalt"),
    "copper": message("copper"),
    "fluorite": message("fluorite"),
    "gas": message("gas"),
    "gold": message("gold"),
    "iron": message("iron"),
    "lead": message("lead"),
    "manganese": message("manganese"),
    "molybdenum": message("molybdenum"),
    "nickel": message("nickel"),
    "oil": message("oil"),
    "phosphate": message("phosphate"),
    "rare_earths": message("rare earths"),
    "silver": message("silver"),
    "solar": message("solar"),
    "strontium": message("strontium"),
    "tantalum": message("tantalum"),
    "tin": message("tin"),
    "titanium": message("titanium"),
    "tungsten": message("tungsten"),
    "uranium": message("uranium"),
    "vanadium": message("vanadium"),
    "wind": message("wind"),
    "zinc": message("zinc"),
    "zirconium": message("zirconium"),
}


def line(row: Any, t: Texts) -> str:
    """One line for a tooltip: kind, yield, capacity, state, first year."""
    parts = [kind(row, t)]
    parts += [p for p in (commodities(row, t), capacity(row, t), output(row, t)) if p]
    if row.asset_status != "unknown":
        parts.append(t(STATUS[row.asset_status]))
    if pd.notna(row.start_year):
        parts.append(t("since {year}", year=int(row.start_year)))
    return " · ".join(parts)


def kind(row: Any, t: Texts) -> str:
    """What it is, in words."""
    return t(KINDS[row.kind])


def capacity(row: Any, t: Texts) -> str:
    """Nameplate capacity with its unit, or nothing where one of them is not known."""
    if pd.isna(row.capacity_value) or pd.isna(row.capacity_unit):
        return ""
    return units.amount(float(row.capacity_value), str(row.capacity_unit), t)


def output(row: Any, t: Texts) -> str:
    """Latest known oil output and its year, or nothing."""
    if pd.isna(row.output_mt):
        return ""
    return t(
        "{value} Mt of oil in {year}",
        value=t.number(row.output_mt, 2 if row.output_mt < 1 else 1),
        year=row.output_period,
    )


def commodities(row: Any, t: Texts) -> str:
    """What a deposit holds, or nothing."""
    if row.kind != "mineral_deposit" or pd.isna(row.commodities):
        return ""
    return ", ".join(commodity(c, t) for c in str(row.commodities).split(";"))


def commodity(key: str, t: Texts) -> str:
    """A commodity's name; one without a name of its own stands as it is."""
    return t(COMMODITIES[key]) if key in COMMODITIES else t.quote(key.replace("_", " "))


def place(row: Any, t: Texts) -> str:
    """Region of Kazakhstan, or the country."""
    return t.name(row.region_id) if pd.notna(row.region_id) else t.name(row.country)


def precision(row: Any, t: Texts) -> str:
    """How far the point may be off."""
    if pd.isna(row.precision_km):
        return t("no position")
    return t("± {km} km", km=t.number(row.precision_km, 0))


def row(row: Any, t: Texts) -> dict[str, str]:
    """An asset as a row of the table, its columns named in the reader's language."""
    return {
        t("Name"): t.name(row.asset_id),
        t("Kind"): kind(row, t),
        t("Location"): place(row, t),
        t("Status"): t(STATUS[row.asset_status]),
        t("Capacity"): Cell(capacity(row, t), row.capacity_value, row.capacity_unit),
        t("Output"): Cell(output(row, t), row.output_mt),
        t("Commodities"): commodities(row, t),
        t("Since"): Cell(
            str(int(row.start_year)) if pd.notna(row.start_year) else "", row.start_year
        ),
        t("Italian-held"): t("yes") if row.italian else "",
        t("Position"): Cell(precision(row, t), row.precision_km),
    }
