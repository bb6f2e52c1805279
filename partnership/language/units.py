"""Units in words: each around a value, around what is counted, and alone."""

from __future__ import annotations

from typing import Literal

from partnership.language.texts import counted, meant, message

WORDS = {
    "%": message("{value} %"),
    "Mt": message("{value} Mt"),
    "Mt/y": message("{value} Mt a year"),
    "kt": message("{value} thousand t"),
    "t": message("{value} t"),
    "t/y": message("{value} t a year"),
    "t Cr2O3": message("{value} t of chromium oxide"),
    "t Fe": message("{value} t of iron"),
    "t P2O5": message("{value} t of phosphorus oxide"),
    "t TiO2": message("{value} t of titanium oxide"),
    "t U": message("{value} t of uranium"),
    "t U3O8": message("{value} t of uranium oxide"),
    "kg": message("{value} kg"),
    "MtCO2": message("{value} Mt of CO₂"),
    "MtCO2e": message("{value} Mt of CO₂ equivalent"),
    "GtCO2e": message("{value} bn t of CO₂ equivalent"),
    "gCO2e/kWh": message("{value} g of CO₂ equivalent per kWh"),
    "USD/tCO2e": message("${value} a tonne of CO₂ equivalent"),
    "KZT/tCO2e": message("{value} tenge a tonne of CO₂ equivalent"),
    "MW": message("{value} MW"),
    "GWh": message("{value} GWh"),
    "GWh/y": message("{value} GWh a year"),
    "TWh": message("{value} TWh"),
    "bcm": message("{value} bn m³"),
    "bcm/y": message("{value} bn m³ a year"),
    "million m3/y": message("{value} million m³ a year"),
    "kb/d": message("{value} thousand barrels a day"),
    "million bbl/y": message("{value} million barrels a year"),
    "million boe": message("{value} million barrels of oil equivalent"),
    "bbl/t": message("{value} barrels a tonne"),
    "barrels": message("{value} barrels"),
    "km": message("{value} km"),
    "kTEU": message("{value} thousand TEU"),
    "USD": message("${value}"),
    "EUR": message("€{value}"),
    "USD/t": message("${value} a tonne"),
    "USD/bbl": message("${value} a barrel"),
    "USD/dmtu": message("${value} a dry metric tonne unit"),
    "USD/toz": message("${value} a troy ounce"),
    "USD/MMBtu": message("${value} a million British thermal units"),
    "USD/EUR": message("${value} for a euro"),
    "KZT/USD": message("{value} tenge for a dollar"),
    "m": meant("metres", "{value} m"),
    "rank": message("rank {value}"),
    "ratio": message("{value}"),
    "session": message("session {value}"),
    "year": message("{value}"),
}
"""Each unit around a value."""
COUNTED = {
    "accords": counted("{count} accord", "{count} accords"),
    "agreements": counted("{count} agreement", "{count} agreements"),
    "applications": counted("{count} application", "{count} applications"),
    "days": counted("{count} day", "{count} days"),
    "documents": counted("{count} document", "{count} documents"),
    "engines": counted("{count} engine", "{count} engines"),
    "firms": counted("{count} firm", "{count} firms"),
    "firms and associations": counted(
        "{count} firm or association", "{count} firms and associations"
    ),
    "flights/week": counted("{count} flight a week", "{count} flights a week"),
    "installations": counted("{count} installation", "{count} installations"),
    "joint ventures": counted("{count} joint venture", "{count} joint ventures"),
    "materials": counted("{count} material", "{count} materials"),
    "memoranda": counted("{count} memorandum", "{count} memoranda"),
    "months": counted("{count} month", "{count} months"),
    "offices": counted("{count} office", "{count} offices"),
    "operators": counted("{count} operator", "{count} operators"),
    "pairs": counted("{count} pair", "{count} pairs"),
    "panels": counted("{count} panel", "{count} panels"),
    "passengers": counted("{count} passenger", "{count} passengers"),
    "people": counted("{count} person", "{count} people"),
    "permits": counted("{count} permit", "{count} permits"),
    "pipelines": counted("{count} pipeline", "{count} pipelines"),
    "projects": counted("{count} project", "{count} projects"),
    "protocols": counted("{count} protocol", "{count} protocols"),
    "raw materials": counted("{count} raw material", "{count} raw materials"),
    "refusals": counted("{count} refusal", "{count} refusals"),
    "states": counted("{count} state", "{count} states"),
    "students": counted("{count} student", "{count} students"),
    "trains": counted("{count} train", "{count} trains"),
    "turbines": counted("{count} turbine", "{count} turbines"),
    "visas": counted("{count} visa", "{count} visas"),
    "visits": counted("{count} visit", "{count} visits"),
    "years": counted("{count} year", "{count} years"),
}
"""Each unit of things that are counted, around one and around many."""
SHORT = {
    "t Cr2O3": message("{value} t of Cr₂O₃"),
    "t P2O5": message("{value} t of P₂O₅"),
    "t TiO2": message("{value} t of TiO₂"),
    "t U3O8": message("{value} t of U₃O₈"),
    "KZT/tCO2e": message("{value} tenge a tonne"),
    "USD/tCO2e": message("${value} a tonne"),
}
"""The same where the figure says of what, or its readers know the formula."""

Scale = Literal["billion", "million"]
MANY = 1000
"""A number of things of which every language speaks as of many."""
PRICES = {
    "USD": message("USD"),
    "EUR": message("EUR"),
    "USD/t": message("USD a tonne"),
    "USD/bbl": message("USD a barrel"),
    "USD/dmtu": message("USD a dry metric tonne unit"),
    "USD/toz": message("USD a troy ounce"),
    "USD/MMBtu": message("USD a million British thermal units"),
    "USD/tCO2e": message("USD a tonne of CO₂ equivalent"),
    "USD/EUR": message("USD for a euro"),
}
"""What is written with the sign of a currency, as the head of a column or an axis."""
MONEY: dict[str, dict[Scale | None, str]] = {
    "USD": {
        "billion": message("${value}bn"),
        "million": message("${value}m"),
        None: WORDS["USD"],
    },
    "EUR": {
        "billion": message("€{value}bn"),
        "million": message("€{value}m"),
        None: WORDS["EUR"],
    },
}
