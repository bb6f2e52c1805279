"""What the site consists of, found in the code: pages, figures, and a page through `AppTest`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from streamlit.source_util import PageInfo
from streamlit.testing.v1 import AppTest

from partnership.figures import figure as figures
from partnership.site import sitemap
from partnership.site.page import Page
from partnership.site.sitemap import LEAVES
from partnership.state import ALL, CONSORTIA, State
from tests.serving import ROOT

LEAF = {leaf.path: leaf for leaf in LEAVES}

STATES: dict[str, State] = {
    "default": State(),
    **{asset: State(consortium=asset) for asset in CONSORTIA},
    "day_2011": State(on=date(2011, 1, 1), then=date(2005, 1, 1)),
    "years_2015_2020": State(from_year=2015, to_year=2020),
    "years_1992": State(from_year=1992, to_year=1992),
    "euros": State(currency="eur"),
    "italy": State(reporter="italy"),
    "kazakhstan": State(reporter="kazakhstan"),
    "renewables": State(sector=("renewables",)),
    "kashagan_card": State(asset="kashagan", sector=("oil_gas",), italian=True),
    "equal": State(size="equal", view="caspian", status=("operating",), kind=("fields",)),
    "listed": State(form="table", asset="tengiz"),
    "disputed": State(verdict=("disputed", "outdated"), claim="c66"),
    "searched": State(find="kashagan", claim="c05"),
    "company": State(company="eni"),
    "whole_page": State(part=ALL),
    "nothing_found": State(find="no such words", sector=("minerals",)),
}
"""Choices of a reader that between them touch every field of `State`."""


def page_of(path: str) -> Page:
    """The `Page` at `path`."""
    return sitemap.page_of(LEAF[path])


def named(path: str, state: State) -> tuple[str, ...]:
    """Figures that the page at `path` names and the sector filter lets through."""
    return page_of(path).shown(state)


def hidden(path: str, state: State) -> int:
    """How many figures of a page the sector filter hides."""
    return len(page_of(path).ids(state)) - len(named(path, state))


def distinct() -> list[tuple[str, str]]:
    """`(figure id, name of a state)` for every state that a figure could tell from the others."""
    found = []
    for figure_id, entry in figures.registry().items():
        seen: set[State] = set()
        for name, state in STATES.items():
            reduced = figures.reduced(entry, state)
            if reduced not in seen:
                found.append((figure_id, name))
            seen.add(reduced)
    return found


def app(path: str, query: Mapping[str, str | Sequence[str]] | None = None) -> AppTest:
    """The page at `path` with `query`, run once as the first thing that a reader opens."""
    at = door(path)
    for name, value in (query or {}).items():
        at.query_params[name] = value if isinstance(value, str) else list(value)
    return at.run()


def door(path: str) -> AppTest:
    """A new reader about to open the page at `path`."""
    at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    if not LEAF[path].path:
        return at
    at._registered_pages = _registered()
    return at.switch_page(f"pages/{LEAF[path].file}")


@cache
def _registered() -> dict[str, PageInfo]:
    """The pages as Streamlit knows them after a first run; a new `AppTest` does not."""
    at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    return dict(at._registered_pages)


def shown(at: AppTest) -> set[str]:
    """Keys of the containers of the figures on a page."""
    ids = (str(getattr(node.proto, "id", "")) for node in at if hasattr(node, "proto"))
    return {f"figure-{i.split('-figure-', 1)[1]}" for i in ids if "-figure-" in i}
