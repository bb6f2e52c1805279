"""The site map: what pages there are, in which order, and on which of them a figure is shown."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from partnership.language.texts import meant, message
from partnership.site import link
from partnership.site.page import Page
from partnership.state import State

ROOT = Path(__file__).parent.parent.parent
AddressOf = Callable[[str, State], str]
"""Where a figure with its choices can be seen; empty where no dashboard is running."""


@dataclass(frozen=True)
class Leaf:
    """One page of the navigation. `file` never equals `path`: see docs/development.md, "Traps"."""

    file: str
    path: str
    title: str
    icon: str
    group: str = ""
    """Caption under which its link stands."""


DECK_PAGE = "present"
"""Address of the page of the deck."""
_ENERGY, _TRADE = message("Energy"), message("Trade")
_PEOPLE, _CHECK = meant("companies and states", "People"), message("Check")
LEAVES = (
    Leaf("overview_page.py", "", message("Overview"), ":material/dashboard:"),
    Leaf("map_page.py", "map", message("Map"), ":material/map:"),
    Leaf("stakes_page.py", "stakes", message("Stakes"), ":material/pie_chart:", _ENERGY),
    Leaf(
        "renewables_page.py", "renewables", message("Renewables"), ":material/wind_power:", _ENERGY
    ),
    Leaf("climate_page.py", "climate", message("Climate"), ":material/thermostat:", _ENERGY),
    Leaf("trade_page.py", "trade", message("Trade"), ":material/swap_horiz:", _TRADE),
    Leaf("crude_page.py", "crude", message("Crude oil"), ":material/oil_barrel:", _TRADE),
    Leaf(
        "minerals_page.py", "minerals", message("Critical minerals"), ":material/diamond:", _TRADE
    ),
    Leaf("corridor_page.py", "corridor", message("Middle Corridor"), ":material/train:", _TRADE),
    Leaf("companies_page.py", "companies", message("Companies"), ":material/factory:", _PEOPLE),
    Leaf("diplomacy_page.py", "diplomacy", message("Diplomacy"), ":material/flag:", _PEOPLE),
    Leaf("claims_page.py", "claims", message("Claims"), ":material/fact_check:", _CHECK),
    Leaf(
        "sources_page.py",
        "sources",
        message("Sources and method"),
        ":material/library_books:",
        _CHECK,
    ),
    Leaf("present_page.py", DECK_PAGE, message("Present"), ":material/slideshow:"),
)
MOVED: Mapping[str, str] = {"analysis": "trade"}
"""Where the address of a page that is no more leads: the page that took over its first figure."""


@cache
def page_of(leaf: Leaf) -> Page:
    """The `Page` that the file of a leaf names."""
    page: Page = importlib.import_module(f"pages.{Path(leaf.file).stem}").PAGE
    return page


@cache
def leaf_of(figure_id: str) -> Leaf:
    """The page of a figure; the overview only where no other page has it.

    Raises `KeyError` for a figure that is on no page.
    """
    for leaf in (*LEAVES[1:], LEAVES[0]):
        if figure_id in page_of(leaf).every_id:
            return leaf
    raise KeyError(figure_id)


def view(figure_id: str, state: State) -> tuple[Leaf, State]:
    """The page of a figure, and `state` with the part of the page in which it stands."""
    leaf = leaf_of(figure_id)
    return leaf, replace(state, part=page_of(leaf).part_of(figure_id))


def to(figure_id: str, state: State) -> str:
    """Address, from any page, of a figure with the choices of `state`."""
    leaf, seen = view(figure_id, state)
    return link.to(leaf.path or "./", seen, figure_id)


def address_of(site: str) -> AddressOf:
    """Where a figure with its choices can be seen on the dashboard at `site`."""

    def found(figure_id: str, state: State) -> str:
        try:
            leaf, seen = view(figure_id, state)
        except KeyError:
            return ""
        return f"{site}/{link.to(leaf.path, seen, figure_id)}"

    return found
