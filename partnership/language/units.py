"""Every unit of the tables in words: a code is never shown to a reader."""

from __future__ import annotations

from partnership.language.texts import Texts, message

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
    "gCO2e/kWh": message("{value} g of CO₂ equivalent a kWh"),
    "USD/tCO2e": message("{value} USD a tonne of CO₂ equivalent"),
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
    "USD": message("{value} USD"),
    "EUR": message("{value} EUR"),
    "USD/t": message("{value} USD a tonne"),
    "USD/bbl": message("{value} USD a barrel"),
    "USD/dmtu": message("{value} USD a dry metric tonne unit"),
    "USD/toz": message("{value} USD a troy ounce"),
    "USD/MMBtu": message("{value} USD a million British thermal units"),
    "USD/EUR": message("{value} USD for a euro"),
    "KZT/USD": message("{value} tenge for a dollar"),
    "agreements": message("{value} agreements"),
    "applications": message("{value} applications"),
    "days": message("{value} days"),
    "documents": message("{value} documents"),
    "engines": message("{value} engines"),
    "firms": message("{value} firms"),
    "firms and associations": message("{value} firms and associations"),
    "flights/week": message("{value} flights a week"),
    "installations": message("{value} installations"),
    "joint ventures": message("{value} joint ventures"),
    "materials": message("{value} materials"),
    "months": message("{value} months"),
    "offices": message("{value} offices"),
    "operators": message("{value} operators"),
    "pairs": message("{value} pairs"),
    "panels": message("{value} panels"),
    "passengers": message("{value} passengers"),
    "people": message("{value} people"),
    "permits": message("{value} permits"),
    "pipelines": message("{value} pipelines"),
    "projects": message("{value} projects"),
    "rank": message("rank {value}"),
    "ratio": message("{value}"),
    "refusals": message("{value} refusals"),
    "session": message("session {value}"),
    "states": message("{value} states"),
    "students": message("{value} students"),
    "trains": message("{value} trains"),
    "turbines": message("{value} turbines"),
    "visas": message("{value} visas"),
    "visits": message("{value} visits"),
    "year": message("{value}"),
    "years": message("{value} years"),
}
"""Each unit around a value."""

_LARGE = ((1e9, message("{value} bn")), (1e6, message("{value} m")))
_MONEY = ("USD", "EUR")


def amount(value: float, unit: str, t: Texts, digits: int = 1) -> str:
    """A value with its unit in words, to at most `digits` decimals.

    Money is written in billions or millions, other numbers in billions where they are as large.
    """
    if unit == "%":
        return t.percent(value, _needed(value, digits))
    if unit == "year":
        return str(int(value))
    if unit == "kt" and abs(value) >= 1e3:
        return amount(value / 1e3, "Mt", t, 2)
    return t(WORDS[unit], value=_number(value, 1e6 if unit in _MONEY else 1e9, t, digits))


def heading(unit: str, t: Texts) -> str:
    """A unit without a value, as the cell of a column of units; one of no table as it is."""
    if unit == "year":
        return t("year")
    return t(WORDS[unit], value="").replace("  ", " ").strip() if unit in WORDS else t.quote(unit)


def _number(value: float, large: float, t: Texts, digits: int) -> str:
    for size, words in _LARGE:
        if abs(value) >= max(size, large):
            return t(words, value=t.number(value / size, _needed(value / size, digits)))
    return t.number(value, _needed(value, digits))


def _needed(value: float, digits: int) -> int:
    """Decimals that a value needs, at most `digits`; a small one keeps two figures."""
    if 0 < abs(value) < 10**-digits:
        digits = 3
    return next((n for n in range(digits) if round(value, n) == round(value, digits)), digits)


def digits(percent: float) -> int:
    """Decimals that a published share needs: none for 20, two for 29.25, at most four."""
    return next(d for d in range(5) if d == 4 or abs(round(percent, d) - percent) < 1e-9)
